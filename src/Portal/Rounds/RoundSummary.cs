using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>What lists tell about a round. Storage contract: a row per round, written with every step of it.</summary>
/// <param name="Due">When the clock moves it on: the closing of an open vote, the opening of one that was announced.</param>
/// <param name="Outcome">Once it is decided.</param>
public sealed record RoundSummary(string Period, RoundPhase Phase, DateTimeOffset Since, DateTimeOffset? Due, RoundOutcome? Outcome)
{
    public static RoundSummary Of(Round round) =>
        new(round.Period, round.State.Phase, round.Since, round.NextDue, (round.State as RoundState.Decided)?.Outcome);

    /// <summary>The round has closed, and its ideas wait for what follows.</summary>
    [JsonIgnore]
    public bool IsBeingDecided => HasBegun && Phase is not (RoundPhase.Open or RoundPhase.Decided);

    /// <summary>Of a round that has not, only its money is known: residents do not see it, and it waits for nobody.</summary>
    [JsonIgnore]
    public bool HasBegun => Phase is not RoundPhase.Announced;
}

/// <summary>Lists the rounds of a Smederij: one small row for each, so the cost does not grow with what is in them.</summary>
public sealed class RoundLists(VoteVault vault, UnreadableRows unreadable)
{
    /// <summary>How many batches of ballots on paper wait for a second person.</summary>
    public ValueTask<int> PaperWaiting(RoundKey vote, CancellationToken cancellation) =>
        vault.PaperWaiting(vote, cancellation);

    /// <summary>The latest period first.</summary>
    public async Task<IReadOnlyList<RoundSummary>> Of(string smederij, CancellationToken cancellation) =>
        [.. (await unreadable.All(smederij, RoundKeys.AllListed, RoundJson.Default.RoundSummary, cancellation)).AsEnumerable().Reverse()];
}
