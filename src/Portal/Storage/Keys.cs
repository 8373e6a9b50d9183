namespace Smederijen.Portal.Storage;

/// <summary>
/// Where lies what items of every kind have in common, inside the partition of a Smederij. One partition holds settings, ideas, logs,
/// pending effects, rounds and ledgers, so that one commit takes a decision whole; each kind has keys of its own. Every list reads an
/// index row range, never a partition.
/// </summary>
public static class Keys
{
    /// <summary>The stored name of the file that a key of a picture, receipt or proof ends with.</summary>
    public static string NameOfFile(string row) => row[(row.LastIndexOf('|') + 1)..];

    /// <summary>Effects that still have to be performed; performing one deletes its row.</summary>
    public static string Effect(string item, int number) => $"effect|{item}|{number:D6}";

    public static RowRange Effects(string item) => RowRange.Prefix($"effect|{item}|");

    public static RowRange AllEffects { get; } = RowRange.Prefix("effect|");

    /// <summary>An effect that failed for good and waits for staff.</summary>
    public static string Failed(string item, int number) => $"mislukt|{item}|{number:D6}";

    public static RowRange FailedOf(string item) => RowRange.Prefix($"mislukt|{item}|");

    public static RowRange AllFailed { get; } = RowRange.Prefix("mislukt|");

    /// <summary>Index of what the clock has to look at, in order of time.</summary>
    public static string Due(DateTimeOffset due, string item) => $"wacht|{Instant(due)}|{item}";

    public static RowRange DueUntil(DateTimeOffset instant) => new("wacht|", $"wacht|{Instant(instant)}~");

    public static RowRange AllDue { get; } = RowRange.Prefix("wacht|");

    /// <exception cref="UnreadableRowException">The key says no moment or no item.</exception>
    public static (DateTimeOffset Due, string Item) ReadDue(string row) => TryReadDue(row) ?? throw new UnreadableRowException(row);

    /// <summary>Null when the key says no moment or no item.</summary>
    public static (DateTimeOffset Due, string Item)? TryReadDue(string row) =>
        row.Split('|') is ["wacht", var moment, var item] && IsItem(item)
        && DateTimeOffset.TryParseExact(moment, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due) ? (due, item)
            : null;

    /// <summary>What an effect belongs to and its number, of one that waits or was given up; null when the key does not say so.</summary>
    public static (string Item, int Number)? TryReadEffect(string row) =>
        row.Split('|') is ["effect" or "mislukt", var item, var digits] && IsItem(item)
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (item, number) : null;

    /// <summary>Whether a text can be an item of the work list: it becomes part of addresses and of the ids of orchestrations.</summary>
    private static bool IsItem(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Where the versions of settings lay up to layout 3, in the partition that they are about.</summary>
    public static RowRange AllSettings { get; } = RowRange.Prefix("instelling|");

    /// <summary>What findings call the settings of a partition, and who has a seat there.</summary>
    public const string SettingsItem = "instellingen";

    /// <summary>Name and address of somebody with a seat or a staff task in this Smederij.</summary>
    public static string Contact(string id) => $"team|{id}";

    /// <summary>Who held a place until an instant.</summary>
    public static string FormerContact(string id, DateTimeOffset until) => $"team|{id}|tot|{Instant(until)}";

    public static RowRange Contacts { get; } = RowRange.Prefix("team|");

    /// <summary>A note, in the partition of the installation, about a row that could not be read; under a hash of where it lies.</summary>
    public static string Unreadable(string hash) => $"onleesbaar|{hash}";

    public static RowRange AllUnreadable { get; } = RowRange.Prefix("onleesbaar|");

    /// <summary>A command that was carried out, with its outcome: the same one again changes nothing.</summary>
    public static string Command(string id) => $"opdracht|{id}";

    private const string Format = "yyyyMMddHHmmssfff";

    /// <summary>How many digits an instant has in a key.</summary>
    public const int InstantLength = 17;

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
