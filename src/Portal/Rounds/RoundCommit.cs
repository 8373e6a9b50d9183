using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Rounds;

/// <summary>A round as it was read, with the end of its log.</summary>
internal sealed record RoundBefore(LoadedRound Loaded, string LogHead);

/// <summary>Turns an accepted decision about a round into the rows of one transaction.</summary>
internal sealed record RoundCommit(string Smederij, RoundBefore? Before)
{
    /// <summary>An effect is numbered by the revision that caused it, so that its number needs no counter.</summary>
    private const int EffectsPerRevision = 100;

    public IEnumerable<Write> Writes(RoundDecision.Accepted decision, RoundEvent e, CommandId command)
    {
        var (round, ledger) = CommitRows.Post(decision.Round, decision.Postings);
        var row = Rows.Write(round, PortalJson.Default.Round);
        var item = new RoundKey(Smederij, round.Period).Item;
        yield return Before is null ? new Write.Insert(Keys.Round(round.Period), row) : new Write.Replace(Keys.Round(round.Period), row, Before.Loaded.ETag);
        yield return new Write.Put(RoundKeys.Listed(round.Period), Rows.Write(RoundSummary.Of(round), PortalJson.Default.RoundSummary));
        yield return CommitRows.Command(command, e.At, item);
        yield return new Write.Insert(
            RoundKeys.Log(round.Period, round.Revision),
            Rows.Write(RoundLogLine.After(Before?.LogHead ?? "", e, round.State.Phase), PortalJson.Default.RoundLogLine));
        if (decision.Sealed is { } manifest)
        {
            yield return new Write.Insert(RoundKeys.Manifest(round.Period), Rows.Write(manifest, DomainJson.Default.Manifest));
            yield return new Write.Put(RoundKeys.LatestVote, round.Period);
        }
        foreach (var (i, effect) in decision.Effects.Index())
        {
            yield return new Write.Insert(
                Keys.Effect(item, round.Revision * EffectsPerRevision + i),
                Rows.Write(new PendingEffect(new Effect.OfRound(effect), e.At), PortalJson.Default.PendingEffect));
        }
        foreach (var write in ledger.Concat(CommitRows.Due(Before?.Loaded.Round.NextDue, round.NextDue, item)))
            yield return write;
    }
}
