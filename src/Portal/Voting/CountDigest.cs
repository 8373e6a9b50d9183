using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>
/// The counted ballots and their numbers as one hash, laid down with the stamp of the installation in the commit of the result: other ballots
/// that would give the same result are seen as well.
/// </summary>
/// <param name="Hash">SHA-256 over "marks voters" of each group and then each number, a line each, in lower-case hexadecimal.</param>
public sealed record CountDigest(string Hash)
{
    public static CountDigest Of(IEnumerable<SameMarks> groups, IEnumerable<string> numbers) => new(Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', groups.Select(group => $"{group.Marks} {group.Voters}").Concat(numbers))))));

    /// <summary>What lays it in the store.</summary>
    public Write RowOf(string period) => new Write.Put(RoundKeys.Counted(period), Rows.Write(this, CountJson.Default.CountDigest));
}

/// <summary>How it is written down. Storage contract.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CountDigest))]
public sealed partial class CountJson : JsonSerializerContext;
