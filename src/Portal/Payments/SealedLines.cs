using System.IO.Compression;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Payments;

/// <summary>Seals what files of the bank say of people, so that a copy of the store does not tell it.</summary>
public sealed class SealedLines(IEntityStore store, IDataProtectionProvider protection)
{
    /// <summary>Many enough that a file of a year fits in a commit, few enough for one step.</summary>
    public const int LinesPerPart = 200;

    /// <summary>Of the parts of a file together, in characters: a commit holds twice as many bytes, and the file itself.</summary>
    private const int MostCharacters = 1_900_000;

    private const int MostParts = StoreLimits.OperationsPerCommit - 20;

    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.BankLines.v1");

    /// <summary>The rows of all lines that concern us; null when there are more than one commit holds.</summary>
    public IReadOnlyList<Write>? Keep(string file, IReadOnlyList<ReadLine> lines)
    {
        var parts = lines.Chunk(LinesPerPart).Index().Select(part =>
        {
            var row = BankKeys.Part(file, part.Index + 1);
            return (Write)new Write.Insert(row, Sealed(row, new ReadPart([.. part.Item]), BankLineRowsJson.Default.ReadPart));
        }).ToList();
        return parts.Count <= MostParts && parts.Sum(part => ((Write.Insert)part).Data.Length) <= MostCharacters ? parts : null;
    }

    /// <summary>The lines of a part; null when they are items by now.</summary>
    /// <exception cref="UnreadableRowException">What lies there is no part of this file.</exception>
    public async Task<ReadPart?> Part(string file, int number, CancellationToken cancellation) =>
        await Read(BankKeys.Part(file, number), BankLineRowsJson.Default.ReadPart, cancellation);

    public Write Keep(string line, LineText text) =>
        new Write.Insert(BankKeys.Text(line), Sealed(BankKeys.Text(line), text, BankLineRowsJson.Default.LineText));

    /// <summary>Who paid and what they wrote; null once the line is settled.</summary>
    /// <exception cref="UnreadableRowException">What lies there is not of this line.</exception>
    public Task<LineText?> Text(string line, CancellationToken cancellation) =>
        Read(BankKeys.Text(line), BankLineRowsJson.Default.LineText, cancellation);

    public Write Keep(string batch, NamesAtBank names) =>
        new Write.Put(PaymentKeys.NamesAtBank(batch), Sealed(PaymentKeys.NamesAtBank(batch), names, BankLineRowsJson.Default.NamesAtBank));

    /// <summary>By order; empty when the bank told none.</summary>
    /// <exception cref="UnreadableRowException">What lies there is not of this batch.</exception>
    public async Task<IReadOnlyDictionary<string, string>> NamesAtBank(string batch, CancellationToken cancellation) =>
        (await Read(PaymentKeys.NamesAtBank(batch), BankLineRowsJson.Default.NamesAtBank, cancellation))?.Names
        ?? ImmutableDictionary<string, string>.Empty;

    private string Sealed<T>(string row, T value, JsonTypeInfo<T> type)
    {
        using var packed = new MemoryStream();
        using (var squeeze = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(squeeze, value, type);
        return Rows.Write(
            new SealedText(Convert.ToBase64String(protector.CreateProtector(row).Protect(packed.ToArray()))), PaymentRowsJson.Default.SealedText);
    }

    private async Task<T?> Read<T>(string key, JsonTypeInfo<T> type, CancellationToken cancellation) where T : class
    {
        if (await store.Get(Partitions.Payments, key, cancellation) is not { } row)
            return null;
        try
        {
            var inside = protector.CreateProtector(key).Unprotect(Convert.FromBase64String(row.Read(PaymentRowsJson.Default.SealedText).Sealed));
            using var open = new BrotliStream(new MemoryStream(inside), CompressionMode.Decompress);
            return JsonSerializer.Deserialize(open, type);
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            throw new UnreadableRowException(key, forged);
        }
    }
}
