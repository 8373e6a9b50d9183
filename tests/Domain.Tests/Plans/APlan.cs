using Smederijen.Domain.Calendar;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

/// <summary>Shortcuts that many stories share.</summary>
public static class APlan
{
    public static Euro Euros(long euros) => new(euros * 100);

    public static DateOnly In(this PlanStory story, int days) => Amsterdam.DateOf(story.Now).AddDays(days);

    public static PlanStory Underway() => PlanStory.Submitted().When(at => new SubmissionConfirmed(at)).ForgetEffects();

    public static PlanStory Asked(this PlanStory story, string partner, PartnerKind kind = PartnerKind.Fund, long? euros = 10_000) =>
        story.When(at => new PartnerAsked(at, WorkingGroup, partner, kind, $"Stichting {partner}", euros is { } asked ? Euros(asked) : null));

    public static PlanStory Promised(this PlanStory story, string partner, long euros) =>
        story.When(at => new MoneyPromised(at, partner, Euros(euros)));

    public static PlanStory Received(this PlanStory story, string partner, long euros, string proof = "bewijs1.pdf") =>
        story.When(at => new MoneyReceived(at, WorkingGroup, partner, Euros(euros), proof));

    /// <summary>With a partner whose money came in, one that promised, one that was asked, own actions, and an idea in a round.</summary>
    public static PlanStory WithPartners() => Underway()
        .Asked("gemeente", PartnerKind.Municipality).Promised("gemeente", 10_000).Received("gemeente", 10_000)
        .Asked("fonds").Promised("fonds", 8_000)
        .Asked("club", PartnerKind.Club)
        .Asked("school", PartnerKind.Professional, null)
        .Asked("markt", PartnerKind.OwnActions, 500)
        .When(at => new RoundIdeaLinked(at, "ronde", "idee7", "Een keuken"))
        .ForgetEffects();

    public static PlanStory WithMilestone(int days = 30) => Milestone(Underway(), days).ForgetEffects();

    public static PlanStory Milestone(this PlanStory story, int days, string id = "tekening", string? reason = null) =>
        story.When(at => new MilestoneSet(at, WorkingGroup, id, "De tekening is klaar", Amsterdam.DateOf(at).AddDays(days), reason));

    public static PlanStory AskedStuurgroep(PlanStory? story = null) =>
        (story ?? Underway()).When(at => new DecisionAsked(at, WorkingGroup, "start")).ForgetEffects();

    public static PlanStory Decided(this PlanStory story, StuurgroepOutcome outcome, string moment = "start", int ask = 1) =>
        story.When(at => new StuurgroepDecided(at, moment, ask, outcome, ["Er is steun."]));

    public static PlanStory SentBack() => AskedStuurgroep().Decided(StuurgroepOutcome.Change).ForgetEffects();

    public static PlanStory Completed() => AskedStuurgroep().Decided(StuurgroepOutcome.GoOn)
        .When(at => new Completed(at, WorkingGroup, "Het staat er.")).ForgetEffects();

    public static PlanStory Stopped() => Underway().When(at => new Stopped(at, WorkingGroup, "Geen grond.")).ForgetEffects();

    public static PlanStory NeverConfirmed() => PlanStory.Submitted().After(30).ForgetEffects();
}
