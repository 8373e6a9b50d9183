using Smederijen.Portal.Plans.Reading;
using Smederijen.Portal.Plans.Steps;

namespace Smederijen.Portal.Plans.Joining;

/// <summary>
/// Anyone may join a working group; the link in the mail confirms it. Everybody gets the same answer, so that nobody learns who
/// is in it.
/// </summary>
public sealed class JoinPlan(ReadPlans reading, PlanMembers members, PlanSteps steps, SentMails sent, RequestLimits limits)
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
        var wait =
            await limits.Count(Limit.OfSubmitting(RequestLimits.AddressOf(http), member.Email),
            http.RequestAborted);
        if (wait is { } tooOften)
            return Failures.TooMany(http, tooOften);
        var outcome = await steps.CarryOut(
            dossier.Key, typed.Pressed, await members.Asking(dossier.Key, member, http.RequestAborted), http.RequestAborted);
        return outcome is Outcome<PlanRefusal>.Refused refused ? Failures.Answer(http, 409, PlanRefusals.Text(refused.Reason))
            : new SeeOther(await sent.Note(typed.Pressed, PlanMembers.Sent(dossier.Key, dossier.Stored.Title, member), CancellationToken.None));
    }

    /// <summary>Lets the mail go out again, perhaps to a better address.</summary>
    public async Task<SentAgain> Again(HttpContext http, SentMail mail, string email, CommandId command)
    {
        if (await limits.Count(Limit.OfSubmitting(RequestLimits.AddressOf(http), email), http.RequestAborted) is { } wait)
            return new SentAgain(wait);
        var plan = new PlanKey(mail.Smederij, mail.Idea);
        var asking = await members.Asking(plan, PlanMembers.Of(mail, email), http.RequestAborted, mail.Typed);
        var outcome = await steps.CarryOut(plan, command, asking, http.RequestAborted);
        return new SentAgain(IsOver: outcome is Outcome<PlanRefusal>.Refused or Outcome<PlanRefusal>.Unknown);
    }

    private static PageOf<JoinPlanPage> Page(PlanDossier dossier, Typed typed, int status) => new(new JoinPlanModel(dossier, typed), status);
}

/// <summary>What the page shows.</summary>
public sealed record JoinPlanModel(PlanDossier Dossier, Typed Typed);
