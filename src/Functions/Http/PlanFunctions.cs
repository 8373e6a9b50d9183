using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>Complex plans (lange klap).</summary>
public sealed class PlanFunctions(FrontDoor door)
{
    [Function("ShowPlans")]
    public Task<IResult> ShowPlans([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowPlanForm")]
    public Task<IResult> ShowPlanForm([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/nieuw")] HttpRequest request) =>
        door.Serve(request);
    [Function("SubmitPlan")]
    public Task<IResult> SubmitPlan([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/plannen/nieuw")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPlanReceived")]
    public Task<IResult> ShowPlanReceived([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/verstuurd")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowPlan")]
    public Task<IResult> ShowPlan([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id:minlength(10)}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowPlanPicture")]
    public Task<IResult> ShowPlanPicture([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id}/bijlagen/{naam}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowJoinPlan")]
    public Task<IResult> ShowJoinPlan([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id}/meedoen")] HttpRequest request) =>
        door.Serve(request);
    [Function("JoinPlan")]
    public Task<IResult> JoinPlan([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/plannen/{id}/meedoen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowSupportPlan")]
    public Task<IResult> ShowSupportPlan([HttpTrigger(Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id}/steun")] HttpRequest request) =>
        door.Serve(request);
    [Function("SupportPlan")]
    public Task<IResult> SupportPlan([HttpTrigger(Anonymous, "post", Route = "smederijen/{smederij}/plannen/{id}/steun")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPlanSupportConfirmation")]
    public Task<IResult> ShowPlanSupportConfirmation([HttpTrigger(Anonymous, "get", "head", Route = "plan-steunen/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ConfirmPlanSupport")]
    public Task<IResult> ConfirmPlanSupport([HttpTrigger(Anonymous, "post", Route = "plan-steunen/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowWorkingGroup")]
    public Task<IResult> ShowWorkingGroup([HttpTrigger(Anonymous, "get", "head", Route = "werkgroep/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("WorkOnPlan")]
    public Task<IResult> WorkOnPlan([HttpTrigger(Anonymous, "post", Route = "werkgroep/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowProofToGroup")]
    public Task<IResult> ShowProofToGroup([HttpTrigger(Anonymous, "get", "head", Route = "werkgroep/{verwijzing}/stukken/{naam}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowPartner")]
    public Task<IResult> ShowPartner([HttpTrigger(Anonymous, "get", "head", Route = "partner/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("AnswerAsPartner")]
    public Task<IResult> AnswerAsPartner([HttpTrigger(Anonymous, "post", Route = "partner/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowStaffPlans")]
    public Task<IResult> ShowStaffPlans([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/plannen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowStaffPlan")]
    public Task<IResult> ShowStaffPlan([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/plannen/{smederij}/{id}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ActOnPlan")]
    public Task<IResult> ActOnPlan([HttpTrigger(Anonymous, "post", Route = "medewerkers/plannen/{smederij}/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowProof")]
    public Task<IResult> ShowProof([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/plannen/{smederij}/{id}/stukken/{naam}")] HttpRequest request) =>
        door.Serve(request);
}
