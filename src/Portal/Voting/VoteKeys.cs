namespace Smederijen.Portal.Voting;

/// <summary>
/// Where a vote lies in the partition of its Smederij. Under <c>stembus|</c> is what exists only until the decision; nothing
/// in it names a voter, and nothing in a ballot names a code.
/// </summary>
public static class VoteKeys
{
    /// <summary>The right to vote that belongs to a code: casting a ballot deletes this row, on screen and on paper alike.</summary>
    public static string Right(string period, string code) => $"stembus|{period}|recht|{code}";

    public static RowRange Rights(string period) => RowRange.Prefix($"stembus|{period}|recht|");

    /// <summary>The register of codes that were made, by their keyed hash; its data is a <see cref="CodeMark"/>.</summary>
    public static string Code(string period, string code) => $"stembus|{period}|code|{code}";

    public static RowRange Codes(string period) => RowRange.Prefix($"stembus|{period}|code|");

    /// <summary>Who makes codes writes here which, so that two people do not undo each other's.</summary>
    public static string Maker(string period) => $"stembus|{period}|maker";

    /// <summary>A ballot under its tracking number, which is chance.</summary>
    public static string Ballot(string period, string tracking) => $"stembus|{period}|biljet|{tracking}";

    public static RowRange Ballots(string period) => RowRange.Prefix($"stembus|{period}|biljet|");

    public static RowRange Everything(string period) => RowRange.Prefix($"stembus|{period}|");

    /// <summary>The counted ballots: how many voters made the same marks, in the order of the marks.</summary>
    public static string Counted(string period, int number) => $"ronde|{period}|telling|{number:D4}";

    public static RowRange AllCounted(string period) => RowRange.Prefix($"ronde|{period}|telling|");

    /// <summary>The tracking numbers of all counted ballots, in ascending order.</summary>
    public static string Tracking(string period, int number) => $"ronde|{period}|volgnummers|{number:D4}";

    public static RowRange AllTracking(string period) => RowRange.Prefix($"ronde|{period}|volgnummers|");
}

/// <summary>What the register knows of a code. That it was used on screen is not written anywhere: its right is gone.</summary>
public static class CodeMark
{
    public const string Made = "";
    public const string Paper = "papier";

    /// <summary>Used up by a ballot on paper that is not valid: no ballot in the box belongs to it.</summary>
    public const string Invalid = "ongeldig";

    /// <summary>Written when the vote is over: the code can no longer be used.</summary>
    public const string Unused = "ongebruikt";
}

/// <summary>How the ballots are written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SameMarks[]))]
[JsonSerializable(typeof(PaperBatch))]
[JsonSerializable(typeof(string[]))]
public sealed partial class VoteJson : JsonSerializerContext;
