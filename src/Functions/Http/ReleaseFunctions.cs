using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Granting, payment details and release of money.</summary>
public sealed class ReleaseFunctions(FrontDoor door)
{
    [Function("ShowAccount")]
    public Task<IResult> ShowAccount([HttpTrigger(Anonymous, "get", "head", Route = "betaalgegevens/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("GiveAccount")]
    public Task<IResult> GiveAccount([HttpTrigger(Anonymous, "post", Route = "betaalgegevens/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
