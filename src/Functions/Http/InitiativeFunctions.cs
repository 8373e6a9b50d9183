using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The initiatiefgroep of a Smederij.</summary>
public sealed class InitiativeFunctions(FrontDoor door)
{
    [Function("ShowGroup")]
    public Task<IResult> ShowGroup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/initiatiefgroep")] HttpRequest request) =>
        door.Serve("ShowGroup", request);

    [Function("JoinGroup")]
    public Task<IResult> JoinGroup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/initiatiefgroep")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("JoinGroup", request, client);

    [Function("ShowAgenda")]
    public Task<IResult> ShowAgenda(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/initiatiefgroep/agenda")] HttpRequest request) =>
        door.Serve("ShowAgenda", request);

    [Function("ShowMembership")]
    public Task<IResult> ShowMembership(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "initiatiefgroep/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowMembership", request);

    [Function("TakePart")]
    public Task<IResult> TakePart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "initiatiefgroep/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("TakePart", request, client);
}
