using System.Buffers.Text;

namespace Smederijen.Portal.Ballots;

/// <summary>What a row in a ballot box is about.</summary>
public enum BoxRow
{
    /// <summary>The right to vote that belongs to a code: casting a ballot deletes it, on screen and on paper alike.</summary>
    Right,

    /// <summary>The register of codes that were made, by their keyed hash; it says how a code stands.</summary>
    Code,

    /// <summary>A ballot under its tracking number, which is chance.</summary>
    Ballot,

    /// <summary>Ballots on paper that one person entered and another has to check.</summary>
    Paper,

    /// <summary>A batch whose ballots lie in the box, until its round has that in its log.</summary>
    PaperTaken,

    /// <summary>A batch of paper that was dealt with, so that the same form sent again brings nothing back.</summary>
    PaperDone,
}

/// <summary>A row of a ballot box, opened.</summary>
/// <param name="Row">Its key as it is stored, for a write that asks for <paramref name="ETag"/>.</param>
/// <param name="Name">The hash of a code, a tracking number, the id of a batch.</param>
public sealed record OpenedRow(string Row, string ETag, string Name, string Data);

/// <summary>
/// The rows of one ballot box. Their keys are a keyed hash of what they are about, and what they hold is sealed (AES-256-GCM) with their
/// key as associated data. So who has the file without the key of the vote sees how many rows of each sort there are, and can tell
/// neither from a code nor from a tracking number which row is its own.
/// </summary>
public sealed class VoteRows
{
    /// <summary>The one partition of a vote's store.</summary>
    public const string Partition = "stembus";

    /// <summary>Half of the key of the vote, which opens nothing without the other.</summary>
    internal const string HalfOfKey = "sleutelhelft";

    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int NameLength = 18;

    /// <summary>What is sealed is filled up to a multiple of this, so that the length of a row tells nothing.</summary>
    private const int Step = 64;

    private readonly IEntityStore _box;
    private readonly byte[] _naming;
    private readonly byte[] _sealing;

    internal VoteRows(IEntityStore box, byte[] half, byte[] otherHalf)
    {
        _box = box;
        _naming = HKDF.DeriveKey(HashAlgorithmName.SHA256, half, KeyLength, otherHalf, "Smederijen stembus: namen"u8.ToArray());
        _sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, half, KeyLength, otherHalf, "Smederijen stembus: inhoud"u8.ToArray());
    }

    public static RowRange RangeOf(BoxRow sort) => RowRange.Prefix($"{Start(sort)}|");

    public Write Insert(BoxRow sort, string name, string data)
    {
        var row = RowOf(sort, name);
        return new Write.Insert(row, Seal(row, name, data));
    }

    public Write Put(BoxRow sort, string name, string data)
    {
        var row = RowOf(sort, name);
        return new Write.Put(row, Seal(row, name, data));
    }

    public Write Replace(OpenedRow row, string data) => new Write.Replace(row.Row, Seal(row.Row, row.Name, data), row.ETag);

    public Write Delete(BoxRow sort, string name) => new Write.Delete(RowOf(sort, name));

    public async ValueTask<OpenedRow?> Get(BoxRow sort, string name, CancellationToken cancellation = default) =>
        await _box.Get(Partition, RowOf(sort, name), cancellation) is { } row ? Open(row) : null;

    public async ValueTask<bool> Has(BoxRow sort, string name, CancellationToken cancellation = default) =>
        await _box.Get(Partition, RowOf(sort, name), cancellation) is not null;

    /// <summary>All rows of a sort, in an order that tells nothing.</summary>
    /// <exception cref="UnreadableRowException">A row was put there or altered by another than this portal.</exception>
    public IAsyncEnumerable<OpenedRow> All(BoxRow sort, CancellationToken cancellation = default) => Sealed(sort, cancellation).Select(Open);

    /// <summary>The same, to be opened one by one with <see cref="Open"/>.</summary>
    public IAsyncEnumerable<Entity> Sealed(BoxRow sort, CancellationToken cancellation = default) =>
        _box.All(Partition, RangeOf(sort), cancellation);

    public Task<CommitResult> Commit(IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
        _box.Commit(Partition, writes, cancellation);

    /// <exception cref="UnreadableRowException">It was not sealed here under this key, or is damaged.</exception>
    public OpenedRow Open(Entity row)
    {
        try
        {
            var sealedText = Base64Url.DecodeFromChars(row.Data).AsSpan();
            var text = new byte[sealedText.Length - NonceLength - TagLength];
            using var aes = new AesGcm(_sealing, TagLength);
            aes.Decrypt(
                sealedText[..NonceLength], sealedText[NonceLength..^TagLength], sealedText[^TagLength..], text, Encoding.UTF8.GetBytes(row.Row));
            var opened = Encoding.UTF8.GetString(text).TrimEnd('\0');
            var end = opened.IndexOf('|', StringComparison.Ordinal);
            return new OpenedRow(row.Row, row.ETag, opened[..end], opened[(end + 1)..]);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or ArgumentException or OverflowException)
        {
            throw new UnreadableRowException(row.Row, failure);
        }
    }

    private string Seal(string row, string name, string data)
    {
        var text = Encoding.UTF8.GetBytes($"{name}|{data}");
        Array.Resize(ref text, (text.Length + Step - 1) / Step * Step);
        var sealedText = new byte[NonceLength + text.Length + TagLength];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceLength));
        // One for each text: an instance is not safe to share between requests.
        using var aes = new AesGcm(_sealing, TagLength);
        aes.Encrypt(
            sealedText.AsSpan(0, NonceLength), text, sealedText.AsSpan(NonceLength, text.Length), sealedText.AsSpan(NonceLength + text.Length),
            Encoding.UTF8.GetBytes(row));
        return Base64Url.EncodeToString(sealedText);
    }

    private string RowOf(BoxRow sort, string name)
    {
        var start = Start(sort);
        return $"{start}|{Base64Url.EncodeToString(HMACSHA256.HashData(_naming, Encoding.UTF8.GetBytes($"{start}|{name}")).AsSpan(0, NameLength))}";
    }

    private static string Start(BoxRow sort) => sort switch
    {
        BoxRow.Right => "recht",
        BoxRow.Code => "code",
        BoxRow.Ballot => "biljet",
        BoxRow.Paper => "papier",
        BoxRow.PaperTaken => "papier-genomen",
        BoxRow.PaperDone => "papier-klaar",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "This row is unknown."),
    };
}
