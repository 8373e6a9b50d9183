namespace Smederijen.Portal.Voting;

/// <summary>Where the result of a vote lies in the partition of its Smederij; what is secret lies in a store of its own.</summary>
public static class VoteKeys
{
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
[JsonSerializable(typeof(TakenPaper))]
[JsonSerializable(typeof(string[]))]
public sealed partial class VoteJson : JsonSerializerContext;
