using CsvHelper;

namespace Smederijen.Portal.Governing;

/// <summary>Reads the spreadsheet itself: which line says what in which column, whatever program wrote it.</summary>
internal static class PastFileReader
{
    /// <summary>More than ten years of the largest municipality.</summary>
    public const int MostLines = 2000;
    public const int MostBytes = 2 * 1024 * 1024;

    public static string TooLarge =>
        $"Dit bestand is te groot. Een bestand heeft hoogstens {Dutch.Number(MostLines)} regels en {MostBytes / 1024 / 1024} MB. "
        + "Verdeel de projecten over meer bestanden en neem die na elkaar over.";

    /// <summary>The names of the columns and nothing else.</summary>
    public static byte[] Template() => Spreadsheets.Write([[.. PastColumns.All.Select(column => column.Name)]]);

    /// <returns>The lines that hold something, by number, with the text of each column.</returns>
    public static IReadOnlyList<(int Number, IReadOnlyDictionary<string, string> Fields)> Read(byte[] file, FileErrors errors)
    {
        if (file.AsSpan().StartsWith("PK\x03\x04"u8))
            errors.Add("", "Dit is een Excel-bestand. Kies in Excel: Opslaan als, en dan CSV UTF-8. Kies hier het bestand dat u dan krijgt.");
        else
            return Records(Spreadsheets.TextOf(file), errors);
        return [];
    }

    private static List<(int Number, IReadOnlyDictionary<string, string> Fields)> Records(string text, FileErrors errors)
    {
        List<(int Number, IReadOnlyDictionary<string, string> Fields)> lines = [];
        try
        {
            using var reader = new StringReader(text);
            using var csv = CsvReader.Create(reader, new CsvReaderOptions
            {
                HasHeader = false,
                TrackLineNumbers = true,
                OnMalformedRecord = bad => errors.Add(
                    PlaceOf((int)bad.LineNumber),
                    "De aanhalingstekens kloppen hier niet. Zet een \" aan beide kanten van de tekst. Staat er een \" in de tekst zelf? Schrijf die dan twee keer."),
            });
            string[]? header = null;
            while (lines.Count <= MostLines && csv.Read())
            {
                string[] fields = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
                if (header is not null && !fields.All(string.IsNullOrWhiteSpace))
                    lines.Add(((int)csv.LineNumber, FieldsOf(header, fields, (int)csv.LineNumber, errors)));
                header ??= Header(fields);
            }
            if (lines.Count > MostLines)
                errors.Add("", TooLarge);
            CheckHeader(header ?? [], errors);
        }
        catch (CsvFormatException)
        {
            errors.Add("", "Dit bestand kunnen wij niet lezen. Begin met het sjabloon, en bewaar het als CSV UTF-8.");
        }
        return lines;
    }

    private static string[] Header(string[] fields) => [.. fields.Select(name => Tidy.Plain(name).ToLowerInvariant())];

    private static void CheckHeader(string[] header, FileErrors errors)
    {
        var known = PastColumns.All.ToDictionary(column => column.Name.ToLowerInvariant(), column => column.Name);
        foreach (var name in header.Where(name => name.Length > 0 && !known.ContainsKey(name)))
            errors.Add(name, "Deze kolom kennen wij niet. Haal de kolom weg, of geef die een naam uit het sjabloon.");
        foreach (var twice in header.Where(known.ContainsKey).GroupBy(name => name).Where(group => group.Count() > 1))
            errors.Add(known[twice.Key], "Deze kolom staat er twee keer. Haal er een weg.");
        foreach (var (name, called) in known.Where(column => !header.Contains(column.Key)))
            errors.Add(called, "Deze kolom ontbreekt. Zet de naam op de eerste regel, zoals in het sjabloon. De kolom zelf mag leeg zijn waar dat mag.");
    }

    private static Dictionary<string, string> FieldsOf(string[] header, string[] fields, int line, FileErrors errors)
    {
        if (fields.Length < header.Length || fields.Skip(header.Length).Any(field => !string.IsNullOrWhiteSpace(field)))
            errors.Add(PlaceOf(line), $"Deze regel heeft {Dutch.Count(fields.Length, "kolom", "kolommen")}, de eerste regel heeft er {header.Length}. Staat er een ; in een tekst? Zet die tekst dan tussen \".");
        var found = new Dictionary<string, string>();
        foreach (var column in PastColumns.All)
            if (Array.IndexOf(header, column.Name.ToLowerInvariant()) is >= 0 and var at && at < fields.Length)
                found[column.Name] = fields[at];
        return found;
    }

    public static string PlaceOf(int line, string? column = null) => $"Regel {line}{(column is { Length: > 0 } ? $", {column}" : "")}";
}

/// <summary>A column of the file.</summary>
/// <param name="Explanation">What belongs in it, for who fills it in.</param>
public sealed record PastColumn(string Name, string Explanation);

/// <summary>The columns of the file, in the order of the template.</summary>
public static class PastColumns
{
    public const string Smederij = "Smederij";
    public const string Year = "Jaar";
    public const string Title = "Titel";
    public const string Description = "Omschrijving";
    public const string Asked = "Bedrag gevraagd";
    public const string Granted = "Bedrag toegekend";
    public const string Paid = "Bedrag uitbetaald";
    public const string Standing = "Stand";
    public const string Day = "Datum";
    public const string Cost = "Werkelijke kosten";
    public const string Name = "Naam";
    public const string Email = "E-mail";
    public const string Postcode = "Postcode";
    public const string Supporters = "Supporters";

    public static IReadOnlyList<PastColumn> All { get; } =
    [
        new(Smederij, "De naam van de Smederij."),
        new(Year, "Het jaar van het geld, zoals 2019."),
        new(Title, "Zonder namen van mensen. Een project herkennen wij aan Smederij, jaar, titel en datum: hetzelfde project komt er nooit twee keer in."),
        new(Description, "Wat bewoners lezen. Zonder namen van mensen. Leeg: de titel."),
        new(Asked, "Alleen als nog geen geld is toegekend. Bij de andere standen kijken wij er niet naar."),
        new(Granted, "Vanaf de stand toegekend."),
        new(Paid, "Bij uitbetaald en afgerond. Leeg: zoveel als er is toegekend."),
        new(Standing, $"Een van deze: {string.Join(", ", PastTexts.Standings.Select(one => one.Word))}."),
        new(Day, "De dag van de laatste stap, zoals 31-12-2019."),
        new(Cost, "Bij afgerond. Leeg: zoveel als er is uitbetaald. De rest is al terug en telt niet meer mee."),
        new(Name, "Van de indiener, als die nog iets moet doen. Anders leeg."),
        new(Email, "Van de indiener, als die nog iets moet doen. Anders leeg."),
        new(Postcode, "Van de indiener, als die nog iets moet doen. Anders leeg."),
        new(Supporters, "Hoeveel mensen het idee steunden. Mag leeg zijn."),
    ];
}

/// <summary>What a file with the past says, in words.</summary>
internal static class PastTexts
{
    public static IReadOnlyList<(Standing Standing, string Word)> Standings { get; } =
    [
        (Standing.GatheringSupport, "steun verzamelen"),
        (Standing.InReview, "bij het wijkteam"),
        (Standing.Granted, "toegekend"),
        (Standing.Released, "uitbetaald"),
        (Standing.Completed, "afgerond"),
        (Standing.CameToNothing, "niet doorgegaan"),
    ];
}
