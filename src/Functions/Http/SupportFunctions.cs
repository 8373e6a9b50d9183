using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Supporting an idea.</summary>
public sealed class SupportFunctions(FrontDoor door)
{
    [Function("ShowSupportForm")]
    public Task<IResult> ShowSupportForm([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id}/steun")] HttpRequest request) =>
        door.Serve(request);
    [Function("OfferSupport")]
    public Task<IResult> OfferSupport([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/ideeen/{id}/steun")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowSupportReceived")]
    public Task<IResult> ShowSupportReceived([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id}/steun/verstuurd")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowMailSent")]
    public Task<IResult> ShowMailSent([HttpTrigger(Anonymous, "get", "head", Route = "verstuurd/{nummer}")] HttpRequest request) => door.Serve(request);
    [Function("SendMailAgain")]
    public Task<IResult> SendMailAgain([HttpTrigger(Anonymous, "post", Route = "verstuurd/{nummer}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowSupportConfirmation")]
    public Task<IResult> ShowSupportConfirmation([HttpTrigger(Anonymous, "get", "head", Route = "steunen/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ConfirmSupport")]
    public Task<IResult> ConfirmSupport([HttpTrigger(Anonymous, "post", Route = "steunen/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
