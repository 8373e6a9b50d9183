using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Joining;
using Smederijen.Portal.Plans.Judging;
using Smederijen.Portal.Plans.Mailing;
using Smederijen.Portal.Plans.Partners;
using Smederijen.Portal.Plans.Reading;
using Smederijen.Portal.Plans.Steps;
using Smederijen.Portal.Plans.Submitting;
using Smederijen.Portal.Plans.Support;

namespace Smederijen.Portal;

/// <summary>Complex plans (lange klap): for everyone, the working group, partners and staff.</summary>
public static class PlanEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ReadPlans>("ShowPlans", "/smederijen/{smederij}/plannen", (x, http) => x.ShowAll(http)),
        Endpoint.Get<SubmitPlan>("ShowPlanForm", "/smederijen/{smederij}/plannen/nieuw", (x, http) => x.Show(http)),
        Endpoint.Post<SubmitPlan>("SubmitPlan", "/smederijen/{smederij}/plannen/nieuw", (x, http) => x.Post(http)),
        Endpoint.Get<SubmitPlan>("ShowPlanReceived", "/smederijen/{smederij}/plannen/verstuurd", (x, http) => x.ShowThanks(http)),
        Endpoint.Get<ReadPlans>("ShowPlan", "/smederijen/{smederij}/plannen/{id:minlength(10)}", (x, http) => x.Show(http)),
        Endpoint.Get<PlanFiles>("ShowPlanPicture", "/smederijen/{smederij}/plannen/{id}/bijlagen/{naam}", (x, http) => x.ShowPicture(http)),
        Endpoint.Get<JoinPlan>("ShowJoinPlan", "/smederijen/{smederij}/plannen/{id}/meedoen", (x, http) => x.Show(http)),
        Endpoint.Post<JoinPlan>("JoinPlan", "/smederijen/{smederij}/plannen/{id}/meedoen", (x, http) => x.Post(http)),
        Endpoint.Get<SupportPlan>("ShowSupportPlan", "/smederijen/{smederij}/plannen/{id}/steun", (x, http) => x.Show(http)),
        Endpoint.Post<SupportPlan>("SupportPlan", "/smederijen/{smederij}/plannen/{id}/steun", (x, http) => x.Post(http)),
        Endpoint.Get<SupportPlan>("ShowPlanSupportConfirmation", "/plan-steunen/{verwijzing}", (x, http) => x.ShowConfirmation(http)),
        Endpoint.Post<SupportPlan>("ConfirmPlanSupport", "/plan-steunen/{verwijzing}", (x, http) => x.Confirm(http)),
        Endpoint.Get<WorkOnPlan>("ShowWorkingGroup", "/werkgroep/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<WorkOnPlan>("WorkOnPlan", "/werkgroep/{verwijzing}", (x, http) => x.Post(http)),
        Endpoint.Get<WorkOnPlan>("ShowProofToGroup", "/werkgroep/{verwijzing}/stukken/{naam}", (x, http) => x.ShowProof(http)),
        Endpoint.Get<AnswerAsPartner>("ShowPartner", "/partner/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<AnswerAsPartner>("AnswerAsPartner", "/partner/{verwijzing}", (x, http) => x.Post(http)),
        Endpoint.Get<PlanDesk>("ShowStaffPlans", PlanDesk.Address, (x, http) => x.ShowAll(http), Access.Staff),
        Endpoint.Get<PlanDesk>("ShowStaffPlan", PlanDesk.Address + "/{smederij}/{id}", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<PlanDesk>("ActOnPlan", PlanDesk.Address + "/{smederij}/{id}", (x, http) => x.Post(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Get<PlanDesk>("ShowProof", PlanDesk.Address + "/{smederij}/{id}/stukken/{naam}", (x, http) => x.ShowProof(http), Access.Staff)
            .OfPeople(),
    ];

    internal static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddSingleton<PlanDossiers>()
        .AddSingleton<OpenPlans>()
        .AddSingleton<SharedPlans>()
        .AddSingleton<PlanMail>()
        .AddSingleton<PlanErasure>()
        .AddSingleton<PlanSupportComparison>()
        .AddSingleton<PlanJudgements>()
        .AddSingleton<PlanMembers>()
        .AddSingleton<PlanForms>()
        .AddSingleton<PlanSteps>()
        .AddSingleton<PlanFiles>()
        .AddSingleton<LinkedPlans>()
        .AddSingleton<ReadPlans>()
        .AddSingleton<SubmitPlan>()
        .AddSingleton<JoinPlan>()
        .AddSingleton<SupportPlan>()
        .AddSingleton<WorkOnPlan>()
        .AddSingleton<AnswerAsPartner>()
        .AddSingleton<PlanDesk>();
}
