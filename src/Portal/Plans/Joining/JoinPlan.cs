using Smederijen.Portal.Plans.Reading;
using Smederijen.Portal.Plans.Steps;

namespace Smederijen.Portal.Plans.Joining;

/// <summary>
/// Anyone may join a working group; the link in the mail confirms it. Everybody gets the same answer, so that nobody learns who
/// is in it.
/// </summary>
public sealed class JoinPlan(
    ReadPlans reading, PlanItems plans, PlanMembers members, PlanSteps steps, IEntityStore store, SentMails sent, RequestLimits limits,
    TimeProvider clock)
{
    public async Task<IResult> Show(HttpContext http) =>
        await reading.Find(http) is { } dossier ? Page(dossier, Typed.For(http), 200) : await reading.NotPublic(http);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await reading.Find(http) is not { } dossier)
            return await reading.NotPublic(http);
        var typed = await Typed.Read(http);
        typed.CheckTrap();
        var member = PlanMembers.Check(typed);
        if (typed.Errors.Any)
            return Page(dossier, typed, 400);
        if (await limits.CountSubmitting(store, http, dossier.Key.Smederij, member.Email, typed.Pressed) is { } wait)
            return Failures.TooMany(http, wait);
        var outcome = await Ask(http, dossier.Key, member, typed.Pressed);
        return outcome is Outcome<PlanRefusal>.Refused refused ? Failures.Answer(http, 409, PlanRefusals.Text(refused.Reason))
            : new SeeOther(await sent.Note(typed.Pressed, PlanMembers.Sent(dossier.Key, dossier.Smederij.Name, member), CancellationToken.None));
    }

    /// <summary>Lets the mail go out again, perhaps to a better address.</summary>
    public async Task<SentAgain> Again(HttpContext http, SentMail mail, string email, CommandId command)
    {
        var plan = new PlanKey(mail.Smederij, mail.Idea);
        if (await plans.Load(plan, http.RequestAborted) is not { Item.IsPublic: true })
            return new SentAgain(IsOver: true);
        if (await limits.CountSubmitting(store, http, plan.Smederij, email, command) is { } wait)
            return new SentAgain(wait);
        var outcome = await Ask(http, plan, PlanMembers.Of(mail, email), command, mail.Typed);
        return new SentAgain(IsOver: outcome is Outcome<PlanRefusal>.Refused or Outcome<PlanRefusal>.Unknown);
    }

    /// <param name="former">The addresses that were typed before, and were wrong.</param>
    private async Task<Outcome<PlanRefusal>> Ask(
        HttpContext http, PlanKey plan, PlanMember member, CommandId command, params IReadOnlyList<string> former)
    {
        var asking = await members.Asking(plan, member, http.RequestAborted, former);
        return await steps.CarryOut(plan, command, asking, http.RequestAborted).Answered(store, plan.Smederij, command, clock, plan.Id);
    }

    private static PageOf<JoinPlanPage> Page(PlanDossier dossier, Typed typed, int status) => new(new JoinPlanModel(dossier, typed), status);
}

/// <summary>What the page shows.</summary>
public sealed record JoinPlanModel(PlanDossier Dossier, Typed Typed);
