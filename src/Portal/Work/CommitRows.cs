namespace Smederijen.Portal.Work;

/// <summary>The rows that decisions of all kinds write alike.</summary>
internal static class CommitRows
{
    public static Write Command(CommandId command, DateTimeOffset at, string result) =>
        new Write.Insert(Keys.Command(command.Key), Rows.Write(new CarriedOut(at, result, command.Content), WorkJson.Default.CarriedOut));

    /// <summary>Moves the item in the index of what the clock has to look at.</summary>
    public static IEnumerable<Write> Due(DateTimeOffset? before, DateTimeOffset? after, string item)
    {
        if (before == after)
            yield break;
        if (before is { } former)
            yield return new Write.Delete(Keys.Due(former, item));
        if (after is { } due)
            yield return new Write.Insert(Keys.Due(due, item), "");
    }

    /// <summary>What makes the lists show what they have to.</summary>
    public static IEnumerable<Write> Lists(IReadOnlyList<Listed> before, IReadOnlyList<Listed> after) =>
    [
        .. before.Where(row => after.All(now => now.Row != row.Row)).Select(row => new Write.Delete(row.Row)),
        .. after.Where(row => !before.Contains(row)).Select(row => new Write.Put(row.Row, row.Data)),
    ];

    /// <summary>The effects of one decision.</summary>
    /// <param name="first">The number of the first; the others follow.</param>
    /// <param name="words">Takes what people typed out of them.</param>
    public static IEnumerable<Write> Effects(
        EffectContracts contracts, WorkKey item, int first, IEnumerable<PendingEffect> effects, Words? words = null) =>
        from effect in effects.Index()
        let data = Rows.Write(effect.Item, contracts.Pending)
        select new Write.Insert(Keys.Effect(item.Item, first + effect.Index), words?.OutOfItem(data) ?? data);
}

/// <summary>What a command led to, kept under its id. <paramref name="Result"/> is the id of what it made, if anything.</summary>
/// <param name="Content">A hash of what was sent, where the id may come with nothing else. Rows of before have none.</param>
public sealed record CarriedOut(DateTimeOffset At, string Result, string? Content = null);

/// <summary>Looks up whether a command was carried out before.</summary>
public static class EarlierCommands
{
    /// <summary>What it led to; null when it is new.</summary>
    /// <exception cref="ReusedCommandException">It came with something else before.</exception>
    public static async ValueTask<CarriedOut?> Earlier(
        this IEntityStore store, string partition, CommandId command, CancellationToken cancellation = default)
    {
        if (await store.Get(partition, Keys.Command(command.Key), cancellation) is not { } row)
            return null;
        var earlier = row.Read(WorkJson.Default.CarriedOut);
        return earlier.Content is { } was && command.Content is { } now && was != now ? throw new ReusedCommandException() : earlier;
    }
}
