using System.Collections.Frozen;
using System.Text.Unicode;

namespace Smederijen.Portal.Api;

/// <summary>Reads the fields of a form from one flat JSON object. Fields that no form has are left alone.</summary>
internal static class JsonFields
{
    /// <summary>Four times the longest form, so that every character may be written as an escape.</summary>
    private const int MostBytes = 256 * 1024;

    private static readonly FrozenSet<string> Texts = FrozenSet.ToFrozenSet(
        ["titel", "beschrijving", "doelgroep", "bijdrage", "naam", "voorletters", "email", "postcode", "huisnummer", CommandField.FieldName,
            Trap.FieldName], StringComparer.Ordinal);

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static async Task<PostedBody> Read(HttpContext http)
    {
        var body = await PostedBytes.Read(http, MostBytes);
        if (body is null)
            return PostedBody.TooLarge(http, MostBytes);
        if (!Utf8.IsValid(body))
            return Malformed("De tekst is geen geldige UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? FromObject(document.RootElement)
                : Malformed("Stuur één JSON-object met de velden van het formulier.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a name with half a surrogate pair in it.
            return Malformed("Dit is geen geldige JSON, of een veld staat er meer dan één keer in.");
        }
    }

    private static PostedBody.Fields FromObject(JsonElement json)
    {
        var unread = new FormErrors();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        long? amount = null;
        foreach (var property in json.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (property.NameEquals("bedrag"))
                amount = Cents(property.Value, unread);
            else if (property.NameEquals("bijlagen"))
                CheckNoFiles(property.Value, unread);
            else if (!Texts.Contains(property.Name))
                continue;
            else if (TextOf(property.Value) is { } text)
                texts[property.Name] = text;
            else
                unread.Add(property.Name, "Stuur dit veld als tekst: een JSON-string zonder halve tekens.");
        }
        if (amount is { } cents)
            texts["bedrag"] = cents.ToString(CultureInfo.InvariantCulture);
        return new PostedBody.Fields(new Typed(texts, []), typed => amount ?? Missing(typed), unread, new FormFileCollection());
    }

    private static long? Cents(JsonElement value, FormErrors errors)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var cents))
            return cents;
        errors.Add("bedrag", "Stuur het bedrag als een heel getal in centen: 45000 voor € 450,00.");
        return null;
    }

    private static long Missing(Typed typed)
    {
        typed.Errors.Add("bedrag", "Vul in hoeveel geld u nodig hebt, in centen.");
        return 0;
    }

    private static void CheckNoFiles(JsonElement value, FormErrors errors)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 0)
            errors.Add("bijlagen", "In JSON kunnen geen bestanden mee. Stuur de velden en bestanden als multipart/form-data.");
    }

    private static string? TextOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape.
            return null;
        }
    }

    private static PostedBody.Unusable Malformed(string message) => new(new ProblemResult(StatusCodes.Status400BadRequest, message));
}
