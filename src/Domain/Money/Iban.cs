using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Smederijen.Domain.Money;

/// <summary>
/// An account number that money can be sent to with a SEPA transfer: <c>Iban.TryParse("nl91 abna 0417 1643 00", out var iban)</c>
/// gives <c>NL91ABNA0417164300</c> with its country, length and check digits verified.
/// Sources: ISO 13616 (shape), ISO 7064 MOD 97-10 (check digits), SWIFT IBAN registry (length per country), and the
/// EPC list of countries in the SEPA schemes.
/// </summary>
public sealed record Iban
{
    private const int CheckModulus = 97;

    /// <summary>How many characters the account numbers of each SEPA country have.</summary>
    private static readonly FrozenDictionary<string, int> Lengths =
        ("AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 " +
         "LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22")
        .Split(' ').ToFrozenDictionary(entry => entry[..2], entry => (entry[2] - '0') * 10 + (entry[3] - '0'), StringComparer.Ordinal);

    private Iban(string value) => Value = value;

    /// <summary>Without spaces, in capitals, as banks exchange it.</summary>
    public string Value { get; }

    /// <summary>What may be shown to somebody who already knows the number: <c>4300</c>.</summary>
    public string LastFour => Value[^4..];

    /// <summary>Reads what people type: spaces and small letters are fine. False for all that no SEPA bank would accept.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Iban? iban)
    {
        var compact = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        iban = HasShape(compact) && HasCheckDigits(compact) ? new Iban(compact) : null;
        return iban is not null;
    }

    /// <summary>In groups of four, as on a bank card.</summary>
    public override string ToString() => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    private static bool HasShape(string text) =>
        text.Length > 4
        && Lengths.TryGetValue(text[..2], out var length) && text.Length == length
        && text.All(char.IsAsciiLetterOrDigit)
        && (text[..2] != "NL" || IsDutch(text));

    /// <summary>In the Netherlands: four letters for the bank, ten digits for the account.</summary>
    private static bool IsDutch(string text) => text[4..8].All(char.IsAsciiLetterUpper) && text[8..].All(char.IsAsciiDigit);

    /// <summary>
    /// The number with its first four characters at the end, read as digits (A is 10, Z is 35), leaves 1 when divided by 97.
    /// The check digits run from 02 to 98: 00, 01 and 99 leave the same as three of those and are never issued.
    /// </summary>
    private static bool HasCheckDigits(string text) =>
        text[2..4] is not ("00" or "01" or "99")
        && text[2..4].All(char.IsAsciiDigit)
        && (text[4..] + text[..4]).Aggregate(0, Remainder) == 1;

    private static int Remainder(int soFar, char next) => char.IsAsciiDigit(next)
        ? (soFar * 10 + (next - '0')) % CheckModulus
        : (soFar * 100 + (next - 'A' + 10)) % CheckModulus;
}
