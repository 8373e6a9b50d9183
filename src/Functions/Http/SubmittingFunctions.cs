using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Handing in an idea, and confirming it from the mail.</summary>
public sealed class SubmittingFunctions(FrontDoor door)
{
    [Function("ShowIdeaForm")]
    public Task<IResult> ShowIdeaForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/nieuw")] HttpRequest request) =>
        door.Serve("ShowIdeaForm", request);

    [Function("SubmitIdea")]
    public Task<IResult> SubmitIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/ideeen/nieuw")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("SubmitIdea", request, client);

    [Function("ShowIdeaReceived")]
    public Task<IResult> ShowIdeaReceived(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/verstuurd")] HttpRequest request) =>
        door.Serve("ShowIdeaReceived", request);

    [Function("ShowConfirmation")]
    public Task<IResult> ShowConfirmation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bevestigen/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowConfirmation", request);

    [Function("ConfirmSubmission")]
    public Task<IResult> ConfirmSubmission(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bevestigen/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ConfirmSubmission", request, client);
}
