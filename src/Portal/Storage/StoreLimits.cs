using System.Buffers;

namespace Smederijen.Portal.Storage;

/// <summary>
/// What Azure Tables refuses, refused by every store before it touches its medium, so that what works on one machine works
/// in the cloud. Limits: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
public static class StoreLimits
{
    public const int OperationsPerCommit = 100;
    public const int BytesPerCommit = 4 * 1024 * 1024;
    public const int BytesPerEntity = 1024 * 1024;
    public const int RowsPerPage = 1000;

    /// <summary>A key holds at most 1 KiB in UTF-16.</summary>
    public const int CharactersPerKey = 512;

    /// <summary>A string property holds at most 64 KiB in UTF-16; the Tables adapter lays longer data over more properties.</summary>
    public const int CharactersPerProperty = 32 * 1024;

    /// <summary>Left over for keys, the ETag and the names of properties, so that what is accepted here fits there.</summary>
    private const int BytesOfOverhead = 8 * 1024;

    private static readonly SearchValues<char> s_keyCharacters =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("/\\#?")]);

    /// <exception cref="ArgumentException">A key, an entity or the batch as a whole is outside the limits.</exception>
    public static void Check(string partition, IReadOnlyList<Write> writes)
    {
        CheckKey(partition);
        if (writes.Count is 0 or > OperationsPerCommit)
            throw new ArgumentException($"A commit holds 1 to {OperationsPerCommit} writes, not {writes.Count}.");
        var rows = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        var total = 0;
        foreach (var write in writes)
        {
            CheckKey(write.Row);
            if (!rows.Add(write.Row))
                throw new ArgumentException($"A commit names each row once; '{write.Row}' is there twice.");
            total += SizeOf(write);
        }
        if (total > BytesPerCommit)
            throw new ArgumentException($"A commit holds at most {BytesPerCommit} bytes, not {total}.");
    }

    /// <summary>
    /// Keys are printable ASCII without the four characters that Azure forbids, so that the order by UTF-8 byte (SQLite) and
    /// by UTF-16 unit (Azure) is the same.
    /// </summary>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > CharactersPerKey)
            throw new ArgumentException($"A key has 1 to {CharactersPerKey} characters, not {key.Length}.");
        var wrong = key.AsSpan().IndexOfAnyExcept(s_keyCharacters);
        if (wrong >= 0)
            throw new ArgumentException($"A key cannot hold the character U+{(int)key[wrong]:X4}.");
    }

    /// <summary>Whether a row can have this key at all; a read of any other key finds nothing, however hostile the key is.</summary>
    public static bool IsKey(string key) =>
        key.Length is > 0 and <= CharactersPerKey && !key.AsSpan().ContainsAnyExcept(s_keyCharacters);

    /// <summary>How many rows a page holds at most when so many are asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one row is asked.</exception>
    public static int CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Math.Min(limit, RowsPerPage);
    }

    private static int SizeOf(Write write)
    {
        var data = write switch
        {
            Write.Insert insert => insert.Data,
            Write.Replace replace => replace.Data,
            Write.Put put => put.Data,
            _ => "",
        };
        CheckText(write.Row, data);
        CheckETag(write);
        var size = Encoding.Unicode.GetByteCount(data) + BytesOfOverhead;
        return size <= BytesPerEntity ? size - BytesOfOverhead + 2 * write.Row.Length
            : throw new ArgumentException($"Row '{write.Row}' is larger than an entity may be ({size} of {BytesPerEntity} bytes).");
    }

    /// <summary>
    /// JSON text holds neither half a surrogate pair nor a NUL; media disagree on both (one alters the first, another ends
    /// the text at the second), so both are refused rather than changed in silence.
    /// </summary>
    private static void CheckText(string row, string data)
    {
        if (data.Contains('\0'))
            throw new ArgumentException($"The data of row '{row}' holds a NUL character; JSON text writes it as an escape.");
        if (HoldsHalfAPair(data))
            throw new ArgumentException($"The data of row '{row}' holds half a surrogate pair, so it is not text.");
    }

    private static bool HoldsHalfAPair(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return true;
            text = text[(at + 2)..];
        }
        return false;
    }

    /// <summary>Azure reads an empty ETag and a star as "whatever is there", which would silently switch the check off.</summary>
    private static void CheckETag(Write write)
    {
        if (write is Write.Replace { ETag: "" or "*" } or Write.Delete { ETag: "" or "*" })
            throw new ArgumentException($"The ETag of row '{write.Row}' must be one that was read.");
    }
}
