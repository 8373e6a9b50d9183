using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Reviews by the wijkteam, from links in mails.</summary>
public sealed class ReviewFunctions(FrontDoor door)
{
    [Function("ShowReview")]
    public Task<IResult> ShowReview([HttpTrigger(Anonymous, "get", "head", Route = "beoordelen/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReviewIdea")]
    public Task<IResult> ReviewIdea([HttpTrigger(Anonymous, "post", Route = "beoordelen/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowReviewer")]
    public Task<IResult> ShowReviewer([HttpTrigger(Anonymous, "get", "head", Route = "beoordelaar")] HttpRequest request) =>
        door.Serve(request);
    [Function("AskForMyReviews")]
    public Task<IResult> AskForMyReviews([HttpTrigger(Anonymous, "post", Route = "beoordelaar")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowMyReviewsSent")]
    public Task<IResult> ShowMyReviewsSent([HttpTrigger(Anonymous, "get", "head", Route = "beoordelaar/verstuurd")] HttpRequest request) =>
        door.Serve(request);
    [Function("ChooseMail")]
    public Task<IResult> ChooseMail([HttpTrigger(Anonymous, "post", Route = "mijn-beoordelingen/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowMailChosen")]
    public Task<IResult> ShowMailChosen([HttpTrigger(Anonymous, "get", "head", Route = "mijn-beoordelingen/{verwijzing}/mail")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowMyReviews")]
    public Task<IResult> ShowMyReviews([HttpTrigger(Anonymous, "get", "head", Route = "mijn-beoordelingen/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
}
