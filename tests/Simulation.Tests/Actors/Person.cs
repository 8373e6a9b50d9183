using System.Globalization;
using System.Numerics;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>Somebody of the neighbourhood, made up from a number; everything about a person carries a mark to be found by.</summary>
internal sealed record Person(string Name, string Email, string Postcode, string Iban)
{
    /// <summary>The letters of every postcode.</summary>
    public const string Letters = "ZW";

    public static IReadOnlyList<string> Marks { get; } = ["Zwierstra", "bewoner.example", "ZWIE000", "ZWIE 000"];

    public static Person Number(int number, int postcodeDigits)
    {
        var account = $"ZWIE000{number:D7}";
        return new Person($"Jo{number} Zwierstra", $"jo{number}@bewoner.example", $"{postcodeDigits} {Letters}", $"NL{CheckDigits(account):D2}{account}");
    }

    /// <summary>ISO 7064 MOD 97-10 over the account, the country and two noughts.</summary>
    private static int CheckDigits(string account)
    {
        var digits = string.Concat((account + "NL00").Select(c => char.IsDigit(c) ? $"{c}" : $"{c - 'A' + 10}"));
        return 98 - (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
    }
}
