namespace Smederijen.Portal.Stuurgroep;

/// <summary>What was decided, and how: the lists and the histories of resolutions.</summary>
public sealed class ResolutionArchive(IEntityStore store, UnreadableRows unreadable)
{
    /// <summary>The history of a resolution, oldest first.</summary>
    public async Task<IReadOnlyList<ResolutionLogLine>> History(string id, CancellationToken cancellation = default) =>
        [.. (await Words.PutBack(
            store, Partitions.Stuurgroep, ResolutionKind.Facts.TextsOf(new ResolutionKey(id)),
            await store.All(Partitions.Stuurgroep, ResolutionKeys.LogLines(id), cancellation).ToListAsync(cancellation), cancellation))
            .Select(row => row.Read(ResolutionJson.Default.ResolutionLogLine))];

    /// <summary>Every resolution, drafts included, the newest first.</summary>
    public async Task<IReadOnlyList<ResolutionSummary>> List(CancellationToken cancellation = default)
    {
        var all = await unreadable.All(Partitions.Stuurgroep, ResolutionKeys.AllListed, ResolutionJson.Default.ResolutionSummary, cancellation);
        all.Reverse();
        return all;
    }
}
