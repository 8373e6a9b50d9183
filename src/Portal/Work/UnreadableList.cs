namespace Smederijen.Portal.Work;

/// <summary>What could not be read, as staff see it in one list, and looking for more of it.</summary>
public sealed class UnreadableList(IEntityStore store, SettingsBook settings, StoredRows rows, UnreadableRows unreadable)
{
    /// <summary>Tries every row there is, by what its key says. It reads nearly the whole store, so it runs when somebody asks for it.</summary>
    public async Task Check(CancellationToken cancellation)
    {
        foreach (var partition in settings.WorkPartitions)
        {
            foreach (var start in rows.Starts)
            {
                await foreach (var row in store.All(partition, RowRange.Prefix(start), cancellation))
                {
                    if (!rows.CanRead(partition, row))
                        await unreadable.Report(partition, new UnreadableRowException(row.Row));
                }
            }
        }
    }

    /// <summary>What could not be read and still cannot, the longest known first. One request to the store while there is nothing.</summary>
    public async Task<IReadOnlyList<UnreadableRow>> Current(CancellationToken cancellation) =>
        [.. (await Noted(cancellation)).Where(noted => noted.IsBad).Select(noted => noted.Row).OrderBy(row => row.Since)];

    /// <summary>Takes what was mended off the list.</summary>
    public async Task Tidy(CancellationToken cancellation)
    {
        foreach (var (row, _) in (await Noted(cancellation)).Where(noted => !noted.IsBad))
        {
            await store.Commit(Partitions.Installation, [new Write.Delete(row.Note)], cancellation);
            unreadable.Forget(row);
        }
    }

    private async Task<(UnreadableRow Row, bool IsBad)[]> Noted(CancellationToken cancellation)
    {
        var notes = (await store.Query(Partitions.Installation, Keys.AllUnreadable, UnreadableRows.Most, cancellation)).Rows;
        return await Task.WhenAll(notes.Select(note => note.TryRead(WatchingJson.Default.UnreadableRow)).OfType<UnreadableRow>().Select(async row =>
            (row, await store.Get(row.Partition, row.Row, cancellation) is { } now && !rows.CanRead(row.Partition, now))));
    }
}
