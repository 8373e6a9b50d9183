using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Smederijen.Portal.Tests.Styling;

/// <summary>The design tokens as a browser would resolve them, and the contrast between two of them.</summary>
internal sealed partial class Theme
{
    private readonly Dictionary<string, string> tokens = [];

    private Theme(IEnumerable<string> sheets)
    {
        foreach (var match in sheets.SelectMany(sheet => Declaration().Matches(sheet)))
            tokens.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value.Trim());
    }

    public static string Folder { get; } = Path.Combine(Root(), "src", "Portal", "Styling");

    public static Theme Read() => new(Directory.GetFiles(Folder, "theme*.css").Select(File.ReadAllText));

    /// <summary>The theme with a style sheet behind it, whose declarations count.</summary>
    public static Theme Read(ReadOnlySpan<byte> after) => new([
        Encoding.UTF8.GetString(after).Replace("}", ";}", StringComparison.Ordinal),
        .. Directory.GetFiles(Folder, "theme*.css").Select(File.ReadAllText),
    ]);

    public bool Has(string token) => tokens.ContainsKey(token);

    /// <summary>Contrast ratio by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), from 1 to 21.</summary>
    public double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(Colour(one)), Luminance(Colour(other)));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    /// <summary>What a token is in the end.</summary>
    public string Value(string token) => Colour(token);

    public IEnumerable<string> Unresolved() =>
        tokens.Values.SelectMany(value => Reference().Matches(value)).Select(match => match.Groups["name"].Value).Where(name => !Has(name));

    private string Colour(string token)
    {
        var value = tokens[token];
        return Reference().Match(value) is { Success: true } reference ? Colour(reference.Groups["name"].Value) : value;
    }

    private static double Luminance(string colour) =>
        0.2126 * Channel(colour, 1) + 0.7152 * Channel(colour, 3) + 0.0722 * Channel(colour, 5);

    private static double Channel(string colour, int at)
    {
        var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex(@"(?<name>--[\w-]+):(?<value>[^;]+);")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"var\((?<name>--[\w-]+)")]
    private static partial Regex Reference();
}
