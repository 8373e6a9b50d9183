using System.Globalization;
using System.Security.Cryptography;
using SQLitePCL;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// Hands out a number per write, never the same twice in the life of the file: numbers are reserved on disk by the million
/// before they are used, so a restart skips the rest of a million instead of writing a counter with every commit. Where the order of
/// writing is nobody's business the numbers are chance instead: 62 bits, so that none comes twice.
/// </summary>
internal sealed class ETagSource : IDisposable
{
    private const long Batch = 1_000_000;
    private readonly SqliteStatement _reserve;
    private long _last;
    private long _reserved;

    private readonly bool _byChance;

    public ETagSource(sqlite3 database, bool byChance)
    {
        _byChance = byChance;
        using var read = new SqliteStatement(database, "SELECT reserved FROM etags");
        read.Step();
        _last = _reserved = read.Number(0);
        _reserve = new SqliteStatement(database, "UPDATE etags SET reserved = ?1");
    }

    /// <summary>Makes sure that so many numbers can be taken; called outside a transaction, because a rollback must not undo it.</summary>
    public void Reserve(int count)
    {
        if (_byChance || _last + count <= _reserved)
            return;
        _reserve.Bind(1, _last + count + Batch).Run();
        _reserved = _last + count + Batch;
    }

    public long Next() => _byChance ? BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) >>> 2 | 1 : ++_last;

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number in an ETag, or one that no row carries when the text is not an ETag of this store.</summary>
    public static long Read(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public void Dispose() => _reserve.Dispose();
}
