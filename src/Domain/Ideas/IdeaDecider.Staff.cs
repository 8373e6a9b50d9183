using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;
using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <content>What staff can do to a running idea. Each needs a reason, which the log shows to everyone.</content>
public static partial class IdeaDecider
{
    /// <summary>The clock of this idea stops; what people do still counts, and a following step runs on the clock again.</summary>
    private static IdeaDecision Pause(Idea idea, Paused p) => Reasoned(p.Reason, () =>
        idea.PausedAt is not null ? AlreadySo.Instance
        : new Accepted(idea with { PausedAt = p.At, Revision = idea.Revision + 1 }, [], []));

    /// <summary>The clock runs again; every term moves by the length of the pause.</summary>
    private static IdeaDecision Resume(Idea idea, Resumed r) => Reasoned(r.Reason, () =>
        idea.PausedAt is not { } since ? Refuse(NotPaused)
        : new Accepted(idea with { PausedAt = null, State = idea.State.Shift(r.At - since), Revision = idea.Revision + 1 }, [], []));

    private static IdeaDecision RemindNow(Idea idea, ReminderAsked r) => Reasoned(r.Reason, () => idea.State switch
    {
        AwaitingConfirmation => Stay(idea, r, idea.State, Mail(MailKind.ConfirmationReminder, Addressee.Submitter)),
        GatheringSupport => Stay(idea, r, idea.State, Mail(MailKind.SupportHalfway, Addressee.Submitter)),
        InReview s => Stay(idea, r, s, [.. ToOpenSeats(s.Panel, MailKind.ReviewReminder)]),
        AwaitingAnswer s => Stay(idea, r, s, Mail(MailKind.QuestionReminder, Addressee.Submitter, s.Panel.Version)),
        Granted { AccountKnown: false } => Stay(idea, r, idea.State, Mail(MailKind.AccountReminder, Addressee.Submitter)),
        Granted => Stay(idea, r, idea.State, Mail(MailKind.ReleaseReminder, Addressee.Staff)),
        Released { Overrun: not null } => Stay(idea, r, idea.State, Mail(MailKind.OverrunQuestion, Addressee.Gebiedsregisseur)),
        Released => Stay(idea, r, idea.State, Mail(MailKind.RealisationReminder, Addressee.Submitter)),
        WithMunicipality s => Stay(idea, r, s, Mail(MailKind.MunicipalityReminder, Addressee.Municipality(s.Theme), s.Version)),
        OnLongTrack => Stay(idea, r, idea.State, Mail(MailKind.LongTrackCheck, Addressee.Gebiedsregisseur)),
        _ => Refuse(NoRunningTerm),
    });

    /// <summary>A later end for the running term. Gathering support and carrying out can be extended once.</summary>
    private static IdeaDecision Extend(Idea idea, TermExtended x) => Reasoned(x.Reason, () => idea.State switch
    {
        _ when idea.State.Deadline is null => Refuse(NoRunningTerm),
        _ when x.Until <= idea.State.Deadline || x.Until <= x.At => Refuse(NotLater),
        GatheringSupport { Extended: true } or Released { Extended: true } => Refuse(ExtendedBefore),
        AwaitingConfirmation s => Stay(idea, x, s with { Term = s.Term with { Until = x.Until } }),
        GatheringSupport s => Stay(idea, x, s with { Term = s.Term with { Until = x.Until }, Extended = true }),
        InReview s => Stay(idea, x, s with { EscalateAt = x.Until, Escalated = false }),
        AwaitingAnswer s => Stay(idea, x, s with { Term = s.Term with { Until = x.Until } }),
        Granted { AccountKnown: false } s => Stay(idea, x, s with { Term = s.Term with { Until = x.Until } }),
        WithMunicipality s => Stay(idea, x, s with { AnswerBefore = x.Until, Silence = null }),
        Released s => Stay(idea, x, s with { RealiseBefore = x.Until, Extended = true, Overdue = false }),
        _ => Refuse(NoRunningTerm),
    });

    /// <summary>The amount can be put right until money is reserved for it.</summary>
    private static IdeaDecision CorrectAmount(Idea idea, AmountCorrected a, Circumstances c) => Reasoned(a.Reason, () => idea.State switch
    {
        Granted or Released or WithMunicipality or Suitable { InRound: not null } => Refuse(StepIsOver),
        _ when a.Amount == Euro.Zero || a.Amount > c.Settings.AmountLimit => Refuse(AmountAboveLimit),
        _ when a.Amount == idea.Amount => AlreadySo.Instance,
        _ => new Accepted(idea with { Amount = a.Amount, Revision = idea.Revision + 1 }, idea.State is Suitable ? AskForMoney(c) : [], []),
    });

    /// <summary>
    /// The rows go in the same commit as this event. Support that was counted falls away while it is gathered, or the same
    /// person could be counted twice; money that has no account to go to any more waits for a new one.
    /// </summary>
    private static IdeaDecision ErasePerson(Idea idea, PersonErased p) => Reasoned(p.Reason, () => (p.Who, idea.State) switch
    {
        (ErasedPerson.Supporter, GatheringSupport s) => Stay(idea, p, s with { Confirmed = Math.Max(0, s.Confirmed - 1) }),
        (ErasedPerson.Submitter, Granted { AccountKnown: true } s) => Stay(idea, p,
            s with { AccountKnown = false, Account = null, ReleasedFirstBy = null, Chase = null, AccountCorrections = s.AccountCorrections + 1 }),
        (ErasedPerson.Submitter, Ended) => Stay(idea, p, idea.State, new IdeaEffect.EraseReceipts()),
        (ErasedPerson.PaperSupporters, _) => Stay(idea, p, idea.State, new IdeaEffect.EraseScans()),
        _ => Stay(idea, p, idea.State),
    });
}
