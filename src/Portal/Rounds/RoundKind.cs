using Smederijen.Domain;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Rounds;

/// <summary>Rounds, as the pipeline knows them.</summary>
internal static class RoundKind
{
    public static Kind<Round, RoundEvent, RoundEffect, RoundRefusal, RoundCircumstances> Of(bool keepsBoard) => new()
    {
        Prefix = RoundKey.Prefix,
        Row = Keys.Round,
        LogRow = RoundKeys.Log,
        Read = row => new Stored<Round>(row.Read(PortalJson.Default.Round), row.ETag),
        Write = stored => Rows.Write(stored.Item, PortalJson.Default.Round),
        Line = (head, e, round) => LogEntry.Of(RoundLogLine.After(head, e, round.State.Phase), PortalJson.Default.RoundLogLine),
        HashOf = row => row.Read(PortalJson.Default.RoundLogLine).Hash,
        Revision = round => round.Revision,
        Due = round => round.NextDue,
        At = e => e.At,
        Decide = RoundDecider.Decide,
        Post = (round, postings) => CommitRows.Post(round, postings),
        Lists = change =>
        [
            new Write.Put(RoundKeys.Listed(change.After.Item.Period), Rows.Write(RoundSummary.Of(change.After.Item), PortalJson.Default.RoundSummary)),
            .. Sealed(change),
        ],
        AlsoFollows = change => keepsBoard && IsShown(change) ? [new BoardEffect.Show()] : [],
    };

    private static bool IsShown(Change<Round, RoundEvent, RoundCircumstances> change) =>
        !change.Postings.IsEmpty || change.Before is null || RoundSummary.Of(change.Before.Item) != RoundSummary.Of(change.After.Item);

    /// <summary>What everyone may read of a vote, written once.</summary>
    private static IEnumerable<Write> Sealed(Change<Round, RoundEvent, RoundCircumstances> change)
    {
        if (change.Before is null || RoundDecider.SealedBy(change.Before.Item, change.Event, change.Known) is not { } manifest)
            return [];
        var period = change.After.Item.Period;
        return [new Write.Insert(RoundKeys.Manifest(period), Rows.Write(manifest, DomainJson.Default.Manifest)), new Write.Put(RoundKeys.LatestVote, period)];
    }
}
