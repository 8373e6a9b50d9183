using Smederijen.Domain.Ideas;
using Smederijen.Domain.Payments;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas.Review;

namespace Smederijen.Simulation.Tests;

/// <summary>What never happens is not proved: a run has to be as large as the scheme is, and everything has to happen in it.</summary>
internal static class Proportions
{
    public static void Check(Tally total)
    {
        ShouldHaveMetEverything(total);
        ShouldBeTheSizeOfTheScheme(total);
        ShouldHaveGoneWrong(total);
    }

    /// <summary>Less than once in forty votes equal ideas decide who wins, and some mails go out twice in ten years.</summary>
    private static readonly string[] Rare = [nameof(RoundEvent.DrawTyped), nameof(RoundEvent.Drawn)];

    /// <summary>
    /// Something is left, and too little for the next idea, a few times in a year of all Smederijen; not every answer comes in a few years.
    /// </summary>
    private static readonly string[] AnswersToOffers =
    [
        nameof(IdeaEvent.PartAccepted), nameof(IdeaEvent.PartDeclined), nameof(MailKind.PartReminder), nameof(MailKind.PartLapsed),
    ];

    private static bool IsLong(Tally total) => total.Years >= 20;

    /// <summary>A new kind of event or mail needs an actor that brings it about.</summary>
    private static void ShouldHaveMetEverything(Tally total)
    {
        // The first three are not in a log of these years, nobody here puts a person right, and few ideas are refused by mistake.
        // Nor does anything come from before: the scheme begins with the website.
        KindsOf<IdeaEvent>("", nameof(IdeaEvent.TakenOver), nameof(IdeaEvent.ConfirmationAsked), nameof(IdeaEvent.SupportCompared),
            nameof(IdeaEvent.PaperSignaturesEntered), nameof(IdeaEvent.PersonCorrected), nameof(IdeaEvent.ReopenApproved))
            .Except(IsLong(total) ? [] : AnswersToOffers).Except(total.Events.Keys).ShouldBeEmpty("these happened to no idea");
        KindsOf<PlanEvent>("Plan ", nameof(PlanEvent.MemberInvited), nameof(PlanEvent.ConfirmationAsked), nameof(PlanEvent.SupportOffered),
            nameof(PlanEvent.SupportCompared), nameof(PlanEvent.PersonCorrected))
            .Except(total.Events.Keys).ShouldBeEmpty("these happened to no plan");
        KindsOf<MeetingEvent>("Meeting ").Except(total.Events.Keys).ShouldBeEmpty("these happened to no meeting");
        // After the second approval nobody here can change an account: who changes it in the store is held back in tests of its own.
        KindsOf<PaymentEvent>("Payment ", nameof(PaymentEvent.MomentCame), nameof(PaymentEvent.HeldBack))
            .Except(total.Events.Keys).ShouldBeEmpty("these happened to no payment");
        KindsOf<BatchEvent>("Batch ", nameof(BatchEvent.PayeesChecked), nameof(BatchEvent.MomentCame)).Except(total.Events.Keys)
            .ShouldBeEmpty("these happened to no batch");
        KindsOf<BankFileEvent>("File ", nameof(BankFileEvent.MomentCame)).Except(total.Events.Keys)
            .ShouldBeEmpty("these happened to no file of the bank");
        KindsOf<BankLineEvent>("Line ", nameof(BankLineEvent.MomentCame)).Except(total.Events.Keys)
            .ShouldBeEmpty("these happened to no line of the bank");
        KindsOf<ResolutionEvent>("Resolution ").Except(total.Events.Keys).ShouldBeEmpty("these happened to no resolution");
        KindsOf<RoundEvent>("", [nameof(RoundEvent.TakenOver), .. IsLong(total) ? [] : Rare]).Except(total.Rounds.Keys).ShouldBeEmpty("these happened to no round");
        Enum.GetNames<MailKind>().Concat(Enum.GetNames<PlanMailKind>().Select(kind => $"Plan {kind}"))
            .Except([nameof(MailKind.AddressCorrected), $"Plan {nameof(PlanMailKind.AddressCorrected)}"])
            .Except([nameof(MailKind.ReopenRequest), nameof(MailKind.IdeaReopened)])
            // It takes a payment that comes back after the plan was done, and sixty days of silence.
            .Except([nameof(MailKind.RestLapsed)])
            .Except(IsLong(total) ? [] : AnswersToOffers).Except(total.Kinds.Keys)
            .ShouldBeEmpty("these mails went to nobody");
        new[] { nameof(ReviewerEffect.SendOverview), nameof(PlaceEffect.SendWaiting) }.Except(total.Kinds.Keys).ShouldBeEmpty("no reviewer got these");
        if (IsLong(total))
            total.LinkedKinds.Keys.Except(total.ScannedKinds.Keys).ShouldBeEmpty("no scanner opened all links of these mails");
    }

    /// <summary>One idea in twenty is a lange klap.</summary>
    private const double Plans = 0.05;

    /// <summary>
    /// The figures of the real scheme: about 5,000 people, 120 to 150 ideas and € 300,000 to € 450,000 a year. Which ideas become plans is chance, so
    /// their part may be off by three standard deviations of as many ideas: 0.018 in ten years, 0.006 in a hundred.
    /// </summary>
    private static void ShouldBeTheSizeOfTheScheme(Tally total)
    {
        (total.Ideas / total.Years).ShouldBeInRange(120, 150, "ideas a year");
        (total.Participants / total.Years).ShouldBeInRange(4_500, 5_500, "participants a year");
        (total.Cents / total.Years / 100).ShouldBeInRange(300_000, 450_000, "euros a year");
        ((double)total.PlansBegun / total.Ideas).ShouldBe(Plans, 3 * Math.Sqrt(Plans * (1 - Plans) / total.Ideas), "complex plans for every idea");
    }

    private static void ShouldHaveGoneWrong(Tally total)
    {
        foreach (var (what, count) in new Dictionary<string, long>
        {
            ["crashes"] = total.Crashes,
            ["store failures"] = total.StoreFailures,
            ["mail failures"] = total.MailFailures,
            ["refused mails"] = total.RefusedMails,
            ["lost wake-ups"] = total.LostWakeUps,
            ["doubled wake-ups"] = total.DoubledWakeUps,
            ["doubled posts"] = total.DoubledPosts,
            ["rivals"] = total.Rivals,
            ["clock jumps"] = total.ClockJumps,
        })
            count.ShouldBeGreaterThan(10 * total.Years, what);
        total.Votes.ShouldBeGreaterThan(total.Years, "votes");
        total.Divisions.ShouldBeGreaterThan(total.Years, "divisions");
        total.Meetings.ShouldBeGreaterThan(5 * total.Years, "meetings that decided something");
        total.DailyMails.ShouldBeGreaterThan(20 * total.Years, "mails of a morning");
        total.SharedPlans.ShouldBeGreaterThan(total.Years / 2, "plans of several Smederijen");
        total.Merges.ShouldBeGreaterThan(0, "Smederijen that merged");
        total.DivisionsAgain.ShouldBeGreaterThan(0, "divisions that came again");
        total.PaidInTwo.ShouldBeGreaterThan(total.Years, "plans that were paid in two");
        total.PlansOfYears.ShouldBeGreaterThan(total.Years / 5, "plans that ran for more than two years");
    }

    /// <param name="missing">Those that stay out of the log, for they say who, and those that need not have happened.</param>
    private static IEnumerable<string> KindsOf<T>(string prefix = "", params string[] missing) =>
        typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => type.Name).Except(missing)
            .Select(name => prefix + name);
}
