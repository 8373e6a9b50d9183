using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>What submitters change about their own idea.</summary>
public sealed class ManagingFunctions(FrontDoor door)
{
    [Function("ShowMyIdea")]
    public Task<IResult> ShowMyIdea([HttpTrigger(Anonymous, "get", "head", Route = "mijn-idee/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("WithdrawIdea")]
    public Task<IResult> WithdrawIdea([HttpTrigger(Anonymous, "post", Route = "mijn-idee/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
