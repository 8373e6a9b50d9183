using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace Smederijen.Portal.Staff;

/// <summary>
/// All that is known of somebody, as a file that is nobody's but theirs: for people one page that needs nothing else and can be printed, and
/// for programs JSON, to take it along elsewhere (AVG, article 20). Both hold the same.
/// </summary>
public sealed class PersonFile : IResult
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Headings and names of lines; a test holds that nothing is called otherwise.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["gemaaktOp"] = "Gemaakt op",
        ["gezochtOp"] = "Waarop wij zochten",
        ["gevonden"] = "Waar u bij ons voorkomt",
        ["nietInDitBestand"] = "Wat hier niet bij staat",
        ["smederij"] = "Smederij",
        ["als"] = "U staat daar als",
        ["naam"] = "Naam",
        ["emailadres"] = "E-mailadres",
        ["postcode"] = "Postcode",
        ["telefoon"] = "Telefoonnummer",
        ["fase"] = "Hoe het ermee staat",
        ["openbarePagina"] = "Pagina op de website",
        ["tekst"] = "Wat u instuurde",
        ["titel"] = "Titel",
        ["omschrijving"] = "Omschrijving",
        ["doelgroep"] = "Voor wie",
        ["bijdrage"] = "Wat u zelf doet",
        ["gevraagdBedrag"] = "Bedrag dat u vroeg",
        ["geschreven"] = "Wat u later schreef",
        ["op"] = "Op",
        ["bestanden"] = "Bestanden die u stuurde",
        ["nuNietOpDeWebsite"] = "Wat nu niet op de website te zien is",
        ["bonnen"] = "Bonnen die u stuurde",
        ["notitiesVanMedewerkers"] = "Notities van medewerkers",
        ["rekening"] = "Uw rekening",
        ["iban"] = "Rekeningnummer",
        ["opNaamVan"] = "Op naam van",
        ["bedrag"] = "Bedrag",
        ["stand"] = "Hoe het met de betaling staat",
        ["bewaardTot"] = "Wij bewaren dit tot",
        ["naamOpDeWebsite"] = "Uw naam staat op de website",
        ["voorOrganisatie"] = "Voor de organisatie",
        ["gevraagdOp"] = "Gevraagd op",
        ["bellenOp"] = "Wanneer wij bellen",
        ["gaatOver"] = "Waarover het gaat",
    };

    private const string Style = """
        body { font: 1rem/1.5 sans-serif; color: #111; background: #fff; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
        h1, h2, h3 { line-height: 1.2 }
        section { border-top: 1px solid #767676; margin-top: 2rem }
        dt { font-weight: bold; margin-top: .75rem }
        dd { margin: 0; white-space: pre-line }
        dd dl, dd ul { margin: 0 0 0 1rem; white-space: normal }
        @media print { body { margin: 0; max-width: none } section { break-inside: avoid } }
        """;

    private readonly string name;
    private readonly string type;
    private readonly string content;

    private PersonFile(string name, string type, string content) => (this.name, this.type, this.content) = (name, type, content);

    public static PersonFile ForPrograms(JsonObject known) =>
        new("gegevens-van-een-persoon.json", "application/json; charset=utf-8", known.ToJsonString(Readable));

    public static PersonFile ForPeople(JsonObject known)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n")
            .Append("<title>Wat wij van u weten</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<h1>Wat wij van u weten</h1>\n")
            .Append("<p>Dit is alles wat De Smederijen van u bewaren. Klopt er iets niet, of wilt u dat wij iets wissen? Bel of mail de gemeente.</p>\n");
        foreach (var (field, value) in known)
        {
            if (field == "gevonden")
                Places(page, value!.AsArray());
            else
                page.Append("<section>\n<h2>").Append(WordsFor(field)).Append("</h2>\n").Append(Shown(value)).Append("</section>\n");
        }
        return new("gegevens-van-een-persoon.html", "text/html; charset=utf-8", page.Append("</body>\n</html>\n").ToString());
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename={name}";
        return WholeBody.Send(httpContext, type, Encoding.UTF8.GetBytes(content));
    }

    private static void Places(StringBuilder page, JsonArray places)
    {
        page.Append("<section>\n<h2>").Append(WordsFor("gevonden")).Append("</h2>\n");
        if (places.Count == 0)
            page.Append("<p>Wij bewaren niets over u, of u gebruikte een ander adres.</p>\n");
        foreach (var place in places)
            page.Append("<h3>").Append(Safe(place!["waar"]!.GetValue<string>())).Append("</h3>\n")
                .Append(Lines(place.AsObject().Where(line => line.Key != "waar")));
        page.Append("</section>\n");
    }

    private static string Shown(JsonNode? value) => value switch
    {
        JsonObject lines => Lines(lines),
        JsonArray items => List("ul", items.Where(item => !IsEmpty(item)).Select(item => $"<li>{Shown(item)}</li>\n")),
        _ when value?.GetValueKind() is JsonValueKind.True => "Ja",
        _ when value?.GetValueKind() is JsonValueKind.False => "Nee",
        _ => Safe(value?.ToString() ?? ""),
    };

    private static string Lines(IEnumerable<KeyValuePair<string, JsonNode?>> lines) => List("dl", lines.Where(line => !IsEmpty(line.Value))
        .Select(line => $"<dt>{WordsFor(line.Key)}</dt>\n<dd>{Shown(line.Value)}</dd>\n"));

    private static string List(string tag, IEnumerable<string> lines) => $"<{tag}>{string.Concat(lines)}</{tag}>\n";

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray items => items.Count == 0,
        JsonObject lines => lines.All(line => IsEmpty(line.Value)),
        _ => value.ToString().Length == 0,
    };

    private static string WordsFor(string field) => Words.TryGetValue(field, out var words) ? words
        : throw new ArgumentOutOfRangeException(nameof(field), field, "Whatever is given out needs words.");

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
