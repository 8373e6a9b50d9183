using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Handing in an idea, and confirming it from the mail.</summary>
public sealed class SubmittingFunctions(FrontDoor door)
{
    [Function("ShowIdeaForm")]
    public Task<IResult> ShowIdeaForm([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/nieuw")] HttpRequest request) =>
        door.Serve(request);
    [Function("SubmitIdea")]
    public Task<IResult> SubmitIdea([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/ideeen/nieuw")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowIdeaReceived")]
    public Task<IResult> ShowIdeaReceived([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/verstuurd")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowConfirmation")]
    public Task<IResult> ShowConfirmation([HttpTrigger(Anonymous, "get", "head", Route = "bevestigen/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowFileToConfirm")]
    public Task<IResult> ShowFileToConfirm(
        [HttpTrigger(Anonymous, "get", "head", Route = "bevestigen/{verwijzing}/bestanden/{naam}")] HttpRequest request) => door.Serve(request);
    [Function("ConfirmSubmission")]
    public Task<IResult> ConfirmSubmission([HttpTrigger(Anonymous, "post", Route = "bevestigen/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
