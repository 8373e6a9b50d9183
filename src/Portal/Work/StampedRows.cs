namespace Smederijen.Portal.Work;

/// <summary>
/// Rows that hold an object end with a stamp over their place and all that stands before it: <c>{…,"stamp":"…"}</c>. Whoever reads them
/// need not know.
/// </summary>
public static class StampedRows
{
    private const string Field = "\"stamp\":\"";
    private const string End = "\"}";

    /// <summary>What may stand around a value in JSON.</summary>
    private const string Space = " \t\r\n";

    /// <summary>The data of a row, with its stamp. What is no object, or has its stamp, stays as it is.</summary>
    public static string Row(this Stamp stamp, string partition, string row, string json) =>
        json is not ['{', .., '}'] || stamp.IsGenuine(partition, new Entity(row, json, "")) ? json
        : $"{json[..^1]}{(json.Length > 2 ? "," : "")}{Field}{StampOf(stamp, partition, row, json)}{End}";

    /// <summary>The data of a row without its stamp, to be changed and stamped anew.</summary>
    public static string Bare(string data) =>
        data.Length - Stamp.Length - End.Length - Field.Length is var start and > 0
        && data.AsSpan(start).StartsWith(Field, StringComparison.Ordinal) && data.EndsWith(End, StringComparison.Ordinal)
            ? $"{data.AsSpan(0, start).TrimEnd(',')}}}"
            : data;

    /// <summary>The write with other data; one that takes a row away has none.</summary>
    public static Write WithData(this Write write, Func<string, string> made) => write switch
    {
        Write.Insert w => w with { Data = made(w.Data) },
        Write.Put w => w with { Data = made(w.Data) },
        Write.Replace w => w with { Data = made(w.Data) },
        _ => write,
    };

    /// <summary>Whether this installation wrote the row there, and nobody changed it since.</summary>
    public static bool IsGenuine(this Stamp stamp, string partition, Entity row) =>
        Bare(row.Data) is var bare && !ReferenceEquals(bare, row.Data)
        && row.Data.AsSpan(row.Data.Length - End.Length - Stamp.Length, Stamp.Length).SequenceEqual(StampOf(stamp, partition, row.Row, bare));

    /// <summary>
    /// Whether a row of an item carries a stamp, by its key. A line of a log does not, for it is bound to the line before; nor does a text,
    /// which lies under its own hash.
    /// </summary>
    public static bool AreFor(string row) => row.Split('|') is var key && !LogChain.IsLine(key) && !Words.Is(key);

    /// <summary>
    /// Whether a row can have a stamp at all. Space around it changes nothing, for whoever reads it does not see that either.
    /// </summary>
    public static bool IsObject(string data) => data.AsSpan().Trim(Space) is ['{', .., '}'];

    private static string StampOf(Stamp stamp, string partition, string row, string json) => stamp.Of("rij", $"{partition}|{row}", json);
}
