using System.Collections.Immutable;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using static Smederijen.Domain.Rounds.RoundDecision;
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
    /// <summary>The first decision: the stuurgroep's money is there, and the round takes ideas until its last day is over.</summary>
    public static Accepted Start(SmederijSettings settings, Opened e)
    {
        var allotment = new LedgerEntry.Allot(settings.Round.Envelope, "stuurgroep");
        var state = new Open(Amsterdam.EndOfDay(settings.Round.ClosesOn));
        var round = new Round(e.Period, Ledger.Empty, 0, settings.Version, state, e.At, Revision: 1);
        return new Accepted(round, settings.Round.Rolling ? [new RoundEffect.OfferNewMoney()] : [], [allotment]);
    }

    /// <summary>The answer of a round to an event, in the light of the settings and the manifest.</summary>
    public static RoundDecision Decide(Round round, RoundEvent e, RoundCircumstances c) => (round.State, e) switch
    {
        // The clock: what is not due does not matter.
        (_, MomentCame) when round.NextDue is not { } due || e.At < due => AlreadySo.Instance,
        (Open, MomentCame) => To(round, e, new Collecting(), new RoundEffect.CollectIdeas()),
        (Preparing s, MomentCame) => Stay(round, s with { RemindAt = Terms.WorkingDaysAfter(e.At, 1) }, new RoundEffect.AskForCodes(Again: true)),
        (Sealed s, MomentCame) => To(round, e, new VoteOpen(s.Manifest, s.OpensAt, s.ClosesAt, s.Struck)),
        (VoteOpen s, MomentCame) => Close(round, e, s, s.ClosesAt),

        // After the closing it is too late, also in the moment before the clock strikes.
        (VoteOpen s, PaperEntered or Proposed or Agreed or Dropped) when e.At >= s.ClosesAt => Refuse(VoteIsClosed),
        (VoteOpen s, IdeaLeft) when e.At >= s.ClosesAt => AlreadySo.Instance,

        // The work of the round.
        (Collecting, IdeasCollected i) => Divide(round, i, c),
        (Counting s, Counted k) => Conclude(round, k, s, c),
        (_, Opened or IdeasCollected or Counted) => AlreadySo.Instance,

        // Codes and paper.
        (Preparing s, CodesMade m) => Seal(round, m, s, c),
        (Sealed, CodesMade m) => RemakeCodes(round, m, c),
        (VoteOpen, CodesMade) => Refuse(VoteHasOpened),
        (VoteOpen s, PaperEntered p) => p.By == p.CheckedBy ? Refuse(SamePersonTwice) : Stay(round, s),
        (Open or Collecting or Preparing or Sealed, PaperEntered) => Refuse(VoteNotOpen),

        // An idea leaves by the will of its submitter.
        (Collecting, IdeaLeft) => Refuse(NoVotePrepared),
        (Preparing s, IdeaLeft l) => Leave(round, s, l, c),
        (Sealed s, IdeaLeft l) => Left(s.Struck, l) ? AlreadySo.Instance : Stay(round, s with { Struck = s.Struck.Add(ByItsSubmitter(l)) }),
        (VoteOpen s, IdeaLeft l) => Left(s.Struck, l) ? AlreadySo.Instance : Stay(round, s with { Struck = s.Struck.Add(ByItsSubmitter(l)) }),
        (_, IdeaLeft) => AlreadySo.Instance,

        // Staff step in, two of them.
        (Preparing or Sealed or VoteOpen, Proposed p) => Propose(round, p, c),
        (Preparing or Sealed or VoteOpen, Agreed a) => Agree(round, a, c),
        (Preparing or Sealed or VoteOpen, Dropped) => round.Proposal is null ? Refuse(NothingProposed)
            : new Accepted(round with { Proposal = null, Revision = round.Revision + 1 }, [], []),

        (Open or Collecting, CodesMade or Proposed or Agreed or Dropped) => Refuse(NoVotePrepared),
        (Counting, CodesMade or PaperEntered or Proposed or Agreed or Dropped) => Refuse(VoteIsClosed),
        (Decided, CodesMade or PaperEntered or Proposed or Agreed or Dropped) => Refuse(RoundIsDecided),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static Refused Refuse(RoundRefusal reason) => new(reason);

    /// <summary>Into another state; a proposal about the former state lapses with it.</summary>
    private static Accepted To(Round round, RoundEvent e, RoundState state, params ImmutableArray<RoundEffect> effects) =>
        new(round with { State = state, Since = e.At, Revision = round.Revision + 1, Proposal = null }, effects, []);

    private static Accepted Stay(Round round, RoundState state, params ImmutableArray<RoundEffect> effects) =>
        new(round with { State = state, Revision = round.Revision + 1 }, effects, []);

    private static RoundDecision Reasoned(string? reason, Func<RoundDecision> decide) =>
        string.IsNullOrWhiteSpace(reason) ? Refuse(ReasonMissing) : decide();
}
