using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Decision<Smederijen.Domain.Rounds.Round, Smederijen.Domain.Rounds.RoundEffect, Smederijen.Domain.Rounds.RoundRefusal>;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Rounds.RoundRefusal;
using static Smederijen.Domain.Rounds.RoundState;

namespace Smederijen.Domain.Rounds;

/// <summary>
/// The whole judgement over one round: every state answers every event. Each arm is one expression; the helpers stand in the
/// other parts of this class. <c>docs/round-states.md</c> is printed from this code.
/// </summary>
public static partial class RoundDecider
{
    /// <summary>
    /// The first decision of a round that the settings open: it takes ideas until its last day is over. It begins with the
    /// envelope of the settings, unless the stuurgroep divides the money of this period.
    /// </summary>
    public static Accepted Start(SmederijSettings settings, StuurgroepSettings stuurgroep, Opened e) => OpenFor(
        Unopened(settings, e.Period, e), e, settings,
        stuurgroep.Divides(e.Period) ? [] : [new LedgerEntry.Allot(settings.Round.Envelope, Source.OfSettings)]);

    /// <summary>The first decision of a round whose money comes before the settings open it.</summary>
    public static Accepted Announce(SmederijSettings settings, string period, Allotted e) =>
        Allot(Unopened(settings, period, e), e, new RoundCircumstances(settings));

    /// <summary>The same with what was left in an earlier round.</summary>
    public static Accepted Announce(SmederijSettings settings, string period, MoneyCarriedIn e) =>
        CarryIn(Unopened(settings, period, e), e, new RoundCircumstances(settings));

    /// <summary>The first decision of a round that was over before this website was there: it holds what its projects took, and no more.</summary>
    public static Accepted TakeOver(SmederijSettings settings, string period, TakenOver e) =>
        TakeOver(Unopened(settings, period, e) with { State = new Decided(RoundOutcome.TakenOver, []) }, e);

    /// <summary>The answer of a round to an event, in the light of the settings and the manifest.</summary>
    public static RoundDecision Decide(Round round, RoundEvent e, RoundCircumstances c) => (round.State, e) switch
    {
        // The clock: what is not due does not matter.
        (_, MomentCame) when round.NextDue is not { } due || e.At < due => AlreadySo.Instance,
        (Open, MomentCame) => To(round, e, new Collecting(), new RoundEffect.CollectIdeas()),
        (Preparing s, MomentCame) => Stay(round, s with { RemindAt = Terms.WorkingDaysAfter(e.At, 1) }, new RoundEffect.AskForCodes(Again: true)),
        (Sealed s, MomentCame) => To(round, e, new VoteOpen(s.Manifest, s.OpensAt, s.ClosesAt, s.Struck)),
        (VoteOpen s, MomentCame) => Close(round, e, s, s.ClosesAt, c),
        (Counting s, MomentCame) => StartCounting(round, s),
        (Drawing s, MomentCame) => Stay(round, s with { RemindAt = Terms.WorkingDaysAfter(e.At, 1) }, new RoundEffect.AskForDraw(Again: true)),

        // After the closing it is too late, also in the moment before the clock strikes.
        (Open s, Proposed or Agreed or Dropped) when e.At >= s.ClosesAt => Refuse(RoundIsClosed),
        (VoteOpen s, PaperEntered or Proposed or Agreed or Dropped) when e.At >= s.ClosesAt => Refuse(VoteIsClosed),
        (VoteOpen s, IdeaLeft) when e.At >= s.ClosesAt => AlreadySo.Instance,

        // The work of the round.
        (Collecting, IdeasCollected i) => Divide(round, i, c),
        (Counting { CheckUntil: null } s, Counted { Equal.IsEmpty: true } k) => Conclude(round, k, k.Verdicts, k.Next, s.Struck, c,
            new RoundEffect.TellIdeas(), new RoundEffect.ShredBallots()),
        (Counting { CheckUntil: null } s, Counted k) => AwaitDraw(round, k, s, c),
        (Drawing { Value: { } value } s, Drawn d) when d.Value == value => Conclude(round, d, d.Verdicts, d.Next, s.Struck, c,
            new RoundEffect.TellIdeas()),
        (Announced, Opened o) => OpenFor(round, o, c.Settings, []),
        (_, Opened or IdeasCollected or Counted or Drawn) => AlreadySo.Instance,

        // Money comes at any time: a ledger never refuses it.
        (_, Allotted a) => round.Resolutions.Contains(a.Resolution) ? AlreadySo.Instance : Allot(round, a, c),
        (_, MoneyCarriedIn m) => round.Resolutions.Contains(m.Once) ? AlreadySo.Instance : CarryIn(round, m, c),

        (_, TakenOver t) when round.Resolutions.Contains(t.Import) => AlreadySo.Instance,
        (Decided, TakenOver t) => TakeOver(round, t),
        (_, TakenOver) => Refuse(RoundNotDecided),

        // It leaves only once nobody can ask for it here any more.
        (Decided or Announced, RemainderSettled r) when round.State is Decided || r.Closed => round.Resolutions.Contains(r.Resolution)
            ? AlreadySo.Instance : Settle(round, r),
        (_, RemainderSettled) => Refuse(RoundNotDecided),

        // Codes and paper.
        (Preparing s, CodesMade m) => Seal(round, m, s, c),
        (Sealed s, CodesMade m) => RemakeCodes(round, m, s, c),
        (VoteOpen, CodesMade) => Refuse(VoteHasOpened),
        (VoteOpen s, PaperEntered p) => p.By == p.CheckedBy ? Refuse(SamePersonTwice) : Stay(round, s),
        (Counting { CheckUntil: { } until } s, PaperEntered p) when p.At < until => p.By == p.CheckedBy ? Refuse(SamePersonTwice)
            : c.PaperWaiting > 1 ? Stay(round, s) : StartCounting(round, s),
        (Announced or Open or Collecting or Preparing or Sealed, PaperEntered) => Refuse(VoteNotOpen),

        // The draw between equals.
        (Drawing { Value: not null }, DrawTyped) => AlreadySo.Instance,
        (Drawing s, DrawTyped t) => TypeDraw(round, t, s),
        (Decided, DrawTyped) => Refuse(RoundIsDecided),
        (_, DrawTyped) => Refuse(NothingToDraw),

        // An idea leaves by the will of its submitter.
        (Collecting, IdeaLeft) => Refuse(NoVotePrepared),
        (Preparing s, IdeaLeft l) => Leave(round, s, l, c),
        (Sealed s, IdeaLeft l) => Left(s.Struck, l) ? AlreadySo.Instance : Stay(round, s with { Struck = s.Struck.Add(Strike(l)) }),
        (VoteOpen s, IdeaLeft l) => Left(s.Struck, l) ? AlreadySo.Instance : Stay(round, s with { Struck = s.Struck.Add(Strike(l)) }),
        (Counting { CheckUntil: not null } s, IdeaLeft l) =>
            Left(s.Struck, l) ? AlreadySo.Instance : Stay(round, s with { Struck = s.Struck.Add(Strike(l)) }),
        (Drawing { Value: null } s, IdeaLeft l) => Left(s.Struck, l) ? AlreadySo.Instance : Stay(round, WithoutIdea(s, l)),
        (_, IdeaLeft) => AlreadySo.Instance,

        // Staff step in, two of them.
        (Open or Preparing or Sealed or VoteOpen, Proposed p) => Propose(round, p, c),
        (Open or Preparing or Sealed or VoteOpen, Agreed a) => Agree(round, a, c),
        (Open or Preparing or Sealed or VoteOpen, Dropped) => round.Proposal is null ? Refuse(NothingProposed)
            : new Accepted(round with { Proposal = null, Revision = round.Revision + 1 }, [], []),

        // What everybody reads of the history. It touches neither the vote nor its terms.
        (_, PartHidden h) => Reasoned(h.Reason, () => Stay(round, round.State)),
        (_, PartRestored r) => Reasoned(r.Reason, () => Stay(round, round.State)),

        (Announced or Collecting, CodesMade or Proposed or Agreed or Dropped) => Refuse(NoVotePrepared),
        (Open, CodesMade) => Refuse(NoVotePrepared),
        (Counting or Drawing, CodesMade or PaperEntered or Proposed or Agreed or Dropped) => Refuse(VoteIsClosed),
        (Decided, CodesMade or PaperEntered or Proposed or Agreed or Dropped) => Refuse(RoundIsDecided),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static Accepted OpenFor(Round round, Opened e, SmederijSettings settings, ImmutableArray<LedgerEntry> postings)
    {
        var open =
            round with { State = new Open(Amsterdam.EndOfDay(settings.Round.ClosesOn)), SettingsVersion = settings.Version, Since = e.At,
            Revision = round.Revision + 1 };
        return new Accepted(open, settings.Round.Rolling ? [new RoundEffect.OfferNewMoney()] : [], postings);
    }

    private static Round Unopened(SmederijSettings settings, string period, RoundEvent e) =>
        new(period, Ledger.Empty, 0, settings.Version, new Announced(), e.At);

    private static Accepted Allot(Round round, Allotted e, RoundCircumstances c) => new(
        After(round, e.Resolution), OfferNew(round, c), [.. e.Shares.Select(share => new LedgerEntry.Allot(share.Amount, share.Name))]);

    private static Accepted CarryIn(Round round, MoneyCarriedIn e, RoundCircumstances c) => new(
        After(round, e.Once), OfferNew(round, c),
        [.. e.Shares.Select(share => new LedgerEntry.CarryIn(share.Amount, share.Name, e.From) { Of = e.Of })]);

    private static Accepted TakeOver(Round round, TakenOver e) =>
        new(After(round, e.Import), [], [new LedgerEntry.Allot(e.Amount, Source.BeforeThis)]);

    private static RoundDecision Settle(Round round, RemainderSettled e) =>
        e.Shares.Sum(share => share.Amount.Cents) > round.Ledger.Available.Cents ? Refuse(MoreThanIsLeft)
        : e.To is { } to ? new Accepted(
            After(round, e.Resolution), e.Shares.IsEmpty ? [] : [new RoundEffect.CarryTo(to, e.Resolution, e.Shares) { Into = e.Into }],
            [.. e.Shares.Select(share => new LedgerEntry.CarryOut(share.Amount, share.Name, to) { Into = e.Into })])
        : new Accepted(After(round, e.Resolution), [], [.. e.Shares.Select(share => new LedgerEntry.Return(share.Amount, share.Name))]);

    private static Round After(Round round, string resolution) =>
        round with { Resolutions = round.Resolutions.Add(resolution), Revision = round.Revision + 1 };

    private static ImmutableArray<RoundEffect> OfferNew(Round round, RoundCircumstances c) =>
        round.State is Open && c.Settings.Round.Rolling ? [new RoundEffect.OfferNewMoney()] : [];

    private static Refused Refuse(RoundRefusal reason) => new(reason);

    /// <summary>Into another state; a proposal about the former state lapses with it.</summary>
    private static Accepted To(Round round, RoundEvent e, RoundState state, params ImmutableArray<RoundEffect> effects) =>
        new(round with { State = state, Since = e.At, Revision = round.Revision + 1, Proposal = null }, effects, []);

    private static Accepted Stay(Round round, RoundState state, params ImmutableArray<RoundEffect> effects) =>
        new(round with { State = state, Revision = round.Revision + 1 }, effects, []);

    private static RoundDecision Reasoned(string? reason, Func<RoundDecision> decide) =>
        string.IsNullOrWhiteSpace(reason) ? Refuse(ReasonMissing) : decide();
}
