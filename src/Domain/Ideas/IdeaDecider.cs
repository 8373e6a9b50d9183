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
        c.Settings.Closed ? Refuse(SmederijClosed)
        : e.Amount == Euro.Zero || e.Amount > c.Settings.AmountLimit ? Refuse(AmountAboveLimit)
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
            ? To(idea, e, new Ended(IdeaPhase.Expired) { Unconfirmed = true }, [Mail(MailKind.IdeaExpired, Addressee.Submitter)])
            : Stay(idea, e, s with { Term = s.Term.AfterReminder() }, Mail(MailKind.ConfirmationReminder, Addressee.Submitter)),
        (AwaitingLook s, TermPassed) =>
            Stay(idea, e, new AwaitingLook(c.NextRegisseurChase(s.Chase, e.At)), Mail(MailKind.LookRequest, Addressee.Gebiedsregisseur)),
        (GatheringSupport s, TermPassed) => s.Term.IsOverAt(e.At)
            ? CloseSupport(idea, e, s)
            : Stay(idea, e, s with { Term = s.Term.AfterReminder() }, Mail(MailKind.SupportHalfway, Addressee.Submitter)),
        (InReview { RefusedAt: not null } s, TermPassed) => EndReview(idea, e, s.Panel),
        (InReview s, TermPassed) => ChaseReview(idea, e, s, c),
        (AwaitingAnswer s, TermPassed) => s.Term.IsOverAt(e.At)
            ? End(idea, e, IdeaPhase.Expired, MailKind.IdeaExpired)
            : Stay(idea, e, s with { Term = s.Term.AfterReminder() }, Mail(MailKind.QuestionReminder, Addressee.Submitter, s.Panel.Version)),
        (OfferedPart s, TermPassed) => ChasePart(idea, e, s),
        (Granted s, TermPassed) => ChaseGranted(idea, e, s, c),
        (Released { Overrun: { } asked } s, TermPassed) when asked.Chase.Next <= e.At => ChaseOverrun(idea, e, s, asked, c),
        (Released s, TermPassed) => ChaseRealisation(idea, e, s, c),
        (WithMunicipality s, TermPassed) => ChaseMunicipality(idea, e, s, c),
        (OnLongTrack, TermPassed) =>
            Stay(idea, e, new OnLongTrack(), new IdeaEffect.OpenPlan(), Mail(MailKind.LongTrackCheck, Addressee.Gebiedsregisseur)),

        (Ended { Refund: { } refund } s, TermPassed) => ChaseRefund(idea, e, s, refund, c),

        // It came in with all that happened before.
        (_, TakenOver) => AlreadySo.Instance,

        // Being forgotten, by the clock or on request, in any state.
        (Ended s, TermPassed) => Stay(idea, e, s with { EraseAt = null }, new IdeaEffect.ErasePeople(), new IdeaEffect.EraseScans()),
        (_, PersonErased { Who: ErasedPerson.Submitter } p) => ErasePerson(idea with { PartsHidden = null }, p),
        (_, PersonErased p) => ErasePerson(idea, p),
        (_, PersonCorrected p) => CorrectPerson(idea, p),

        // What everybody sees, also after the end.
        (_, PartHidden { Part: Whole } h) => Hide(idea, h),
        (_, PartRestored { Part: Whole } r) => Show(idea, r),
        (_, PartHidden h) =>
            Reasoned(h.Reason, () => Tell(idea with { PartsHidden = HiddenParts.With(idea.PartsHidden, h.Part) }, e, MailKind.PartHidden)),
        (_, PartRestored r) =>
            Reasoned(r.Reason, () => Stay(idea with { PartsHidden = HiddenParts.Without(idea.PartsHidden, r.Part) }, e, idea.State)),

        // What staff look at, also after the end.
        (_, SupportCompared x) => x.Alike == idea.Alike ? AlreadySo.Instance : new Accepted(idea with { Alike = x.Alike }, [], [], Logged: false),

        // What went out on paper is a fact, also after the end.
        (_, SentByLetter l) => Reasoned(l.Reason, () => Stay(idea, e, idea.State)),

        // Colleagues may note something as long as the people are known: a note goes with them.
        (Ended { EraseAt: null }, NoteWritten) => Refuse(IdeaHasEnded),
        (_, NoteWritten) => Stay(idea, e, idea.State),

        // Money that has to come back.
        (Ended { Refund: { } refund } s, MoneyReceived m) => ReceiveBack(idea, m, s, refund),
        (Ended { Refund: { } refund } s, WriteOffApproved w) => WriteOff(idea, w, s, refund),
        (Ended, MoneyReceived or WriteOffApproved) => Refuse(NothingOwed),

        // Found not suitable by mistake.
        (Ended { Review: { } review, EraseAt: not null } s, ReopenApproved r) => Reopen(idea, r, s, review, c),
        (_, ReopenApproved) => Refuse(StepIsOver),

        // A final state stays as it is.
        (Ended { Unconfirmed: true } s, SubmissionDisowned) => Stay(
            idea, e, s with { Unconfirmed = false }, new IdeaEffect.EraseSubmission(), new IdeaEffect.ErasePeople()),
        (Ended { Outcome: IdeaPhase.Expired }, SubmissionDisowned) => AlreadySo.Instance,
        (Ended s, Withdrawn) => s.Outcome == IdeaPhase.Withdrawn ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended s, PlanCompleted) => s.Outcome == IdeaPhase.Completed ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended s, MoneyGivenBack) => s.Outcome == IdeaPhase.GivenBack ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended { Outcome: IdeaPhase.Referred } s, MunicipalityAnswered a) => s.Reasons.Contains(a.Text) ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended s, PaymentReturned p) => TakeBackAfterTheEnd(idea, p, s, c),
        (Ended s, PaymentMade p) => PayAfterTheEnd(idea, p, s, c),
        (Ended s, Stopped) => s.Outcome == IdeaPhase.Stopped ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended, MoneyOffered or PartOffered or MoneyDenied or CarriedOver) => AlreadySo.Instance,
        (Ended s, LongTrackDecided d) => s.Reasons.Contains(d.Reason) ? AlreadySo.Instance : Refuse(IdeaHasEnded),
        (Ended, _) => Refuse(IdeaHasEnded),

        // Staff, in any running state.
        (_, Paused p) => Pause(idea, p),
        (_, Resumed r) => Resume(idea, r),
        (_, ReminderAsked r) => RemindNow(idea, r),
        (_, TermExtended x) => Extend(idea, x),
        (_, AmountCorrected a) => CorrectAmount(idea, a, c),
        (_, AmountLowered a) => LowerAmount(idea, a, c),

        // The municipality stops it.
        (_, Stopped s) => Stop(idea, s, c),

        // The submitter stops.
        (Released or Granted { Done: not null }, Withdrawn) => Refuse(TooLateToWithdraw),
        (OnLongTrack, Withdrawn) => Refuse(PlanOfAGroup),
        (_, Withdrawn) => Withdraw(idea, e),

        // Confirmation.
        (AwaitingConfirmation, SubmissionConfirmed) when c.Settings.LooksFirst =>
            To(idea, e, new AwaitingLook(c.RegisseurChase(e.At)), [Mail(MailKind.LookRequest, Addressee.Gebiedsregisseur)]),
        (AwaitingConfirmation, SubmissionConfirmed) => GatherSupport(idea, e, c),
        (AwaitingConfirmation, SubmissionDisowned) =>
            EndWith(idea, e, IdeaPhase.Expired, null, [new IdeaEffect.EraseSubmission(), new IdeaEffect.ErasePeople()], []),
        (_, SubmissionDisowned) => Refuse(StepIsOver),
        (AwaitingConfirmation, ConfirmationAsked) => new Accepted(idea, [Mail(MailKind.ConfirmSubmission, Addressee.Submitter)], [], Logged: false),
        (AwaitingConfirmation, LookedAt) => Refuse(MailNotConfirmed),
        (AwaitingLook, LookedAt) => GatherSupport(idea, e, c),
        (_, LookedAt) => AlreadySo.Instance,
        (AwaitingConfirmation or AwaitingLook,
            SupportOffered or SupportConfirmed or SignatureListEntered or SignatureListCounted or SignaturesCorrected) =>
            Refuse(idea.State is AwaitingConfirmation ? MailNotConfirmed : NotYet),
        (_, SubmissionConfirmed or ConfirmationAsked) => AlreadySo.Instance,

        // Draagvlak.
        (GatheringSupport, SupportOffered or SupportConfirmed) when idea.Hidden is not null => Refuse(IdeaIsHidden),
        (GatheringSupport, SupportOffered o) => new Accepted(idea, [Mail(MailKind.ConfirmSupport, Addressee.Supporter(o.Key))], [], Logged: false),
        (GatheringSupport s, SupportConfirmed) => CountSupport(idea, e, s with { Confirmed = s.Confirmed + 1 }, c),
        (GatheringSupport s, SignatureListEntered l) => EnterList(idea, l, s),
        (GatheringSupport s, SignatureListCounted l) => CountList(idea, l, s, c),
        (_, SignaturesCorrected x) => Reasoned(x.Reason, () => CorrectSignatures(idea, x)),
        (_, SupportOffered or SupportConfirmed) => AlreadySo.Instance,
        (_, SignatureListEntered or SignatureListCounted or PaperSignaturesEntered) => Refuse(StepIsOver),

        // The initiatiefgroep, until the wijkteam has decided.
        (GatheringSupport or InReview or AwaitingAnswer, GroupAdvised g) => Reasoned(g.Text, () => Stay(idea, e, idea.State)),
        (_, GroupAdvised) => Refuse(idea.State is AwaitingConfirmation or AwaitingLook ? NotYet : StepIsOver),

        // Review by the wijkteam.
        (InReview s, Advised a) => Advise(idea, a, s, c),
        (InReview s, AdviceTakenBack t) => TakeBack(idea, t, s),
        (InReview s, ConflictDeclared d) => DeclareConflict(idea, d, s, c),
        (InReview s, DecidedInMeeting d) => DecideInMeeting(idea, d, s, c),
        (InReview s, ReviewerReplaced r) => ReplaceReviewer(idea, r, s),
        (InReview s, SeatPassedOn p) when s.Panel.Open.Any(seat => seat.Reviewer == p.Reviewer) =>
            Stay(idea, e, s, Mail(MailKind.ReviewRequest, Addressee.Reviewer(p.Reviewer), s.Panel.Version)),
        (_, SeatPassedOn) => AlreadySo.Instance,
        (InReview s, ReviewRestarted r) => Reasoned(r.Reason, () => StartReview(idea, e, s.Panel.NextVersion(), c)),
        (AwaitingConfirmation or AwaitingLook or GatheringSupport,
            Advised or AdviceTakenBack or ConflictDeclared or DecidedInMeeting or ReviewerReplaced or ReviewRestarted or Answered) => Refuse(NotYet),
        (AwaitingAnswer s, Advised a) => RepeatedAdvice(s.Panel, a) ?? Refuse(StepIsOver),
        (AwaitingAnswer s, Answered a) => a.Version == s.Panel.Version ? StartReview(idea, e, s.Panel.NextVersion(), c) : Refuse(StepIsOver),
        (InReview s, Answered a) => a.Version < s.Panel.Version ? AlreadySo.Instance : Refuse(NotYet),
        (_, Advised or AdviceTakenBack or ConflictDeclared or DecidedInMeeting or ReviewerReplaced or ReviewRestarted or Answered) =>
            Refuse(StepIsOver),

        // Money.
        (Suitable { InRound: { } round }, PutToVote p) => round == p.Period ? AlreadySo.Instance : Refuse(InAnotherRound),
        (Suitable s, PutToVote p) => Stay(idea, e, s with { InRound = p.Period }),
        (_, PutToVote) => Refuse(NotYet),
        (Suitable, MoneyOffered o) => Grant(idea, o, c),
        (Suitable s, PartOffered o) => OfferPart(idea, o, s, c),
        (OfferedPart s, MoneyOffered o) => GrantWhole(idea, o, s, c),
        (OfferedPart s, PartAccepted a) => AcceptPart(idea, a, s, c),
        (OfferedPart s, PartDeclined d) => d.Amount == s.Amount ? WithoutPart(idea, e, s) : Refuse(OfferChangedSince),
        (_, PartAccepted or PartDeclined) => Refuse(idea.State.Phase < IdeaPhase.OfferedPart ? NotYet : StepIsOver),
        (Suitable, MoneyDenied d) => Reasoned(d.Reason, () => End(idea, e, IdeaPhase.NotGranted, MailKind.MoneyDenied, d.Reason)),
        (Suitable s, CarriedOver o) => s.CarriedOverTo == o.ToPeriod ? AlreadySo.Instance
            : Stay(idea, e, new Suitable(o.ToPeriod), [Mail(MailKind.CarriedOver, Addressee.Submitter), .. AskForMoney(c)]),
        (_, MoneyOffered or PartOffered or MoneyDenied or CarriedOver) => AlreadySo.Instance,
        (Granted s, AccountGiven given) => s.AccountKnown ? AlreadySo.Instance : AwaitRelease(idea, e, s, given.Account, c),
        (Granted s, ReleaseApproved r) => Release(idea, r, s, c),
        (Granted s, AccountCorrected corrected) => CorrectAccount(idea, corrected, s, c),
        (Released, AccountGiven or ReleaseApproved) => AlreadySo.Instance,
        (Released, AccountCorrected) => Refuse(StepIsOver),
        (_, AccountGiven or AccountCorrected or ReleaseApproved) => Refuse(NotYet),
        (Released s, PaymentMade p) => Pay(idea, p, s),
        (Granted { Done: { } done } s, PaymentMade p) => PayPart(idea, p, s, done),
        (Released s, PaymentReturned p) => TakeBack(idea, p, s, c),
        (Granted { Done: { } done } s, PaymentReturned p) => TakeBackPart(idea, p, s, done, c),
        (_, PaymentMade or PaymentReturned) => AlreadySo.Instance,

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
        (Granted { Done: not null }, PlanCompleted) => AlreadySo.Instance,
        (Granted { Done: not null }, ProgressReported or MoneyGivenBack or OverrunAsked or OverrunAnswered) => Refuse(StepIsOver),
        (OnLongTrack, LongTrackDecided d) => DecideLongTrack(idea, d),
        (_, ProgressReported or PlanCompleted or MoneyGivenBack or OverrunAsked or OverrunAnswered or LongTrackDecided
            or MoneyReceived or WriteOffApproved) => Refuse(NotYet),

        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };
}
