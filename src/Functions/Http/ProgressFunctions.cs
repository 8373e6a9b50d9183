using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Reports on a plan that is being carried out.</summary>
public sealed class ProgressFunctions(FrontDoor door)
{
    [Function("ShowProgress")]
    public Task<IResult> ShowProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "voortgang/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowProgress", request);

    [Function("ReportProgress")]
    public Task<IResult> ReportProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "voortgang/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ReportProgress", request, client);
}
