namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// The orchestration of one idea, round, resolution or plan: its instance id, its input and the payload of its wake-ups are all the same text,
/// <c>krakeel:0abc…</c>, and nothing else travels through Durable's queues and history.
/// </summary>
internal static class Instance
{
    /// <summary>A slash, as in the key's own text, may not stand in an instance id.</summary>
    private const char Separator = ':';

    public static string IdOf(WorkKey key) => $"{key.Smederij}{Separator}{key.Item}";

    /// <exception cref="ArgumentException">The text is no instance id of ours.</exception>
    public static WorkKey Read(string? id) => TryRead(id) ?? throw new ArgumentException($"'{id}' is not a Smederij and an item.");

    /// <summary>Null when it is no instance id of ours.</summary>
    public static WorkKey? TryRead(string? id) =>
        id?.Split(Separator) is [{ Length: > 0 } smederij, { Length: > 0 } item] ? new WorkKey(smederij, item) : null;
}
