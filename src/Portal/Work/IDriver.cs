namespace Smederijen.Portal.Work;

/// <summary>
/// Something that effects and deadlines belong to, inside the partition of its Smederij: an idea by its id, or a round as
/// <c>ronde-2026</c>.
/// </summary>
public readonly record struct WorkKey(string Smederij, string Item)
{
    public override string ToString() => $"{Smederij}/{Item}";
}

/// <summary>
/// Carries on what was committed: an in-process queue in the local edition, a Durable orchestration in Azure. A wake-up may
/// be lost or doubled; what is due stands in the store.
/// </summary>
public interface IDriver
{
    /// <summary>Something was committed: effects may be pending, and the clock has to look again at another moment than before.</summary>
    /// <param name="due">That moment; null when it is the same as before, or when there is none any more.</param>
    ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due);
}
