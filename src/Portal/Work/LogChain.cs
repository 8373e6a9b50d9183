namespace Smederijen.Portal.Work;

/// <summary>A line of a log, ready to be stored.</summary>
public sealed record LogEntry(string Data, string Hash);

/// <summary>
/// One log, followed from its first line to its last. A line is <c>{"event":…,"phase":…,"hash":…}</c>; its hash covers what happened and
/// the hash of the line before, so that no line can be changed, left out or put in unseen. It is checked as it was written, by whatever
/// release and of whatever kind.
/// </summary>
public sealed class LogChain
{
    private string head = "";
    private int lines;
    private int? broken;

    /// <summary>A line that follows on a hash.</summary>
    /// <param name="happened">The event, as JSON.</param>
    public static LogEntry Line(string head, string phase, string happened)
    {
        var hash = Hash(head, phase, happened);
        return new LogEntry($$"""{"event":{{happened}},"phase":"{{phase}}","hash":"{{hash}}"}""", hash);
    }

    /// <summary>Whether a key is that of a line, of an item of whatever kind.</summary>
    public static bool IsLine(string row) => row.Split('|') is [_, _, "log", _];

    /// <inheritdoc cref="FirstBroken(string?)"/>
    /// <param name="rows">The rows of one item as they were read, the lines of its log among them.</param>
    public static int? FirstBroken(IEnumerable<Entity> rows, string end)
    {
        var chain = new LogChain();
        foreach (var line in rows.Where(row => IsLine(row.Row)))
            chain.Add(line);
        return chain.FirstBroken(end);
    }

    /// <summary>Takes the following line.</summary>
    public void Add(Entity line)
    {
        lines++;
        var (phase, happened, hash) = Read(line);
        if (broken is null && (hash is null || hash != Hash(head, phase, happened)))
            broken = lines;
        head = hash ?? head;
    }

    /// <summary>
    /// The number of the first line that does not follow, counted from one; one past the last when the end is missing, or when the item
    /// that the log belongs to does not tell its end (<paramref name="end"/> is null).
    /// </summary>
    public int? FirstBroken(string? end) => broken ?? (end == head ? null : lines + 1);

    /// <summary>Nulls when it is no line at all.</summary>
    private static (string? Phase, string? Happened, string? Hash) Read(Entity line)
    {
        try
        {
            using var json = JsonDocument.Parse(line.Data);
            return (json.RootElement.GetProperty("phase").GetString(), json.RootElement.GetProperty("event").GetRawText(),
                json.RootElement.GetProperty("hash").GetString());
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return default;
        }
    }

    private static string Hash(string head, string? phase, string? happened) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{head}\n{phase}\n{happened}")));
}
