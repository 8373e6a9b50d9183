using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The submitter's answer to an offer of what is left.</summary>
public sealed class ChoosingFunctions(FrontDoor door)
{
    [Function("ShowPart")]
    public Task<IResult> ShowPart([HttpTrigger(Anonymous, "get", "head", Route = "deel/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ChoosePart")]
    public Task<IResult> ChoosePart([HttpTrigger(Anonymous, "post", Route = "deel/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
