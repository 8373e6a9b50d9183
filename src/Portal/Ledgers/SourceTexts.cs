namespace Smederijen.Portal.Ledgers;

/// <summary>Who gave money, in words.</summary>
public static class SourceTexts
{
    public static string Amounts(IEnumerable<Source> sources) =>
        string.Join(", ", sources.Select(source => $"{Name(source.Name)} {Dutch.EuroShort(source.Amount.Cents)}"));

    /// <summary>Of the envelope in the settings nobody wrote down whose money it was.</summary>
    public static string Name(string source) => source == Source.OfSettings ? "vast budget" : source;
}
