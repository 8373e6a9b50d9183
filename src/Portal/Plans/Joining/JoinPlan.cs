using Smederijen.Portal.Plans.Reading;
using Smederijen.Portal.Plans.Steps;

namespace Smederijen.Portal.Plans.Joining;

/// <summary>
/// Anyone may join a working group; the link in the mail confirms it. Everybody gets the same answer, so that nobody learns who
/// is in it.
/// </summary>
public sealed class JoinPlan(ReadPlans reading, PlanMembers members, PlanSteps steps, RequestLimits limits)
{
    public async Task<IResult> Show(HttpContext http) =>
        await reading.Find(http) is { } dossier ? Page(dossier, Typed.Empty, 200, http.Request.Query["verstuurd"] == "ja") : ReadPlans.NotPublic(http);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await reading.Find(http) is not { } dossier)
            return ReadPlans.NotPublic(http);
        var typed = await Typed.Read(http);
        var thanks = new SeeOther($"{dossier.Key.PublicPath}/meedoen?verstuurd=ja");
        if (typed.Raw(Forms.Trap.FieldName).Length > 0)
            return thanks;
        var member = PlanMembers.Check(typed);
        if (typed.Errors.Any)
            return Page(dossier, typed, 400, sent: false);
        var wait =
            await limits.Count([(Limit.SubmitPerAddress, RequestLimits.AddressOf(http)), (Limit.SubmitPerMailbox, member.Email)],
            http.RequestAborted);
        if (wait is { } tooOften)
            return Failures.TooMany(http, tooOften);
        var outcome = await steps.CarryOut(
            dossier.Key, CommandId.From(typed.Command), await members.Asking(dossier.Key, member, http.RequestAborted), http.RequestAborted);
        return outcome is Outcome<PlanRefusal>.Refused refused ? Failures.Answer(http, 409, PlanRefusals.Text(refused.Reason)) : thanks;
    }

    private static PageOf<JoinPlanPage> Page(PlanDossier dossier, Typed typed, int status, bool sent) =>
        new(new JoinPlanModel(dossier, typed, sent), status);
}

/// <summary>What the page shows; <paramref name="Sent"/> right after joining.</summary>
public sealed record JoinPlanModel(PlanDossier Dossier, Typed Typed, bool Sent);
