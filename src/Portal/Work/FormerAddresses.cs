namespace Smederijen.Portal.Work;

/// <summary>Addresses that somebody typed before and that were wrong: what lies under them goes, and with it what their links can do.</summary>
internal static class FormerAddresses
{
    /// <summary>What deletes the rows of one person there; null when one of them has confirmed, so that this person counts already.</summary>
    /// <param name="kept">The row of this person as it is to be.</param>
    /// <param name="find">Who lies under an address; null when nobody does.</param>
    /// <param name="erase">All that goes with such a row, where that is more than the row.</param>
    public static async Task<IReadOnlyList<Write>?> Without(
        Person person, string kept, IEnumerable<string> former, Func<string, Task<(Entity Row, Person Person)?>> find,
        Func<Entity, Task<IReadOnlyList<Write>>>? erase = null)
    {
        var gone = new Dictionary<string, Write>(StringComparer.Ordinal);
        foreach (var address in former)
        {
            if (await find(address) is not var (row, known) || row.Row == kept || !known.IsCalledAs(person))
                continue;
            if (known.Confirmed)
                return null;
            foreach (var write in erase is null ? [new Write.Delete(row.Row, row.ETag)] : await erase(row))
                gone[write.Row] = write;
        }
        return [.. gone.Values];
    }
}
