namespace Smederijen.Portal.Work;

/// <summary>The rows of one decision: what the pipeline writes, and what the caller laid beside it.</summary>
/// <param name="After">The item as the next decision in the same commit finds it.</param>
/// <param name="HoldsTexts">Whether somebody typed a text in it.</param>
/// <param name="Hash">Of the line of the log; null when it is not logged.</param>
internal sealed record Written<TItem>(
    IReadOnlyList<Write> Writes, IReadOnlyList<Write> Also, Stored<TItem> After, bool HasEffects, bool HoldsTexts, string? Hash)
    where TItem : class;

/// <summary>Decisions over one item, each over what the one before led to, on their way to the store as one commit.</summary>
/// <param name="itemRow">The row of the item, which every decision replaces.</param>
internal sealed class SharedCommit(string itemRow)
{
    private readonly OrderedDictionary<string, Write> writes = new(StringComparer.Ordinal);

    public IReadOnlyList<Write> Writes => [.. writes.Values];

    public bool HasRoomFor<TItem>(Written<TItem> decision) where TItem : class =>
        writes.Count + decision.Writes.Count + decision.Also.Count <= StoreLimits.OperationsPerCommit;

    /// <summary>
    /// False, and nothing changed, where the decision has to have a commit of its own: it writes a row of the caller that is here
    /// already, which was read before, or a row that two writes in turn would leave as no single write does.
    /// </summary>
    public bool TryAdd<TItem>(Written<TItem> decision) where TItem : class
    {
        if (decision.Also.Any(write => writes.ContainsKey(write.Row))
            || decision.Writes.Any(write => writes.TryGetValue(write.Row, out var earlier) && !Follows(earlier, write)))
            return false;
        foreach (var write in decision.Writes.Concat(decision.Also))
            writes[write.Row] = write;
        return true;
    }

    /// <summary>Whether the later write does all that both would do one after the other: the item itself, and its row in a list.</summary>
    private bool Follows(Write earlier, Write later) => (earlier, later) switch
    {
        (Write.Replace, Write.Replace) => later.Row == itemRow,
        (Write.Put, Write.Put) => true,
        _ => false,
    };
}

/// <summary>Who waits for a turn with an item, and may be taken along by the one whose turn it is.</summary>
internal sealed class Crowds<TMember> where TMember : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<WorkKey, List<TMember>> waiting = [];

    public void Join(WorkKey key, TMember member)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(key, out var members))
                waiting[key] = members = [];
            members.Add(member);
        }
    }

    /// <summary>Everybody who waits, in order of coming.</summary>
    public IReadOnlyList<TMember> At(WorkKey key)
    {
        lock (gate)
            return waiting.TryGetValue(key, out var members) ? [.. members] : [];
    }

    /// <returns>Whether it waited until now.</returns>
    public bool Leave(WorkKey key, TMember member)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(key, out var members) || !members.Remove(member))
                return false;
            if (members.Count == 0)
                waiting.Remove(key);
            return true;
        }
    }
}
