using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Rounds;

/// <summary>A round as it was read, with the end of its log.</summary>
internal sealed record RoundBefore(LoadedRound Loaded, string LogHead)
{
    /// <summary>Null when there is no such round.</summary>
    public static async Task<RoundBefore?> Read(IEntityStore store, RoundKey key, CancellationToken cancellation) =>
        await store.Get(key.Smederij, Keys.Round(key.Period), cancellation) is { } row
            ? await Of(store, key, new LoadedRound(row.Read(PortalJson.Default.Round), row.ETag), cancellation)
            : null;

    private static async Task<RoundBefore> Of(IEntityStore store, RoundKey key, LoadedRound loaded, CancellationToken cancellation) =>
        await store.Get(key.Smederij, RoundKeys.Log(key.Period, loaded.Round.Revision), cancellation) is { } row
            ? new RoundBefore(loaded, row.Read(PortalJson.Default.RoundLogLine).Hash)
            : throw new InvalidOperationException($"The log of round {key} lacks line {loaded.Round.Revision}: restore the store from its backup.");
}

/// <summary>Turns an accepted decision about a round into the rows of one transaction.</summary>
internal sealed record RoundCommit(string Smederij, RoundBefore? Before, bool KeepsBoard = false)
{
    /// <summary>The effects of the decision, and the one that shows it on the board, which comes last.</summary>
    public IReadOnlyList<Effect> EffectsOf(RoundDecision.Accepted decision) =>
    [
        .. decision.Effects.Select(effect => effect),
        .. KeepsBoard && IsShown(decision) ? [new BoardEffect.Show()] : Array.Empty<Effect>(),
    ];

    private bool IsShown(RoundDecision.Accepted decision) =>
        !decision.Postings.IsEmpty || Before is null || RoundSummary.Of(Before.Loaded.Round) != RoundSummary.Of(decision.Item);

    /// <param name="sealedNow">What the decision seals for the vote, when it does.</param>
    public IEnumerable<Write> Writes(RoundDecision.Accepted decision, RoundEvent e, CommandId command, Manifest? sealedNow = null)
    {
        var (round, ledger) = CommitRows.Post(decision.Item, decision.Postings);
        var row = Rows.Write(round, PortalJson.Default.Round);
        var item = new RoundKey(Smederij, round.Period).Item;
        yield return Before is null ? new Write.Insert(Keys.Round(round.Period), row) : new Write.Replace(Keys.Round(round.Period), row, Before.Loaded.ETag);
        yield return new Write.Put(RoundKeys.Listed(round.Period), Rows.Write(RoundSummary.Of(round), PortalJson.Default.RoundSummary));
        yield return CommitRows.Command(command, e.At, item);
        yield return new Write.Insert(
            RoundKeys.Log(round.Period, round.Revision),
            Rows.Write(RoundLogLine.After(Before?.LogHead ?? "", e, round.State.Phase), PortalJson.Default.RoundLogLine));
        if (sealedNow is { } manifest)
        {
            yield return new Write.Insert(RoundKeys.Manifest(round.Period), Rows.Write(manifest, DomainJson.Default.Manifest));
            yield return new Write.Put(RoundKeys.LatestVote, round.Period);
        }
        var effects = CommitRows.Effects(item, round.Revision, EffectsOf(decision), e.At);
        foreach (var write in ledger.Concat(effects).Concat(CommitRows.Due(Before?.Loaded.Round.NextDue, round.NextDue, item)))
            yield return write;
    }
}
