namespace Smederijen.Portal.Work;

/// <summary>What a line of a log tells beside the event and the phase.</summary>
/// <param name="Money">The ledger lines that this decision posted.</param>
/// <param name="Rows">The ends of the keys of rows that came with it and stay as long as the item.</param>
/// <param name="Seen">The line that this process wrote before this one, of whatever item in the partition; null for its first.</param>
/// <param name="Ledger">In a line that an upgrade wrote: so many ledger lines were there before lines told of them.</param>
public sealed record Told(
    IReadOnlyList<Posting>? Money = null, IReadOnlyList<string>? Rows = null, string? Seen = null, int Ledger = 0);

/// <summary>A line of a ledger, as a log tells of it.</summary>
/// <param name="Period">The round that the ledger belongs to.</param>
/// <param name="Number">Of the ledger line.</param>
public sealed record Posting(string Period, int Number, LedgerEntry Entry);

/// <summary>A line of a log, ready to be stored.</summary>
public sealed record LogEntry(string Data, string Hash);

/// <summary>
/// One log, followed from its first line to its last. A line is <c>{"event":…,"phase":…,"told":…,"hash":…}</c>; its hash is a stamp over
/// all that stands before it, the hash of the line before, and the item that it belongs to. So no line can be changed, left out, put in or
/// moved unseen, and nobody without the key can write a chain anew. It is checked as it was written, by whatever release and of whatever
/// kind.
/// </summary>
/// <param name="item">The row of the item that the log belongs to.</param>
public sealed class LogChain(Stamp stamp, string partition, string item)
{
    private const string HashField = ",\"hash\":\"";
    private const string End = "\"}";

    private string head = "";
    private int lines;
    private int? broken;

    /// <summary>A line that follows on a hash.</summary>
    /// <param name="happened">The event, as JSON.</param>
    public static LogEntry Line(Stamp stamp, string partition, string item, string head, string phase, string happened, Told told)
    {
        var more = Rows.Write(told, WorkJson.Default.Told);
        var body = $"{{\"event\":{happened},\"phase\":\"{phase}\"{(more == "{}" ? "" : $",\"told\":{more}")}";
        var hash = HashOf(stamp, partition, item, head, body);
        return new LogEntry($"{body}{HashField}{hash}{End}", hash);
    }

    /// <summary>Whether a key is that of a line, of an item of whatever kind.</summary>
    public static bool IsLine(string row) => IsLine(row.Split('|'));

    public static bool IsLine(string[] key) => key is [_, _, "log", _];

    /// <inheritdoc cref="FirstBroken(string?)"/>
    /// <param name="rows">The rows of one item as they were read, the lines of its log among them.</param>
    public static int? FirstBroken(Stamp stamp, string partition, string item, IEnumerable<Entity> rows, string end)
    {
        var chain = new LogChain(stamp, partition, item);
        foreach (var line in rows.Where(row => IsLine(row.Row)))
            chain.Add(line);
        return chain.FirstBroken(end);
    }

    /// <summary>Takes the following line.</summary>
    /// <returns>Its hash; null when it is no line at all.</returns>
    public string? Add(Entity line)
    {
        lines++;
        var (body, hash) = Read(line.Data);
        // The key says the place in the log: a line in another place is another line.
        if (broken is null && (hash is null || !line.Row.EndsWith($"|{lines:D6}", StringComparison.Ordinal)
            || hash != HashOf(stamp, partition, item, head, body)))
            broken = lines;
        head = hash ?? head;
        return hash;
    }

    /// <summary>
    /// The number of the first line that does not follow, counted from one; one past the last when the end is missing, or when the item
    /// that the log belongs to does not tell its end (<paramref name="end"/> is null).
    /// </summary>
    public int? FirstBroken(string? end) => broken ?? (end == head ? null : lines + 1);

    /// <summary>What a line tells beside the event and the phase; nothing when it cannot be read.</summary>
    public static Told ToldBy(Entity line)
    {
        try
        {
            return JsonSerializer.Deserialize(line.Data, WorkJson.Default.LogTold)?.Told ?? new Told();
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or NotSupportedException)
        {
            return new Told();
        }
    }

    private static (string Body, string? Hash) Read(string data) =>
        data.Length - End.Length - Stamp.Length - HashField.Length is var start and > 0
        && data.AsSpan(start).StartsWith(HashField, StringComparison.Ordinal) && data.EndsWith(End, StringComparison.Ordinal)
            ? (data[..start], data.Substring(start + HashField.Length, Stamp.Length))
            : ("", null);

    private static string HashOf(Stamp stamp, string partition, string item, string head, string body) =>
        stamp.Of("regel", $"{partition}|{item}\n{head}", body);
}

/// <summary>The part of a line that is the same for every kind.</summary>
public sealed record LogTold(Told? Told = null);
