namespace Smederijen.Banking;

/// <summary>Amounts and days as banks write them, read exactly.</summary>
internal static class Amounts
{
    /// <summary>Whole cents: <c>12.5</c> is € 12,50. A third decimal is refused, for then this is not the amount that was booked.</summary>
    /// <exception cref="BankFileException">It is no amount in cents; the sentence says so.</exception>
    public static Euro InCents(string? text, string where)
    {
        var point = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        var whole = point < 0 ? text : text![..point];
        var part = point < 0 ? "" : text![(point + 1)..];
        if (string.IsNullOrEmpty(whole) || !whole.All(char.IsAsciiDigit) || !part.All(char.IsAsciiDigit) || point == text!.Length - 1)
            throw new BankFileException(Problems.At(where, "er staat geen bedrag dat wij kunnen lezen."));
        if (part.Length > 2)
            throw new BankFileException(Problems.At(where, "het bedrag heeft meer dan twee cijfers achter de punt."));
        return long.TryParse(whole + part.PadRight(2, '0'), out var cents) && cents <= Euro.MaxCents
            ? new Euro(cents)
            : throw new BankFileException(Problems.At(where, "het bedrag is te groot."));
    }

    public static EntryKind Kind(string? indicator, string where) => indicator switch
    {
        "CRDT" => EntryKind.Credit,
        "DBIT" => EntryKind.Debit,
        _ => throw new BankFileException(Problems.At(where, "er staat niet bij of geld erbij of eraf ging.")),
    };
}
