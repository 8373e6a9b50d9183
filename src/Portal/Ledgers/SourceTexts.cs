namespace Smederijen.Portal.Ledgers;

/// <summary>Who gave money, in words.</summary>
public static class SourceTexts
{
    public static string Amounts(IEnumerable<Source> sources) =>
        string.Join(", ", sources.Select(source => $"{source.Name} {Dutch.EuroShort(source.Amount.Cents)}"));
}
