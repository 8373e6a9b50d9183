using Smederijen.Portal.Board;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Mailing;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Ideas.Review;
using Smederijen.Portal.Ideas.Support;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Plans.Judging;
using Smederijen.Portal.Plans.Mailing;
using Smederijen.Portal.Plans.Submitting;
using Smederijen.Portal.Plans.Support;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Stuurgroep.Mailing;
using Smederijen.Portal.Uploading;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal;

/// <summary>The kinds of items that there are, and what is done for their effects. A new kind is a line in each list.</summary>
public static class House
{
    /// <summary>What verification, sweep, checks and erasure read.</summary>
    public static IReadOnlyList<KindFacts> Kinds { get; } =
    [
        IdeaKind.Facts, RoundKind.Facts, PlanKind.Facts, ResolutionKind.Facts, HelpWork.Kind, GroupWork.Kind, StrayFiles.Kind, OldAddresses.Kind,
        SettingsKind.Facts, PlaceKind.Facts, PastKind.Facts, YearKind.Facts, ReviewerMail.Kind, MeetingKind.Facts,
        PaymentKind.Facts, BatchKind.Facts, BankFileKind.Facts, BankLineKind.Facts,
    ];

    /// <summary>How what waits is written down, for who reads the store from outside the program.</summary>
    public static EffectContracts Effects { get; } = new(Kinds);

    /// <summary>What is compared of a kind when the history is checked, beside what holds for all.</summary>
    public static IReadOnlyList<ItemCheck> Checks { get; } = [.. PaymentAccounts.Checks, .. LedgerCheck.Checks, .. VoteCheck.Checks];

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        .. MailRoom.Deeds, .. IdeaErasure.Deeds, .. SupportComparison.Deeds, .. RoundMail.Deeds, .. RoundIdeas.Deeds, .. MoneyOffers.Deeds,
        .. Remainders.Deeds, .. VoteCounting.Deeds,
        .. PlanMail.Deeds, .. PlanErasure.Deeds, .. PlanSupportComparison.Deeds, .. OpenPlans.Deeds, .. SharedPlans.Deeds, .. PlanJudgements.Deeds,
        .. ResolutionMail.Deeds, .. Allotting.Deeds, .. Settling.Deeds, .. SettingsKind.Deeds, .. PlaceKind.Deeds, .. YearKind.Deeds,
        .. PastTaking.Deeds, .. ReviewerMail.Deeds, .. MeetingIdeas.Deeds, .. HelpWork.Deeds, .. GroupWork.Deeds, .. OldAddresses.Deeds,
        .. StrayFiles.Deeds, .. Paying.Deeds, .. BankTaking.Deeds, .. PayeeErasure.Deeds, .. SharedBoard.Deeds,
    ];
}
