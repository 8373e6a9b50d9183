namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>A whole number that a file states about itself, such as the votes of a project, to be compared with what is counted.</summary>
/// <param name="Name">The column or key.</param>
/// <param name="What">What it is the number of, in Dutch and in lower case.</param>
internal sealed record StatedNumber(string Name, int Line, string What, string Text)
{
    public void Compare(long counted, Remarks remarks)
    {
        if (Text.Length == 0)
            return;
        var shown = Amount.Shown(Text);
        if (IsDigits(Text))
        {
            if (!Means(Text, counted))
                remarks.Doubt(Name, Line, Differs(shown, counted));
        }
        else if (Readings().Any(reading => Means(reading, counted)))
            remarks.Note($"{Name} as written", Line, $"{What} is geschreven als '{shown}'. Dat is {counted}, zoals geteld.");
        else if (!IsDigits(Text.TrimStart('-').Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)))
            remarks.Doubt($"{Name} is no number", Line, $"{What} is '{shown}' ({Name}). Dat is geen getal. Geteld is {counted}.");
        else
            remarks.Doubt(Name, Line, Differs(shown, counted));
    }

    private string Differs(string shown, long counted) => $"{What} is volgens het bestand {shown} ({Name}). Geteld is {counted}.";

    private string[] Readings() =>
        [WithoutZeroDecimals(Text), WithoutThousands(Text), WithoutThousands(WithoutZeroDecimals(Text))];

    private static bool Means(string digits, long counted) =>
        IsDigits(digits) && digits.AsSpan().TrimStart('0').SequenceEqual(counted == 0 ? "" : $"{counted}");

    private static bool IsDigits(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>26.00 means 26.</summary>
    private static string WithoutZeroDecimals(string text)
    {
        var point = text.LastIndexOfAny(['.', ',']);
        return point < 0 || text.AsSpan(point + 1).ContainsAnyExcept('0') ? "" : text[..point];
    }

    /// <summary>1.250 and 1,250,000 with their separators taken out; nothing when the groups are not of three digits.</summary>
    private static string WithoutThousands(string text)
    {
        var groups = text.Split(text.FirstOrDefault(character => character is '.' or ',' or ' ' or '\u00A0'));
        return groups.Length > 1 && groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3) ? string.Concat(groups) : "";
    }
}
