using System.Text;

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
        foreach (var c in key)
        {
            if (c is < ' ' or > '~' or '/' or '\\' or '#' or '?')
                throw new ArgumentException($"A key cannot hold the character U+{(int)c:X4}.");
        }
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
        var size = Encoding.Unicode.GetByteCount(data) + BytesOfOverhead;
        return size <= BytesPerEntity ? size - BytesOfOverhead + 2 * write.Row.Length
            : throw new ArgumentException($"Row '{write.Row}' is larger than an entity may be ({size} of {BytesPerEntity} bytes).");
    }
}
