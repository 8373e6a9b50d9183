namespace Smederijen.Portal.Work;

/// <summary>The rows of one decision: what the pipeline writes, and what the caller laid beside it.</summary>
/// <param name="After">The item as the next decision in the same commit finds it.</param>
/// <param name="HoldsTexts">Whether somebody typed a text in it.</param>
internal sealed record Written<TItem>(IReadOnlyList<Write> Writes, IReadOnlyList<Write> Also, Stored<TItem> After, bool HasEffects, bool HoldsTexts)
    where TItem : class;

/// <summary>Decisions over one item, each over what the one before led to, on their way to the store as one commit.</summary>
/// <param name="itemRow">The row of the item, which every decision replaces.</param>
internal sealed class SharedCommit(string itemRow)
{
    private readonly OrderedDictionary<string, Write> writes = new(StringComparer.Ordinal);

    /// <summary>Rows of the callers: none of them is written by two decisions, for each was read before any was made.</summary>
    private readonly HashSet<string> apart = new(StringComparer.Ordinal);

    public IReadOnlyList<Write> Writes => [.. writes.Values];

    public bool HasRoomFor<TItem>(Written<TItem> decision) where TItem : class =>
        writes.Count + decision.Writes.Count + decision.Also.Count <= StoreLimits.OperationsPerCommit;

    /// <summary>False, and nothing changed, where the decision has to have a commit of its own.</summary>
    public bool TryAdd<TItem>(Written<TItem> decision) where TItem : class
    {
        if (!HasRoomFor(decision)
            || decision.Also.Any(write => writes.ContainsKey(write.Row))
            || decision.Writes.Any(write => writes.TryGetValue(write.Row, out var earlier) && !Follows(earlier, write)))
            return false;
        foreach (var write in decision.Writes)
            writes[write.Row] = write;
        foreach (var write in decision.Also)
        {
            writes[write.Row] = write;
            apart.Add(write.Row);
        }
        return true;
    }

    /// <summary>Whether the later write does all that both would do one after the other: the item itself, and its row in a list.</summary>
    private bool Follows(Write earlier, Write later) => !apart.Contains(later.Row) && (earlier, later) switch
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

    /// <returns>To leave again.</returns>
    public Place Join(WorkKey key, TMember member)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(key, out var members))
                waiting[key] = members = [];
            members.Add(member);
        }
        return new Place(this, key, member);
    }

    /// <summary>Everybody who waits, in order of coming.</summary>
    public IReadOnlyList<TMember> At(WorkKey key)
    {
        lock (gate)
            return waiting.TryGetValue(key, out var members) ? [.. members] : [];
    }

    private void Leave(WorkKey key, TMember member)
    {
        lock (gate)
        {
            if (waiting[key].Remove(member) && waiting[key].Count == 0)
                waiting.Remove(key);
        }
    }

    public readonly struct Place(Crowds<TMember> crowds, WorkKey key, TMember member) : IDisposable
    {
        public void Dispose() => crowds.Leave(key, member);
    }
}
