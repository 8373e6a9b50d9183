namespace Smederijen.Portal.Ledgers;

/// <summary>Points at one round: the Smederij is the partition. In the work list it is the item <c>ronde-2027</c>.</summary>
public readonly record struct RoundKey(string Smederij, string Period)
{
    public const string Prefix = "ronde-";

    public string Item => Prefix + Period;

    public WorkKey Work => new(Smederij, Item);

    public static implicit operator WorkKey(RoundKey key) => key.Work;

    /// <exception cref="ArgumentException">The item is no round.</exception>
    public static RoundKey Of(WorkKey key) => TryRead(key) ?? throw new ArgumentException($"{key} is no round.", nameof(key));

    /// <summary>The round that an item of the work list is; null when it is something else.</summary>
    public static RoundKey? TryRead(WorkKey key) =>
        key.Item.StartsWith(Prefix, StringComparison.Ordinal) ? new(key.Smederij, key.Item[Prefix.Length..]) : null;

    public override string ToString() => $"{Smederij}/{Item}";
}

/// <summary>Where a round and its vote lie in the partition of the Smederij.</summary>
public static class RoundKeys
{
    public static string Round(string period) => $"ronde|{period}";

    /// <summary>All rounds of a Smederij with all that lies under them, in one ordered read.</summary>
    public static RowRange All { get; } = RowRange.Prefix("ronde|");

    public static string LedgerLine(string period, int number) => $"ronde|{period}|kas|{number:D6}";

    public static RowRange LedgerLines(string period) => RowRange.Prefix($"ronde|{period}|kas|");

    public static string Log(string period, int number) => $"ronde|{period}|log|{number:D6}";

    public static RowRange LogLines(string period) => RowRange.Prefix($"ronde|{period}|log|");

    /// <summary>Written once, when the vote is sealed.</summary>
    public static string Manifest(string period) => $"ronde|{period}|manifest";

    /// <summary>Half of the key of the vote's ballot box, sealed; after the decision only that it was destroyed.</summary>
    public static string VoteKey(string period) => $"ronde|{period}|stemsleutel";

    /// <summary>A hash over what was counted, written with the result.</summary>
    public static string Counted(string period) => $"ronde|{period}|telbewijs";

    /// <summary>Who makes codes writes here which, so that two people do not undo each other's.</summary>
    public static string Maker(string period) => $"ronde|{period}|codemaker";

    /// <summary>Index of rounds by period.</summary>
    public static string Listed(string period) => $"rondes|{period}";

    public static RowRange AllListed { get; } = RowRange.Prefix("rondes|");

    /// <summary>The period of the last vote that was sealed: the one that the vote pages are about.</summary>
    public const string LatestVote = "stemming";

    /// <summary>Whether a text from outside can name a period, before it becomes part of a key.</summary>
    public static bool IsPeriod(string text) => text.Length is > 0 and <= 20 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
