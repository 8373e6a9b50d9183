using static Smederijen.Domain.Decision<Smederijen.Domain.Rounds.Round, Smederijen.Domain.Rounds.RoundEffect, Smederijen.Domain.Rounds.RoundRefusal>;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Rounds.RoundRefusal;
using static Smederijen.Domain.Rounds.RoundState;

namespace Smederijen.Domain.Rounds;

/// <content>How staff step in: one proposes with a reason, another agrees, and only then it happens.</content>
public static partial class RoundDecider
{
    private static RoundDecision Propose(Round round, Proposed e, RoundCircumstances c) => Reasoned(e.Reason, () =>
        round.Proposal is { } other && other.What != e.What ? Refuse(OtherProposalWaits)
        : round.Proposal is not null ? AlreadySo.Instance
        : Objection(round, e.What, e.At, c) is { } objection ? Refuse(objection)
        : new Accepted(round with { Proposal = new Proposal(e.What, e.Reason, e.By, e.At), Revision = round.Revision + 1 }, [], []));

    /// <summary>What was possible when it was proposed may be so no longer: it is judged again.</summary>
    private static RoundDecision Agree(Round round, Agreed e, RoundCircumstances c) => round.Proposal switch
    {
        null => Refuse(NothingProposed),
        var proposal when proposal.By == e.By => Refuse(SamePersonTwice),
        var proposal =>
            Objection(round, proposal.What, e.At, c) is { } objection ? Refuse(objection) : StepIn(round with { Proposal = null }, e, proposal, c),
    };

    private static RoundRefusal? Objection(Round round, Intervention what, DateTimeOffset at, RoundCircumstances c) => (what, round.State) switch
    {
        (Intervention.CloseRound, not Open) => RoundIsClosed,
        (Intervention.CloseRound, _) => null,
        (_, Open) => NoVotePrepared,
        (Intervention.ChangeOpening, VoteOpen) => VoteHasOpened,
        (Intervention.ChangeOpening x, Sealed s) => x.OpensAt >= s.ClosesAt ? AfterTheClosing : null,
        (Intervention.ChangeOpening, _) => null,
        (Intervention.CloseNow or Intervention.Extend, not VoteOpen) => VoteNotOpen,
        (Intervention.Extend x, VoteOpen s) => x.Until <= s.ClosesAt || x.Until <= at ? NotLater : null,
        (Intervention.CloseNow, _) => null,
        (Intervention.StrikeIdea, Preparing) => NoVotePrepared,
        (Intervention.StrikeIdea x, _) => c.Manifest!.Find(x.Idea) is null || StruckIn(round.State, x.Idea) ? NotOnTheBallot : null,
        _ => throw new ArgumentOutOfRangeException(nameof(what), what.GetType().Name, "The decider does not know this intervention."),
    };

    private static bool StruckIn(RoundState state, string idea) => state switch
    {
        Sealed s => s.Struck.Any(struck => struck.Idea == idea),
        VoteOpen s => s.Struck.Any(struck => struck.Idea == idea),
        _ => false,
    };

    private static Accepted StepIn(Round round, Agreed e, Proposal proposal, RoundCircumstances c) => (proposal.What, round.State) switch
    {
        (Intervention.CloseRound, Open) => To(round, e, new Collecting(), new RoundEffect.CollectIdeas()),
        (Intervention.ChangeOpening x, Preparing s) => Stay(round, s with { OpensAt = x.OpensAt }),
        (Intervention.ChangeOpening x, Sealed s) => Stay(round, s with { OpensAt = x.OpensAt }),
        (Intervention.CloseNow, VoteOpen s) => Close(round, e, s, e.At, c),
        (Intervention.Extend x, VoteOpen s) => Stay(round, s with { ClosesAt = x.Until }),
        (Intervention.StrikeIdea x, Sealed s) => Stay(round, s with { Struck = s.Struck.Add(new Struck(x.Idea, proposal.Reason)) }),
        (Intervention.StrikeIdea x, VoteOpen s) => Stay(round, s with { Struck = s.Struck.Add(new Struck(x.Idea, proposal.Reason)) }),
        _ => throw new ArgumentOutOfRangeException(nameof(proposal), proposal.What.GetType().Name, "This intervention is not possible in this state."),
    };
}
