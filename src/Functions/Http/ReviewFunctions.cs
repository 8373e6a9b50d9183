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
}
