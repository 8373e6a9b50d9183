using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Smederijen.Portal.Governing;

/// <summary>Reads a file with settings. Everything that is wrong with it is told at once.</summary>
internal static partial class SettingsImport
{
    /// <summary>Ten times what a municipality with 24 Smederijen has.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private const int MostSmederijen = 200;

    public static string TooLarge =>
        $"Dit is te groot: een bestand met instellingen heeft hoogstens {MostBytes / 1024 / 1024} MB. Kies een ander bestand.";

    /// <param name="known">The documents that there are.</param>
    /// <param name="lay">Puts what the file says into the version that it changes.</param>
    /// <param name="from">The first day of the change; null for at once.</param>
    /// <returns>The documents as a form would have made them; of no use when there are errors.</returns>
    public static IReadOnlyList<object> Read(
        byte[] file, IReadOnlyList<FoundSettings> known, Func<FoundSettings, object, LaidChange> lay, DateOnly? from, DateOnly today,
        FileErrors errors)
    {
        if (Parse(file, errors) is not { } root)
            return [];
        var found = Documents(root, errors);
        List<(string Place, object Content)> read = [];
        foreach (var (place, id, node) in found)
            if (new FileNodes(SettingsExchange.TypeOf(id).Options, errors).Checked(node, SettingsExchange.TypeOf(id).Type, place)
                is { } whole && whole.Deserialize(SettingsExchange.TypeOf(id)) is { } content)
                read.Add((place, content));
        CheckIds(read, errors);
        var smederijen = read.Select(one => one.Content).OfType<SmederijSettings>().ToList();
        List<SmederijSettings> others = [.. smederijen, .. known.Select(found => found.Now).OfType<SmederijSettings>().Where(one => smederijen.All(
            other => other.Id != one.Id))];
        return
        [
            .. read.Select(one => Checked(
                one.Place, one.Content, content => lay(ManyDrafts.FoundIn(known, SettingsDocument.IdOf(content)), content), from, today, others,
                errors)),
        ];
    }

    private static JsonObject? Parse(byte[] file, FileErrors errors)
    {
        try
        {
            // Whatever wrote it may have laid a mark before it, that says how it is written.
            using var reader = new StreamReader(new MemoryStream(file), new UTF8Encoding(false, throwOnInvalidBytes: true));
            var text = reader.ReadToEnd().TrimStart('\uFEFF');
            if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                AllowDuplicateProperties = false,
            }) is JsonObject root && root.ContainsKey(SettingsExchange.Schema))
                return root;
            errors.Add("", $"Dit is geen bestand met instellingen van De Smederijen. Daarin staat \"schema\": \"{SettingsExchange.Format}\". Bewaar eerst de instellingen van nu, en begin met dat bestand.");
        }
        catch (DecoderFallbackException)
        {
            errors.Add("", "Dit bestand kunnen wij niet lezen. Bewaar het als tekst in UTF-8.");
        }
        catch (JsonException wrong)
        {
            errors.Add("", wrong.LineNumber is { } line
                ? $"Op regel {line + 1}, teken {wrong.BytePositionInLine + 1}, is dit geen JSON meer. Staat alles erin, tot en met de laatste }}? Kijk of daar een haakje, komma of aanhalingsteken ontbreekt, of iets dubbel staat."
                : "Een naam staat twee keer in dezelfde groep. Haal er een weg.");
        }
        return null;
    }

    private static List<(string Place, string Id, JsonNode? Node)> Documents(JsonObject root, FileErrors errors)
    {
        if (root[SettingsExchange.Schema] is not JsonValue format || !format.TryGetValue<string>(out var name) || name != SettingsExchange.Format)
            errors.Add(SettingsExchange.Schema, $"Schrijf hier \"{SettingsExchange.Format}\".");
        string[] names = [SettingsExchange.Schema, .. SettingsKeys.OfAll, SettingsExchange.Smederijen];
        foreach (var (unknown, _) in root.Where(part => !names.Contains(part.Key)))
            errors.Add(unknown, $"Deze naam kennen wij hier niet. Haal die weg, of kies uit: {string.Join(", ", names)}.");
        List<(string, string, JsonNode?)> found = [.. SettingsKeys.OfAll.Where(root.ContainsKey).Select(id => (id, id, root[id]))];
        if (!root.TryGetPropertyValue(SettingsExchange.Smederijen, out var node))
            return found;
        if (node is not JsonArray { Count: <= MostSmederijen } list)
            errors.Add(SettingsExchange.Smederijen, $"Hier hoort een lijst: tussen [ en ], met hoogstens {MostSmederijen} Smederijen.");
        else
            foreach (var (i, smederij) in list.ToList().Index())
            {
                var place = $"{SettingsExchange.Smederijen}[{i}]";
                if (smederij is JsonObject known && known["name"] is JsonValue value && value.TryGetValue<string>(out var called))
                    errors.IsCalled(place, called);
                found.Add((place, "", smederij));
            }
        return found;
    }

    /// <summary>Ids become keys and addresses, so each is one and is there once.</summary>
    private static void CheckIds(IReadOnlyList<(string Place, object Content)> read, FileErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, content) in read)
        {
            switch (content)
            {
                case SmederijSettings smederij:
                    if (SettingsDesk.Reserved.Contains(smederij.Id))
                        errors.Add($"{place}.id", "Deze naam heeft het programma zelf nodig. Kies een andere.");
                    else
                        CheckId($"{place}.id", smederij.Id, seen, errors);
                    CheckRows($"{place}.wijkteam.members", smederij.Wijkteam.Members.Select(member => member.Id), errors);
                    break;
                case StuurgroepSettings stuurgroep:
                    CheckRows($"{place}.seats", stuurgroep.Seats.Select(seat => seat.Id), errors);
                    foreach (var (i, seat) in stuurgroep.Seats.Index())
                    {
                        CheckId($"{place}.seats[{i}].holder", seat.Holder, [], errors);
                        if (seat.Deputy is { } deputy)
                            CheckId($"{place}.seats[{i}].deputy", deputy, [], errors);
                    }
                    break;
                case MunicipalitySettings municipality:
                    CheckRows($"{place}.themes", municipality.Themes.Select(theme => theme.Id), errors);
                    break;
            }
        }
    }

    private static void CheckRows(string place, IEnumerable<string> ids, FileErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, id) in ids.Index())
            CheckId($"{place}[{i}].id", id, seen, errors);
    }

    private static void CheckId(string place, string id, HashSet<string> seen, FileErrors errors)
    {
        if (errors.Knows(place))
            return;
        if (!Id().IsMatch(id))
            errors.Add(place, "Gebruik hier alleen kleine letters, cijfers en streepjes, hoogstens 60. Zoals: \"de-weide\".");
        else if (!seen.Add(id))
            errors.Add(place, $"\"{id}\" staat hier twee keer. Kies voor een van de twee een andere naam.");
    }

    /// <summary>The document as the form would have read it, which says what is wrong in the same words.</summary>
    private static object Checked(
        string place, object content, Func<object, LaidChange> lay, DateOnly? from, DateOnly today, IReadOnlyList<SmederijSettings> others,
        FileErrors errors)
    {
        var typed = SettingsForms.Fill(content);
        var read = SettingsForms.Read(content, typed);
        CheckRows(content, typed);
        foreach (var error in typed.Errors.Where(error => !errors.Knows($"{place}.{InFile(error.Field)}")).ToList())
            errors.Add($"{place}.{InFile(error.Field)}", error.Message);
        var rules = new FormErrors();
        lay(read).Check(from, today, others, rules);
        foreach (var error in rules)
        {
            var (field, isOfFile) = (InFile(error.Field), error.Field != SettingsDesk.From);
            // What has to hold between two parts says nothing while one of them is wrong.
            if (!errors.KnowsIn($"{place}.{(isOfFile ? FirstOf(field) : "round")}"))
                errors.Add(isOfFile ? $"{place}.{field}" : place, error.Message);
        }
        return read;
    }

    /// <summary>A form takes an empty row for one that goes away, and shows no more than so many; in a file that would be lost unseen.</summary>
    private static void CheckRows(object content, Typed typed)
    {
        foreach (var field in SettingsForms.FieldsOf(SettingsDocument.IdOf(content)).Where(field => field.Shape == FieldShape.Rows))
        {
            var count = field.Words(content).Count;
            if (count > field.Most)
                typed.Errors.Add(field.Name, $"{field.Label}: {count} zijn te veel. Schrijf er hoogstens {field.Most}.");
            for (var number = 1; number <= Math.Min(count, field.Most ?? count); number++)
                if (!new RowReader(field.Name, number, field.Columns, typed).IsFilled)
                    typed.Errors.Add(RowReader.NameOf(field.Name, number, field.Columns[0].Name), "Vul dit in, of haal de hele regel weg.");
        }
    }

    private static string FirstOf(string field) => field is "quorum" ? "seats" : field.Split('.', '[')[0];

    /// <summary><c>themes.1.name</c> of the form is <c>themes[0].name</c> in the file.</summary>
    private static string InFile(string field) =>
        RowNumber().Replace(field, number => $"[{int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture) - 1}]");

    [GeneratedRegex(@"\.(\d+)(?=\.)")]
    private static partial Regex RowNumber();

    [GeneratedRegex("^[a-z0-9-]{1,60}$")]
    private static partial Regex Id();
}
