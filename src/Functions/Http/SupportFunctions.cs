using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Supporting an idea.</summary>
public sealed class SupportFunctions(FrontDoor door)
{
    [Function("ShowSupportForm")]
    public Task<IResult> ShowSupportForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id}/steun")] HttpRequest request) =>
        door.Serve("ShowSupportForm", request);

    [Function("OfferSupport")]
    public Task<IResult> OfferSupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/ideeen/{id}/steun")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("OfferSupport", request, client);

    [Function("ShowSupportReceived")]
    public Task<IResult> ShowSupportReceived(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id}/steun/verstuurd")] HttpRequest request) =>
        door.Serve("ShowSupportReceived", request);

    [Function("ShowSupportConfirmation")]
    public Task<IResult> ShowSupportConfirmation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "steunen/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowSupportConfirmation", request);

    [Function("ConfirmSupport")]
    public Task<IResult> ConfirmSupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "steunen/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ConfirmSupport", request, client);
}
