using Smederijen.Domain.Tally;

namespace Smederijen.Tally;

/// <summary>Amounts as people here write them: 1.250,50.</summary>
internal static class Amounts
{
    public static string InWords(Election election, Int128 amount)
    {
        var whole = (amount / election.CurrencyUnit).ToString("N0").Replace(',', '.');
        return election.Decimals == 0 ? whole : $"{whole},{(amount % election.CurrencyUnit).ToString($"D{election.Decimals}")}";
    }

    /// <summary>A price in millionths of the smallest unit, with two decimals more than that unit, rounded down.</summary>
    public static string Price(Election election, Int128 millionths)
    {
        var unit = (Int128)election.CurrencyUnit * 1_000_000;
        var decimals = election.Decimals + 2;
        var part = millionths % unit / 10_000;
        return $"{InWords(election, millionths / unit * election.CurrencyUnit).Split(',')[0]},{part.ToString($"D{decimals}")}";
    }
}
