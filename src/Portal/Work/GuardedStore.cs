namespace Smederijen.Portal.Work;

/// <summary>
/// The store as the portal uses it. What is bound by a stamp gets it here, in every commit, and a row whose stamp does not fit is given out
/// as forged: who decides over it, pays by it or mails because of it meets <see cref="UnreadableRowException"/>. So nobody who can write in
/// the store and has not the key makes the portal act on it, and no later save hides what was changed.
/// docs/decisions/0034-proof.md tells what is bound in which way.
/// </summary>
/// <param name="services">Gives the stamps and the kinds, which are themselves made with this store.</param>
public sealed class GuardedStore(PlainStore plain, IServiceProvider services) : IEntityStore
{
    private readonly Lazy<Stamps> stamps = new(services.GetRequiredService<Stamps>);

    private readonly Lazy<string[]> items = new(() =>
        [.. services.GetServices<KindFacts>().Where(kind => kind.Name is not null).Select(kind => $"{kind.Name}|")]);

    /// <summary>Only in the flow that brings rows up to date: whoever is served at that moment has stamps as ever.</summary>
    private readonly AsyncLocal<bool> trusts = new();

    public async ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) =>
        await plain.Rows.Get(partition, row, cancellation) is { } found ? await Seen(partition, found, cancellation) : null;

    public async ValueTask<Page> Query(
        string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default)
    {
        var page = await plain.Rows.Query(partition, range, limit, cancellation);
        Entity[]? rows = null;
        foreach (var (i, row) in page.Rows.Index())
        {
            if (await Seen(partition, row, cancellation) is { IsForged: true } forged)
                (rows ??= [.. page.Rows])[i] = forged;
        }
        return rows is null ? page : page with { Rows = rows };
    }

    public async Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        var bound = new List<Write>(writes.Count);
        foreach (var write in writes)
            bound.Add(await Bound(partition, write, cancellation));
        return await plain.Rows.Commit(partition, bound, cancellation);
    }

    /// <summary>Until the end of this, rows of a former layout pass as they are for the caller, to be brought to the present one.</summary>
    public IDisposable TrustFormerRows()
    {
        trusts.Value = true;
        return new Trust(this);
    }

    private async ValueTask<Entity> Seen(string partition, Entity row, CancellationToken cancellation) => BoundBy(partition, row.Row) switch
    {
        Binding.Stamp when IsOfPeople(partition) || StampedRows.IsObject(row.Data) =>
            (await stamps.Value.Get(cancellation)).IsGenuine(partition, row) ? row : row with { IsForged = true },
        Binding.StampOfEffect =>
            StampedEffects.IsGenuine(await stamps.Value.Get(cancellation), partition, row) ? row : row with { IsForged = true },
        _ => row,
    };

    private async ValueTask<Write> Bound(string partition, Write write, CancellationToken cancellation)
    {
        var binding = BoundBy(partition, write.Row);
        if (binding is Binding.None)
            return write;
        var stamp = await stamps.Value.Get(cancellation);
        return write.WithData(data => binding is Binding.Stamp
            ? stamp.Row(partition, write.Row, data)
            : StampedEffects.Row(stamp, partition, write.Row, data));
    }

    /// <summary>Lists need no binding: the check of the history makes them anew from the rest.</summary>
    private Binding BoundBy(string partition, string row) => true switch
    {
        _ when trusts.Value => Binding.None,
        _ when IsOfPeople(partition) => Binding.Stamp,
        _ when partition.StartsWith('~') => Binding.None,
        _ when IsIn(Keys.AllEffects, row) || IsIn(Keys.AllFailed, row) => Binding.StampOfEffect,
        _ when IsIn(Keys.AllSettings, row) || IsIn(Keys.Contacts, row) || IsIn(Veil.Titles, row) => Binding.Stamp,
        _ when Array.Exists(items.Value, start => row.StartsWith(start, StringComparison.Ordinal)) =>
            StampedRows.AreFor(row) ? Binding.Stamp : Binding.None,
        _ => Binding.None,
    };

    /// <summary>Whether every row there is an object with a stamp; the rows of an item can be lists, which its other rows vouch for.</summary>
    private static bool IsOfPeople(string partition) => partition is Partitions.Access or Partitions.Looks or Partitions.Reports;

    private static bool IsIn(RowRange range, string row) =>
        string.CompareOrdinal(row, range.From) >= 0 && string.CompareOrdinal(row, range.Before) < 0;

    private enum Binding
    {
        None,
        Stamp,
        StampOfEffect,
    }

    private sealed class Trust(GuardedStore store) : IDisposable
    {
        public void Dispose() => store.trusts.Value = false;
    }
}
