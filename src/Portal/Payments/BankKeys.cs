namespace Smederijen.Portal.Payments;

/// <summary>Points at one file of the bank. In the work list it is the item <c>bankbestand-{id}</c>.</summary>
public readonly record struct BankFileKey(string Id)
{
    public const string Prefix = "bankbestand-";

    private const int Digits = 32;

    public static implicit operator WorkKey(BankFileKey key) => new(Partitions.Payments, Prefix + key.Id);

    public static BankFileKey Of(WorkKey key) => new(key.Item[Prefix.Length..]);

    /// <param name="hash">Of the content, in hexadecimal digits: the same file has the same key.</param>
    public static BankFileKey OfContent(string hash) => new(hash[..Digits]);

    /// <summary>Whether a text from outside can be an id, before it becomes part of a key.</summary>
    public static bool IsValid(string? id) => id?.Length == Digits && id.All(char.IsAsciiHexDigitLower);
}

/// <summary>Points at one line of the bank. In the work list it is the item <c>bankregel-{id}</c>.</summary>
public readonly record struct BankLineKey(string Id)
{
    public const string Prefix = "bankregel-";

    public static implicit operator WorkKey(BankLineKey key) => new(Partitions.Payments, Prefix + key.Id);

    public static BankLineKey Of(WorkKey key) => new(key.Item[Prefix.Length..]);

    /// <inheritdoc cref="BankFileKey.IsValid"/>
    public static bool IsValid(string? id) => id?.Length == 2 * SHA256.HashSizeInBytes && id.All(char.IsAsciiHexDigitLower);
}

/// <summary>Where files of the bank and their lines lie, in the partition of the payments.</summary>
public static class BankKeys
{
    /// <summary>Index row of a file. There are some a week, so lists read them all.</summary>
    public static string File(string id) => $"bankbestanden|{id}";

    public static RowRange Files { get; } = RowRange.Prefix("bankbestanden|");

    /// <summary>Lines of a file that are not items of their own yet, sealed.</summary>
    public static string Part(string file, int number) => $"bankbestand|{file}|deel|{number:D4}";

    /// <summary>Who paid and what they wrote, sealed, as long as a line is not settled.</summary>
    public static string Text(string line) => $"bankregel|{line}|tekst";

    /// <summary>Index row of a line that waits for people.</summary>
    public static string Waiting(string line) => $"bankregels|onbekend|{line}";

    public static RowRange AllWaiting { get; } = RowRange.Prefix("bankregels|onbekend|");

    /// <summary>Index row of a line, by the file that it came in.</summary>
    public static string Of(string file, string line) => $"bankregels|van|{file}|{line}";

    /// <summary>The same of all lines, whichever file they came in.</summary>
    public static RowRange AllLines { get; } = RowRange.Prefix("bankregels|van|");

    /// <summary>What is still to be done for files of the bank and their lines.</summary>
    public static RowRange Steps { get; } = RowRange.Prefix("effect|bank");

    public static RowRange LinesOf(string file) => RowRange.Prefix($"bankregels|van|{file}|");
}
