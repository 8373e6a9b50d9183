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
        : new Accepted(
            idea with { PausedAt = null, State = idea.State.Shift(StoodStill(since, idea.HidesSupport(), r.At)), Revision = idea.Revision + 1 },
            [], []));

    /// <summary>
    /// By how much the terms move once one of two reasons to stand still is over. While the other one goes on, what both have in common is
    /// left to that one.
    /// </summary>
    /// <param name="since">When the one that is over began.</param>
    /// <param name="other">When the other one began; null when there is none.</param>
    private static TimeSpan StoodStill(DateTimeOffset since, DateTimeOffset? other, DateTimeOffset now) =>
        other is not { } goesOn ? now - since : goesOn > since ? goesOn - since : TimeSpan.Zero;

    /// <summary>Nobody sees it any more. The time to gather support stands still: nobody supports what they cannot read.</summary>
    private static IdeaDecision Hide(Idea idea, PartHidden h) => Reasoned(h.Reason, () =>
        idea.Hidden is not null ? AlreadySo.Instance : Tell(idea with { Hidden = new Hiding(h.At, h.Reason) }, h, MailKind.IdeaHidden));

    private static IdeaDecision Show(Idea idea, PartRestored r) => Reasoned(r.Reason, () =>
        idea.Hidden is null ? AlreadySo.Instance
        : Tell(
            idea with
            {
                Hidden = null,
                State = idea.HidesSupport() is { } since ? idea.State.Shift(StoodStill(since, idea.PausedAt, r.At)) : idea.State,
            },
            r, MailKind.IdeaShownAgain));

    private static IdeaDecision RemindNow(Idea idea, ReminderAsked r) => Reasoned(r.Reason, () => idea.State switch
    {
        AwaitingConfirmation => Stay(idea, r, idea.State, Mail(MailKind.ConfirmationReminder, Addressee.Submitter)),
        AwaitingLook => Stay(idea, r, idea.State, Mail(MailKind.LookRequest, Addressee.Gebiedsregisseur)),
        GatheringSupport when idea.Hidden is not null => Refuse(IdeaIsHidden),
        GatheringSupport => Stay(idea, r, idea.State, Mail(MailKind.SupportHalfway, Addressee.Submitter)),
        InReview s => Stay(idea, r, s, [.. ToOpenSeats(s.Panel, MailKind.ReviewReminder, isUrgent: true)]),
        AwaitingAnswer s => Stay(idea, r, s, Mail(MailKind.QuestionReminder, Addressee.Submitter, s.Panel.Version)),
        OfferedPart => Stay(idea, r, idea.State, Mail(MailKind.PartReminder, Addressee.Submitter)),
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
        OfferedPart s => Stay(idea, x, s with { Term = s.Term with { Until = x.Until } }),
        Granted { AccountKnown: false } s => Stay(idea, x, s with { Term = s.Term with { Until = x.Until } }),
        WithMunicipality s => Stay(idea, x, s with { AnswerBefore = x.Until, Silence = null }),
        Released s => Stay(idea, x, s with { RealiseBefore = x.Until, Extended = true, Overdue = false }),
        _ => Refuse(NoRunningTerm),
    });

    /// <summary>The amount can be put right until money is reserved for it.</summary>
    private static IdeaDecision CorrectAmount(Idea idea, AmountCorrected a, Circumstances c) => Reasoned(a.Reason, () => idea.State switch
    {
        OfferedPart or Granted or Released or WithMunicipality or Suitable { InRound: not null } => Refuse(StepIsOver),
        _ when a.Amount == Euro.Zero || a.Amount > c.Settings.AmountLimit => Refuse(AmountAboveLimit),
        _ when a.Amount == idea.Amount => AlreadySo.Instance,
        _ when a.Amount > idea.Asked => Refuse(AmountAboveAsked),
        _ when idea.Lowered is { } lowered => WithAmount(
            a.Amount == idea.Asked ? idea with { Asked = null, Lowered = null } : idea with { Lowered = lowered with { Amount = a.Amount } },
            a.Amount, c, Mail(MailKind.AmountLowered, Addressee.Submitter)),
        _ => WithAmount(idea, a.Amount, c),
    });

    /// <summary>The wijkteam gives a part of what was asked: while it judges the idea, and as long as no round was closed with it.</summary>
    private static IdeaDecision LowerAmount(Idea idea, AmountLowered a, Circumstances c) => Reasoned(a.Reason, () => idea.State switch
    {
        AwaitingConfirmation or AwaitingLook or GatheringSupport => Refuse(NotYet),
        not (InReview or AwaitingAnswer or Suitable { InRound: null }) => Refuse(StepIsOver),
        _ when a.Amount == Euro.Zero || a.Amount > idea.Amount => Refuse(AmountNotLower),
        _ when a.Amount == idea.Amount => AlreadySo.Instance,
        _ => WithAmount(
            idea with { Asked = idea.Asked ?? idea.Amount, Lowered = new Lowering(a.Amount, a.Reason) }, a.Amount, c,
            Mail(MailKind.AmountLowered, Addressee.Submitter)),
    });

    private static IdeaDecision WithAmount(Idea idea, Euro amount, Circumstances c, params ImmutableArray<IdeaEffect> mails) => new Accepted(
        idea with { Amount = amount, Revision = idea.Revision + 1 }, [.. mails, .. idea.State is Suitable ? AskForMoney(c) : []], []);

    /// <summary>Of whose idea something is hidden, or can be read again, hears it. Who never confirmed, or is forgotten, is told nothing.</summary>
    private static IdeaDecision Tell(Idea idea, IdeaEvent e, MailKind news) => idea.State is AwaitingConfirmation or Ended { EraseAt: null }
        ? Stay(idea, e, idea.State)
        : Stay(idea, e, idea.State, Mail(news, Addressee.Submitter));

    /// <summary>Ends what the municipality cannot let go on. Money that was promised is free again; money that was paid has to come back.</summary>
    private static IdeaDecision Stop(Idea idea, Stopped x, Circumstances c) => Reasoned(x.Reason, () => idea.State switch
    {
        OnLongTrack => Refuse(PlanOfAGroup),
        Released s => StopPaid(idea, x, new(s.Period, s.Rest, [s.Part]), c),
        Granted { Done: { } done } s => StopPaid(idea, x, new(s.Period, s.Amount, done.Paid), c),
        Granted s => EndWith(idea, x, IdeaPhase.Stopped, x.Reason,
            [Mail(MailKind.IdeaStopped, Addressee.Submitter), new IdeaEffect.OfferMoney()], [new LedgerEntry.Free(s.Amount, idea.Id)]),
        OfferedPart s => EndWith(idea, x, IdeaPhase.Stopped, x.Reason,
            [Mail(MailKind.IdeaStopped, Addressee.Submitter), new IdeaEffect.OfferRest(s.Period)], [new LedgerEntry.Free(s.Amount, idea.Id)]),
        Suitable { InRound: { } period } => EndWith(idea, x, IdeaPhase.Stopped, x.Reason,
            [Mail(MailKind.IdeaStopped, Addressee.Submitter), new IdeaEffect.LeaveRound(period, ByMunicipality: true)], []),
        _ => End(idea, x, IdeaPhase.Stopped, MailKind.IdeaStopped, x.Reason),
    });

    private static IdeaDecision StopPaid(Idea idea, Stopped x, Held money, Circumstances c) => AskBack(
        idea, x, money, new Ended(IdeaPhase.Stopped, x.Reason) { FlowsBack = PaidPart.SumOf(money.Paid) }, c,
        Mail(MailKind.IdeaStopped, Addressee.Submitter));

    /// <summary>
    /// The rows go in the same commit as this event. Support that was counted falls away while it is gathered, or the same
    /// person could be counted twice; so does a list that nobody can see any more; money that has no account to go to any more
    /// waits for a new one.
    /// </summary>
    private static IdeaDecision ErasePerson(Idea idea, PersonErased p) => Reasoned(p.Reason, () => (p.Who, idea.State) switch
    {
        (ErasedPerson.Supporter, GatheringSupport s) => Stay(idea, p, s with { Confirmed = Math.Max(0, s.Confirmed - 1) }, CompareAgain(idea)),
        (ErasedPerson.Supporter, _) => Stay(idea, p, idea.State, CompareAgain(idea)),
        (ErasedPerson.Submitter, Granted { AccountKnown: true } s) => Stay(idea, p,
            s with { AccountKnown = false, Account = null, ReleasedFirstBy = null, Chase = null, AccountCorrections = s.AccountCorrections + 1 },
            new IdeaEffect.EraseSubmission()),
        (ErasedPerson.Submitter, Released s) => Stay(idea, p, s with { Account = null }, new IdeaEffect.EraseSubmission()),
        (ErasedPerson.Submitter, Ended) => Stay(idea, p, idea.State, new IdeaEffect.EraseSubmission(), new IdeaEffect.EraseReceipts()),
        (ErasedPerson.Submitter, _) => Stay(idea, p, idea.State, new IdeaEffect.EraseSubmission()),
        (ErasedPerson.PaperSupporters, GatheringSupport s) => Stay(idea, p, s with { Lists = null }, new IdeaEffect.EraseScans()),
        (ErasedPerson.PaperSupporters, _) => Stay(idea, p, idea.State, new IdeaEffect.EraseScans()),
        _ => Stay(idea, p, idea.State),
    });

    /// <summary>
    /// The rows change in the same commit as this event. Whoever has another address hears so there, in every state, and whatever waits for
    /// them goes out again: the links that went to the first address are void.
    /// </summary>
    private static IdeaDecision CorrectPerson(Idea idea, PersonCorrected p) => Reasoned(p.Reason, () =>
        Stay(idea, p, idea.State, [.. p.NewAddress ? AtNewAddress(idea, p) : [], .. p.Who == KnownPerson.Supporter ? CompareAgain(idea) : []]));

    /// <summary>Supporters who were found alike may be alike no longer. A plan counts those of its idea, so it compares them in its turn.</summary>
    private static ImmutableArray<IdeaEffect> CompareAgain(Idea idea) =>
    [
        .. idea.Alike > 0 ? (IdeaEffect[])[new IdeaEffect.CompareSupport()] : [],
        .. idea.State is OnLongTrack ? (IdeaEffect[])[new IdeaEffect.ComparePlan()] : [],
    ];

    private static IEnumerable<IdeaEffect> AtNewAddress(Idea idea, PersonCorrected p) => p switch
    {
        { Who: KnownPerson.Submitter } => [Mail(MailKind.AddressCorrected, Addressee.Submitter), .. WaitingForSubmitter(idea)],
        { IsAsked: true } when idea.State is GatheringSupport =>
            [Mail(MailKind.AddressCorrected, Addressee.Supporter(p.Key)), Mail(MailKind.ConfirmSupport, Addressee.Supporter(p.Key))],
        { Key.Length: > 0 } => [Mail(MailKind.AddressCorrected, Addressee.Supporter(p.Key))],
        _ => [],
    };

    private static IEnumerable<IdeaEffect> WaitingForSubmitter(Idea idea) => idea.State switch
    {
        AwaitingConfirmation => [Mail(MailKind.ConfirmSubmission, Addressee.Submitter)],
        AwaitingAnswer s => [Mail(MailKind.QuestionAsked, Addressee.Submitter, s.Panel.Version)],
        OfferedPart => [Mail(MailKind.PartOffered, Addressee.Submitter)],
        Granted { AccountKnown: false, Done: not null } => [Mail(MailKind.AccountReminder, Addressee.Submitter)],
        Granted { AccountKnown: false } => [Mail(MailKind.MoneyGranted, Addressee.Submitter)],
        Released => [Mail(MailKind.RealisationReminder, Addressee.Submitter)],
        _ => [],
    };
}
