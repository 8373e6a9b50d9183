using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Reports of visitors.</summary>
public sealed class ReportingFunctions(FrontDoor door)
{
    [Function("ShowReportIdea")]
    public Task<IResult> ShowReportIdea([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id}/melden")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReportIdea")]
    public Task<IResult> ReportIdea([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/ideeen/{id}/melden")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowIdeaReported")]
    public Task<IResult> ShowIdeaReported([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/ideeen/{id}/melden/verstuurd")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowReportPlan")]
    public Task<IResult> ShowReportPlan([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id}/melden")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReportPlan")]
    public Task<IResult> ReportPlan([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/plannen/{id}/melden")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPlanReported")]
    public Task<IResult> ShowPlanReported([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id}/melden/verstuurd")] HttpRequest request) =>
        door.Serve(request);
}
