using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Reports on a plan that is being carried out.</summary>
public sealed class ProgressFunctions(FrontDoor door)
{
    [Function("ShowProgress")]
    public Task<IResult> ShowProgress([HttpTrigger(Anonymous, "get", "head", Route = "voortgang/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReportProgress")]
    public Task<IResult> ReportProgress([HttpTrigger(Anonymous, "post", Route = "voortgang/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
