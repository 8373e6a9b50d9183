using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Smederijen.Portal.Plans.Submitting;
using Smederijen.Portal.Plans.Support;

namespace Smederijen.Functions.Http;

/// <summary>Complex plans (lange klap).</summary>
public sealed class PlanFunctions(FrontDoor door)
{
    [Function("ShowPlans")]
    public Task<IResult> ShowPlans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen")] HttpRequest request) =>
        door.Serve("ShowPlans", request);

    [Function("ShowPlanForm")]
    public Task<IResult> ShowPlanForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/nieuw")] HttpRequest request) =>
        door.Serve("ShowPlanForm", request);

    [Function("SubmitPlan")]
    public Task<IResult> SubmitPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/plannen/nieuw")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("SubmitPlan", request, client);

    [Function("ShowPlanReceived")]
    public Task<IResult> ShowPlanReceived(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/verstuurd")] HttpRequest request) =>
        door.Serve("ShowPlanReceived", request);

    [Function("ShowPlan")]
    public Task<IResult> ShowPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id:minlength(10)}")] HttpRequest request) =>
        door.Serve("ShowPlan", request);

    [Function("ShowPlanPicture")]
    public Task<IResult> ShowPlanPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id}/bijlagen/{naam}")] HttpRequest request) =>
        door.Serve("ShowPlanPicture", request);

    [Function("ShowJoinPlan")]
    public Task<IResult> ShowJoinPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id}/meedoen")] HttpRequest request) =>
        door.Serve("ShowJoinPlan", request);

    [Function("JoinPlan")]
    public Task<IResult> JoinPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/plannen/{id}/meedoen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("JoinPlan", request, client);

    [Function("ShowSupportPlan")]
    public Task<IResult> ShowSupportPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "smederijen/{smederij}/plannen/{id}/steun")] HttpRequest request) =>
        door.Serve("ShowSupportPlan", request);

    [Function("SupportPlan")]
    public Task<IResult> SupportPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "smederijen/{smederij}/plannen/{id}/steun")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("SupportPlan", request, client);

    [Function("ShowPlanSupportConfirmation")]
    public Task<IResult> ShowPlanSupportConfirmation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plan-steunen/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowPlanSupportConfirmation", request);

    [Function("ConfirmPlanSupport")]
    public Task<IResult> ConfirmPlanSupport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plan-steunen/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ConfirmPlanSupport", request, client);

    [Function("ShowWorkingGroup")]
    public Task<IResult> ShowWorkingGroup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkgroep/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowWorkingGroup", request);

    [Function("WorkOnPlan")]
    public Task<IResult> WorkOnPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkgroep/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("WorkOnPlan", request, client);

    [Function("ShowProofToGroup")]
    public Task<IResult> ShowProofToGroup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkgroep/{verwijzing}/stukken/{naam}")] HttpRequest request) =>
        door.Serve("ShowProofToGroup", request);

    [Function("ShowPartner")]
    public Task<IResult> ShowPartner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partner/{verwijzing}")] HttpRequest request) =>
        door.Serve("ShowPartner", request);

    [Function("AnswerAsPartner")]
    public Task<IResult> AnswerAsPartner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partner/{verwijzing}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("AnswerAsPartner", request, client);

    [Function("ShowStaffPlans")]
    public Task<IResult> ShowStaffPlans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/plannen")] HttpRequest request) =>
        door.Serve("ShowStaffPlans", request);

    [Function("ShowStaffPlan")]
    public Task<IResult> ShowStaffPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/plannen/{smederij}/{id}")] HttpRequest request) =>
        door.Serve("ShowStaffPlan", request);

    [Function("ActOnPlan")]
    public Task<IResult> ActOnPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/plannen/{smederij}/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ActOnPlan", request, client);

    [Function("ShowProof")]
    public Task<IResult> ShowProof(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/plannen/{smederij}/{id}/stukken/{naam}")] HttpRequest request) =>
        door.Serve("ShowProof", request);
}
