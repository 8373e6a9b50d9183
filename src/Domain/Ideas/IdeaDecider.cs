using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;
using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <summary>
/// The whole judgement over one idea: every state answers every event. Each arm is one expression; the helpers stand in
/// the other parts of this class, one per step of the process. <c>docs/idea-states.md</c> is printed from this code.
/// </summary>
public static partial class IdeaDecider
{
    /// <summary>The first decision: an idea is handed in.</summary>
    public static IdeaDecision Submit(string id, Submitted e, Circumstances c) =>
        e.Amount == Euro.Zero || e.Amount > c.Settings.AmountLimit ? Refuse(AmountAboveLimit)
        : To(new Idea(id, c.Settings.Version, e.Amount, null!, e.At), e,
            new AwaitingConfirmation(Term.OfDays(e.At, c.Settings.Terms.ConfirmationDays)),
            [Mail(MailKind.ConfirmSubmission, Addressee.Submitter)]);

    /// <summary>The answer of an idea to an event, in the light of the settings and the money.</summary>
    public static IdeaDecision Decide(Idea idea, IdeaEvent e, Circumstances c) => WithRetention(idea, Judge(idea, e, c), c);

    private static IdeaDecision Judge(Idea idea, IdeaEvent e, Circumstances c) => (idea.State, e) switch
    {
        // The clock, paused or not: what is not due does not matter.
        (_, TermPassed) when idea.NextDue() is not { } due || e.At < due => AlreadySo.Instance,
        (AwaitingConfirmation s, TermPassed) => s.Term.IsOverAt(e.At)
            ? End(idea, e, IdeaPhase.Expired, MailKind.IdeaExpired)
            : Stay(idea, e, s with { Term = s.Term.AfterReminder() }, Mail(MailKind.ConfirmationReminder, Addressee.Submitter)),
        (GatheringSupport s, TermPassed) => s.Term.IsOverAt(e.At)
            ? End(idea, e, IdeaPhase.NotSupported, MailKind.SupportFailed)
            : Stay(idea, e, s with { Term = s.Term.AfterReminder() }, Mail(MailKind.SupportHalfway, Addressee.Submitter)),
        (InReview s, TermPassed) => ChaseReview(idea, e, s, c),
        (AwaitingAnswer s, TermPassed) => s.Term.IsOverAt(e.At)
            ? End(idea, e, IdeaPhase.Expired, MailKind.IdeaExpired)
            : Stay(idea, e, s with { Term = s.Term.AfterReminder() }, Mail(MailKind.QuestionReminder, Addressee.Submitter, s.Panel.Version)),
        (Granted s, TermPassed) => ChaseGranted(idea, e, s, c),
        (Released { Overrun: { } asked } s, TermPassed) when asked.Chase.Next <= e.At => ChaseOverrun(idea, e, s, asked, c),
        (Released s, TermPassed) => ChaseRealisation(idea, e, s, c),
        (WithMunicipality s, TermPassed) => ChaseMunicipality(idea, e, s, c),
        (OnLongTrack, TermPassed) =>
            Stay(idea, e, new OnLongTrack(), new IdeaEffect.OpenPlan(), Mail(MailKind.LongTrackCheck, Addressee.Gebiedsregisseur)),

        (Ended { Refund: { } refund } s, TermPassed) => ChaseRefund(idea, e, s, refund, c),

        // Being forgotten, by the clock or on request, in any state.
        (Ended s, TermPassed) => Stay(idea, e, s with { EraseAt = null }, new IdeaEffect.ErasePeople(), new IdeaEffect.EraseScans()),
        (_, PersonErased p) => ErasePerson(idea, p),

        // What went out on paper is a fact, also after the end.
        (_, SentByLetter l) => Reasoned(l.Reason, () => Stay(idea, e, idea.State)),

        // Colleagues may note something as long as the people are known: a note goes with them.
        (Ended { EraseAt: null }, NoteWritten) => Refuse(IdeaHasEnded),
        (_, NoteWritten) => Stay(idea, e, idea.State),

        // Money that has to come back.
        (Ended { Refund: { } refund } s, MoneyReceived m) => ReceiveBack(idea, m, s, refund),
        (Ended { Refund: { } refund } s, WriteOffApproved w) => WriteOff(idea, w, s, refund),
        (Ended, MoneyReceived or WriteOffApproved) => Refuse(NothingOwed),

        // A final state stays as it is.
        (Ended s, Withdrawn) => s.Outcome == IdeaPhase.Withdrawn ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended s, PlanCompleted) => s.Outcome == IdeaPhase.Completed ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended s, MoneyGivenBack) => s.Outcome == IdeaPhase.GivenBack ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended { Outcome: IdeaPhase.Referred } s, MunicipalityAnswered a) => s.Reasons.Contains(a.Text) ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended, MoneyOffered or MoneyDenied or CarriedOver) => AlreadySo.Instance,
        (Ended s, LongTrackDecided d) => s.Reasons.Contains(d.Reason) ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended, _) => Refuse(IdeaHasEnded),

        // Staff, in any running state.
        (_, Paused p) => Pause(idea, p),
        (_, Resumed r) => Resume(idea, r),
        (_, ReminderAsked r) => RemindNow(idea, r),
        (_, TermExtended x) => Extend(idea, x),
        (_, AmountCorrected a) => CorrectAmount(idea, a, c),

        // The submitter stops.
        (Released, Withdrawn) => Refuse(TooLateToWithdraw),
        (OnLongTrack, Withdrawn) => Refuse(PlanOfAGroup),
        (_, Withdrawn) => Withdraw(idea, e),

        // Confirmation.
        (AwaitingConfirmation, SubmissionConfirmed) => To(idea, e,
            new GatheringSupport(0, 0, Term.OfDays(e.At, c.Settings.Terms.SupportDays)),
            [Mail(MailKind.SupportStarted, Addressee.Submitter)]),
        (AwaitingConfirmation, SupportOffered or SupportConfirmed or PaperSignaturesEntered) => Refuse(MailNotConfirmed),
        (_, SubmissionConfirmed) => AlreadySo.Instance,

        // Draagvlak.
        (GatheringSupport, SupportOffered o) => new Accepted(idea, [Mail(MailKind.ConfirmSupport, Addressee.Supporter(o.Key))], [], Logged: false),
        (GatheringSupport s, SupportConfirmed) => CountSupport(idea, e, s with { Confirmed = s.Confirmed + 1 }, c),
        (GatheringSupport s, PaperSignaturesEntered p) =>
            Reasoned(p.Reason, () => CountSupport(idea, e, s with { OnPaper = s.OnPaper + p.Count }, c)),
        (_, SupportOffered or SupportConfirmed) => AlreadySo.Instance,
        (_, PaperSignaturesEntered) => Refuse(StepIsOver),

        // The initiatiefgroep, until the wijkteam has decided.
        (GatheringSupport or InReview or AwaitingAnswer, GroupAdvised g) => Reasoned(g.Text, () => Stay(idea, e, idea.State)),
        (_, GroupAdvised) => Refuse(idea.State is AwaitingConfirmation ? NotYet : StepIsOver),

        // Review by the wijkteam.
        (InReview s, Advised a) => Advise(idea, a, s, c),
        (InReview s, ConflictDeclared d) => DeclareConflict(idea, d, s, c),
        (InReview s, ReviewerReplaced r) => ReplaceReviewer(idea, r, s),
        (InReview s, ReviewRestarted r) => Reasoned(r.Reason, () => StartReview(idea, e, s.Panel.NextVersion(), c)),
        (AwaitingConfirmation or GatheringSupport, Advised or ConflictDeclared or ReviewerReplaced or ReviewRestarted or Answered) => Refuse(NotYet),
        (AwaitingAnswer s, Advised a) => RepeatedAdvice(s.Panel, a) ?? Refuse(StepIsOver),
        (AwaitingAnswer s, Answered a) => a.Version == s.Panel.Version ? StartReview(idea, e, s.Panel.NextVersion(), c) : Refuse(StepIsOver),
        (InReview s, Answered a) => a.Version < s.Panel.Version ? AlreadySo.Instance : Refuse(NotYet),
        (_, Advised or ConflictDeclared or ReviewerReplaced or ReviewRestarted or Answered) => Refuse(StepIsOver),

        // Money.
        (Suitable s, PutToVote p) => s.InRound == p.Period ? AlreadySo.Instance : Stay(idea, e, s with { InRound = p.Period }),
        (_, PutToVote) => Refuse(NotYet),
        (Suitable, MoneyOffered o) => Grant(idea, o, c),
        (Suitable, MoneyDenied d) => Reasoned(d.Reason, () => End(idea, e, IdeaPhase.NotGranted, MailKind.MoneyDenied, d.Reason)),
        (Suitable s, CarriedOver o) => s.CarriedOverTo == o.ToPeriod ? AlreadySo.Instance
            : Stay(idea, e, new Suitable(o.ToPeriod), [Mail(MailKind.CarriedOver, Addressee.Submitter), .. AskForMoney(c)]),
        (_, MoneyOffered or MoneyDenied or CarriedOver) => AlreadySo.Instance,
        (Granted s, AccountGiven given) => s.AccountKnown ? AlreadySo.Instance : AwaitRelease(idea, e, s, given.Account, c),
        (Granted s, ReleaseApproved r) => Release(idea, r, s, c),
        (Granted s, AccountCorrected corrected) => CorrectAccount(idea, corrected, s, c),
        (Released, AccountGiven or ReleaseApproved) => AlreadySo.Instance,
        (Released, AccountCorrected) => Refuse(StepIsOver),
        (_, AccountGiven or AccountCorrected or ReleaseApproved) => Refuse(NotYet),

        // A matter for the municipality.
        (WithMunicipality s, MunicipalityAnswered a) => CloseReferral(idea, a, s),
        (WithMunicipality s, ReferralRedirected r) => Redirect(idea, r, s, c),
        (_, MunicipalityAnswered or ReferralRedirected) => Refuse(NotYet),

        // After the money.
        (Released s, ProgressReported) => Stay(idea, e, s with { Reports = s.Reports + 1 }),
        (Released s, PlanCompleted p) => Complete(idea, p, s, c),
        (Released s, MoneyGivenBack g) => GiveBack(idea, g, s, c),
        (Released s, OverrunAsked a) => AskOverrun(idea, a, s, c),
        (Released s, OverrunAnswered a) => AnswerOverrun(idea, a, s),
        (OnLongTrack, LongTrackDecided d) => DecideLongTrack(idea, d),
        (_, ProgressReported or PlanCompleted or MoneyGivenBack or OverrunAsked or OverrunAnswered or LongTrackDecided
            or MoneyReceived or WriteOffApproved) => Refuse(NotYet),

        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };
}
