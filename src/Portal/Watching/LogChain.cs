namespace Smederijen.Portal.Watching;

/// <summary>A line of a log whose hash covers what happened and the hash of the line before.</summary>
public interface IChained
{
    string Hash { get; }

    /// <summary>Whether this line comes right after the one with that hash.</summary>
    bool Follows(string head);
}

/// <summary>Where a log has to end, as the item itself says.</summary>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Head">The hash of the last line; null when the item does not keep it.</param>
public readonly record struct LogEnd(int Lines, string? Head = null);

/// <summary>One log, followed from its first line to its last.</summary>
public sealed class LogChain
{
    private string head = "";
    private int lines;
    private int? broken;

    /// <param name="line">Null when the line cannot be read at all.</param>
    public void Add(IChained? line)
    {
        lines++;
        if (broken is null && line?.Follows(head) != true)
            broken = lines;
        head = line?.Hash ?? head;
    }

    /// <summary>
    /// The number of the first line that does not follow, counted from one; one past the last when the end is missing, or when
    /// the item that the log belongs to is (<paramref name="end"/> is null).
    /// </summary>
    public int? FirstBroken(LogEnd? end) => broken ?? (end is { } known && known.Lines == lines && (known.Head ?? head) == head ? null : lines + 1);

    /// <inheritdoc cref="FirstBroken(LogEnd?)"/>
    public static int? FirstBroken(IEnumerable<IChained> log, LogEnd end)
    {
        var chain = new LogChain();
        foreach (var line in log)
            chain.Add(line);
        return chain.FirstBroken(end);
    }
}
