using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;
using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <content>The review by the wijkteam.</content>
public static partial class IdeaDecider
{
    /// <summary>Somebody who pressed the wrong button has so long before an idea ends by it.</summary>
    public static readonly TimeSpan TimeToTakeBack = TimeSpan.FromMinutes(10);

    private static Panel FirstPanel(Circumstances c) =>
        new(1, c.Settings.Wijkteam.Quorum, [.. c.Settings.Wijkteam.Members.Select(member => new Seat(member.Id))]);

    private static IdeaDecision StartReview(Idea idea, IdeaEvent e, Panel panel, Circumstances c, params ImmutableArray<IdeaEffect> also) =>
        To(idea, e,
            new InReview(panel, c.ReviewChase(e.At), Terms.WorkingDaysAfter(e.At, c.Settings.Terms.ReviewEscalationWorkingDays)),
            [.. also, .. ToOpenSeats(panel, MailKind.ReviewRequest, isUrgent: e is ReviewRestarted or ReopenApproved)]);

    /// <param name="isUrgent">Staff ask for it.</param>
    private static IEnumerable<IdeaEffect> ToOpenSeats(Panel panel, MailKind kind, bool isUrgent = false) =>
        panel.Open.Select(seat => ToReviewer(kind, seat.Reviewer, panel, isUrgent));

    private static IdeaEffect ToReviewer(MailKind kind, string reviewer, Panel panel, bool isUrgent) =>
        new IdeaEffect.SendMail(kind, Addressee.Reviewer(reviewer), panel.Version) { IsUrgent = isUrgent };

    private static IdeaDecision Advise(Idea idea, Advised a, InReview s, Circumstances c) => s.Panel.Find(a.Reviewer) switch
    {
        null => Refuse(NotAReviewer),
        _ when a.Version != s.Panel.Version => Refuse(AskedSinceAgain),
        { Conflicted: true } => Refuse(ReviewerHasConflict),
        { Advice: not null } => RepeatedAdvice(s.Panel, a)!,
        _ when a.Advice != Advice.Suitable && string.IsNullOrWhiteSpace(a.Reason) => Refuse(ReasonMissing),
        var seat => Weigh(
            idea, a, s,
            s.Panel.With(seat with { Advice = a.Advice, Reason = a.Reason, Theme = a.Advice == Advice.MunicipalMatter ? a.Theme : null }), c),
    };

    /// <summary>The same advice once more is fine; another one is not. Null when this member gave none.</summary>
    private static IdeaDecision? RepeatedAdvice(Panel panel, Advised a) =>
        panel.Version == a.Version && panel.Find(a.Reviewer)?.Advice is { } given
            ? given == a.Advice ? AlreadySo.Instance : Refuse(AdvisedDifferently)
            : null;

    private static IdeaDecision DeclareConflict(Idea idea, ConflictDeclared d, InReview s, Circumstances c) => s.Panel.Find(d.Reviewer) switch
    {
        null => Refuse(NotAReviewer),
        _ when d.Version != s.Panel.Version => Refuse(AskedSinceAgain),
        { Conflicted: true } => AlreadySo.Instance,
        { Advice: not null } => Refuse(AdvisedDifferently),
        var seat => Weigh(idea, d, s, s.Panel.With(seat with { Conflicted = true }), c),
    };

    /// <summary>What the advices come to so far. A question always goes first: nobody decides over an open question.</summary>
    private static IdeaDecision Weigh(Idea idea, IdeaEvent e, InReview s, Panel panel, Circumstances c) =>
        QuestionIn(e) is { } question
            ? To(idea, e,
                new AwaitingAnswer(panel, question, Term.OfDays(e.At, c.Settings.Terms.AnswerDays)),
                [Mail(MailKind.QuestionAsked, Addressee.Submitter, panel.Version)])
            : panel.Outcome switch
            {
                Advice.Suitable => To(idea, e, new Suitable(), FoundSuitable(c)),
                Advice.NotSuitable => Stay(idea, e, s with { Panel = panel, RefusedAt = s.RefusedAt ?? e.At + TimeToTakeBack }),
                Advice.MunicipalMatter => PassOn(idea, e, panel, panel.MunicipalTheme, 1, c),
                Advice.LongTrack => To(idea, e, new OnLongTrack(),
                    [new IdeaEffect.OpenPlan(), Mail(MailKind.MovedToLongTrack, Addressee.Submitter),
                        Mail(MailKind.MovedToLongTrack, Addressee.Gebiedsregisseur)]),
                _ when panel.IsSplit => Stay(idea, e, s with { Panel = panel }, Mail(MailKind.ReviewSplit, Addressee.Gebiedsregisseur)),
                _ => Stay(idea, e, s with { Panel = panel }),
            };

    private static string? QuestionIn(IdeaEvent e) => e switch
    {
        Advised { Advice: Advice.Question } a => a.Reason,
        DecidedInMeeting { Advice: Advice.Question } d => d.Reason,
        _ => null,
    };

    /// <summary>Everybody who was there says the same at once; what that comes to follows the rules of single advices.</summary>
    private static IdeaDecision DecideInMeeting(Idea idea, DecidedInMeeting d, InReview s, Circumstances c) =>
        d.Version != s.Panel.Version ? Refuse(AskedSinceAgain)
        : d.By == d.AgreedBy ? Refuse(SamePersonTwice)
        : d.Advice != Advice.Suitable && string.IsNullOrWhiteSpace(d.Reason) ? Refuse(ReasonMissing)
        : s.Panel.AtTable(d.Present).Count() < s.Panel.Needed ? Refuse(QuorumNotPresent)
        : s.Panel.InMeeting(d) is var panel && d.Advice == Advice.NotSuitable && panel.Outcome != Advice.NotSuitable ? Refuse(MajorityNotPresent)
        : Weigh(idea, d, s, panel, c);

    private static ImmutableArray<IdeaEffect> FoundSuitable(Circumstances c) =>
        [Mail(MailKind.FoundSuitable, Addressee.Submitter), .. AskForMoney(c)];

    private static IdeaDecision EndReview(Idea idea, IdeaEvent e, Panel panel) =>
        To(idea, e, new Ended(IdeaPhase.Declined, panel.ReasonsFor(Advice.NotSuitable)) { Review = panel },
            [Mail(MailKind.FoundUnsuitable, Addressee.Submitter)]);

    /// <summary>As if it was never given: what it would have decided, it does not.</summary>
    private static IdeaDecision TakeBack(Idea idea, AdviceTakenBack t, InReview s) => s.Panel.Find(t.Reviewer) switch
    {
        null => Refuse(NotAReviewer),
        _ when t.Version != s.Panel.Version => Refuse(AskedSinceAgain),
        { Advice: null } => AlreadySo.Instance,
        var seat => Without(idea, t, s, s.Panel.With(new Seat(seat.Reviewer))),
    };

    private static IdeaDecision Without(Idea idea, AdviceTakenBack t, InReview s, Panel panel) =>
        Stay(idea, t, s with { Panel = panel, RefusedAt = panel.Outcome is Advice.NotSuitable ? s.RefusedAt : null });

    /// <summary>Two different people let the wijkteam review it again, with new links.</summary>
    private static IdeaDecision Reopen(Idea idea, ReopenApproved r, Ended s, Panel review, Circumstances c) =>
        s.ReopenedFirstBy is null
            ? Reasoned(r.Reason, () => Stay(idea, r, s with { ReopenedFirstBy = r.By }, Mail(MailKind.ReopenRequest, Addressee.Staff)))
        : s.ReopenedFirstBy == r.By ? Refuse(SamePersonTwice)
        : StartReview(idea, r, review.NextVersion(), c, Mail(MailKind.IdeaReopened, Addressee.Submitter));

    private static IdeaDecision ReplaceReviewer(Idea idea, ReviewerReplaced r, InReview s) => Reasoned(r.Reason, () => s.Panel.Find(r.Reviewer) switch
    {
        null => Refuse(NotAReviewer),
        { Advice: not null } => Refuse(StepIsOver),
        _ when s.Panel.Find(r.Replacement) is not null => Refuse(AlreadyReviewer),
        _ => Stay(idea, r, s with { Panel = s.Panel.Replace(r.Reviewer, r.Replacement) },
            ToReviewer(MailKind.ReviewRequest, r.Replacement, s.Panel, isUrgent: true)),
    });

    private static IdeaDecision ChaseReview(Idea idea, IdeaEvent e, InReview s, Circumstances c) =>
        s.Escalated || e.At >= s.EscalateAt
            ? Stay(idea, e, s with { Chase = NextReviewChase(s.Chase, e, c), Escalated = true },
                Mail(MailKind.ReviewEscalated, Addressee.Gebiedsregisseur))
            : Stay(idea, e, s with { Chase = NextReviewChase(s.Chase, e, c) }, [.. ToOpenSeats(s.Panel, MailKind.ReviewReminder)]);

    private static Chase NextReviewChase(Chase chase, IdeaEvent e, Circumstances c) =>
        chase.AfterWorkingDays(e.At, c.Settings.Terms.ReviewReminderWorkingDays);
}
