using CsvHelper;

namespace Smederijen.Portal.Governing;

/// <summary>
/// Areas as a file of a spreadsheet: a line for each postcode, or for some houses of it. Everything that is wrong with it is told at once.
/// </summary>
internal static class AreaFile
{
    /// <summary>Some 200,000 lines.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private const string Name = "Smederij", Code = "postcode", From = "huisnummer van", To = "huisnummer tot", Side = "even of oneven";

    private static readonly string[] s_columns = [Name, Code, From, To, Side];

    public static string TooLarge =>
        $"Dit is te groot: een bestand met gebieden heeft hoogstens {MostBytes / 1024 / 1024} MB. Verdeel het over meer bestanden.";

    public static string FirstLine => string.Join(';', s_columns);

    /// <summary>The areas of these, as <see cref="Read"/> reads them.</summary>
    public static byte[] Write(IEnumerable<SmederijSettings> smederijen) => Spreadsheets.Write(
        [s_columns, .. smederijen.SelectMany(smederij => smederij.Area.Select(part => (string[])[smederij.Name, .. Cells(part)]))]);

    /// <param name="known">The Smederijen that there are.</param>
    /// <returns>Those that the file names, with the area that it gives them; of no use when there are errors.</returns>
    public static IReadOnlyList<SmederijSettings> Read(byte[] file, IReadOnlyList<SmederijSettings> known, FileErrors errors)
    {
        var names = known.SelectMany(smederij => (string[])[smederij.Name, smederij.Id]).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(name => name, name => known.First(smederij => Is(name, smederij)), StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<SmederijSettings, List<AreaPart>>(ReferenceEqualityComparer.Instance);
        var unknown = new Dictionary<string, (long Line, int Count)>(StringComparer.OrdinalIgnoreCase);
        using var csv = Open(file);
        if (!csv.Read() || Columns(csv, errors) is not { } columns)
        {
            if (errors.All.Count == 0)
                errors.Add("", $"Dit bestand is leeg. Begin met de regel {FirstLine}.");
            return [];
        }
        while (csv.Read())
        {
            string Cell(string column) => columns.TryGetValue(column, out var at) ? Tidy.Plain(csv.GetString(at)) : "";
            var (name, code) = (Cell(Name), Cell(Code));
            if (name.Length + code.Length + Cell(From).Length + Cell(To).Length == 0)
                continue;
            var line = csv.LineNumber;
            var part = PartOf(code, Cell(From), Cell(To), Cell(Side), message => errors.Add($"regel {line}", message));
            if (name.Length == 0)
                errors.Add($"regel {line}", "Vul in bij welke Smederij deze postcode hoort.");
            else if (!names.TryGetValue(name, out var smederij))
                unknown[name] = unknown.TryGetValue(name, out var before) ? (before.Line, before.Count + 1) : (line, 1);
            else if (part is { } whole)
                (found.TryGetValue(smederij, out var parts) ? parts : found[smederij] = []).Add(whole);
        }
        foreach (var (name, (line, count)) in unknown)
            errors.Add(
                $"regel {line}",
                $"Wij kennen geen Smederij '{name}'. Schrijf de naam zoals op de website.{(count > 1 ? $" Dit staat op {Dutch.Number(count)} regels." : "")}");
        if (errors.All.Count == 0 && found.Count == 0)
            errors.Add("", "In dit bestand staat geen postcode. Zet die onder de eerste regel.");
        return [.. found.Select(one => WithArea(one.Key, Area.Of(one.Value).Parts, errors))];
    }

    private static bool Is(string name, SmederijSettings smederij) =>
        string.Equals(smederij.Name, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(smederij.Id, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is the same area in other words changes nothing.</summary>
    private static SmederijSettings WithArea(SmederijSettings smederij, ImmutableArray<AreaPart> parts, FileErrors errors)
    {
        if (parts.Length > Area.MostParts)
            errors.Add(
                smederij.Name,
                $"Dit gebied heeft {Dutch.Number(parts.Length)} losse stukken, ook als wij buren samen nemen. Hoogstens {Dutch.Number(Area.MostParts)} passen. Laat de huisnummers weg waar een postcode helemaal bij {smederij.Name} hoort.");
        return Area.Of(smederij.Area).Parts.SequenceEqual(parts) ? smederij : smederij with { Area = parts };
    }

    /// <summary>A quote that nobody closed ends with its line.</summary>
    private static CsvReader Open(byte[] file) => CsvReader.Create(Encoding.UTF8.GetBytes(Spreadsheets.TextOf(file)), new CsvReaderOptions
    {
        HasHeader = false,
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
    });

    /// <summary>Where each column stands; null, with an error, when the first line does not say so.</summary>
    private static Dictionary<string, int>? Columns(CsvReader csv, FileErrors errors)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < csv.FieldCount; at++)
        {
            var name = Tidy.Plain(csv.GetString(at)).Replace('_', ' ');
            if (Array.Find(s_columns, column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase)) is { } known)
                columns.TryAdd(known, at);
            else if (name.Length > 0)
                errors.Add($"regel {csv.LineNumber}", $"De kolom '{name}' kennen wij niet. Haal die weg, of kies uit: {string.Join(", ", s_columns)}.");
        }
        if (!columns.ContainsKey(Name) || !columns.ContainsKey(Code))
            errors.Add($"regel {csv.LineNumber}", $"Op de eerste regel horen de namen van de kolommen: {FirstLine}.");
        return errors.All.Count == 0 ? columns : null;
    }

    private static AreaPart? PartOf(string code, string from, string to, string side, Action<string> wrong)
    {
        if (code.Length == 0)
            wrong("Vul een postcode in.");
        else if (!AreaPart.TryParse(code, out var part))
            wrong($"'{code}' is geen postcode. Schrijf het zo: 7901AB.");
        else if (from.Length + to.Length + side.Length == 0)
            return part;
        else if (part.Houses is not null || part.First != part.Last)
            wrong("Huisnummers horen bij één hele postcode. Schrijf die zo: 7901AB.");
        else if (SideOf(side) is not { } sides)
            wrong($"'{side}' kennen wij niet. Vul even of oneven in, of laat dit leeg voor beide.");
        else if (Dutch.ParseCount(from) is not { } first || Dutch.ParseCount(to) is not { } last)
            wrong("Vul bij van en tot een getal in, zonder letter. Voor één huis zijn ze gelijk. Laat ze allebei leeg voor de hele postcode.");
        else if (!HouseNumbers.TryMake(first, last, sides, out var houses))
            wrong($"Er is geen huis van {from} tot {to}{(side.Length > 0 ? $" aan de kant {side}" : "")}. Vul bij van het laagste nummer in, vanaf 1, en bij tot het hoogste, tot en met {HouseNumbers.Most}.");
        else
            return AreaPart.Of(part.First, houses);
        return null;
    }

    private static HouseSide? SideOf(string side) => side.ToLowerInvariant() switch
    {
        "" => HouseSide.Both,
        "even" => HouseSide.Even,
        "oneven" => HouseSide.Odd,
        _ => null,
    };

    private static string[] Cells(AreaPart part) => part.Houses is not { } houses ? [$"{part}", "", "", ""] :
        [part.First.Value, $"{houses.From}", $"{houses.To}", houses.Side switch { HouseSide.Even => "even", HouseSide.Odd => "oneven", _ => "" }];
}
