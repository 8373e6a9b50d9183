using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The initiatiefgroep of a Smederij.</summary>
public sealed class InitiativeFunctions(FrontDoor door)
{
    [Function("ShowGroup")]
    public Task<IResult> ShowGroup([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/initiatiefgroep")] HttpRequest request) =>
        door.Serve(request);
    [Function("JoinGroup")]
    public Task<IResult> JoinGroup([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/initiatiefgroep")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowAgenda")]
    public Task<IResult> ShowAgenda([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/initiatiefgroep/agenda")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowMembership")]
    public Task<IResult> ShowMembership([HttpTrigger(Anonymous, "get", "head", Route = "initiatiefgroep/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("TakePart")]
    public Task<IResult> TakePart([HttpTrigger(Anonymous, "post", Route = "initiatiefgroep/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
