using System.Net.Mail;

namespace Smederijen.Portal.Http;

/// <summary>
/// Reads what people typed into a form, one field at a time, and gathers every error. Text comes out trimmed and without
/// characters that no person types.
/// </summary>
public sealed class Typed(IReadOnlyDictionary<string, string> values, FormErrors errors)
{
    public FormErrors Errors => errors;

    /// <summary>A form that nobody filled in yet.</summary>
    public static Typed Empty => new(new Dictionary<string, string>(), []);

    public static Typed From(IFormCollection form) =>
        new(form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal), new FormErrors { CameBack = true });

    /// <summary>The form that was posted.</summary>
    /// <exception cref="BadHttpRequestException">What was posted is no form.</exception>
    public static async Task<Typed> Read(HttpContext http) => http.Request.HasFormContentType
        ? From(await http.Request.ReadFormAsync(http.RequestAborted))
        : throw new BadHttpRequestException("A form was expected.", StatusCodes.Status415UnsupportedMediaType);

    /// <summary>The raw value, for showing it again.</summary>
    public string Raw(string field) => values.GetValueOrDefault(field, "");

    /// <summary>The command id that was sent; empty when none was.</summary>
    public string SentCommand => Raw(CommandField.FieldName);

    /// <summary>The command id of the form, to go on with when it is shown again.</summary>
    public string Command => SentCommand is { Length: > 0 } sent ? sent : CommandId.NewToken();

    /// <summary>A text of one or more lines.</summary>
    /// <param name="missing">The message when nothing is filled in; null when the field may stay empty.</param>
    public string Text(string field, int maxLength, string? missing, int minLength = 1)
    {
        var text = Raw(field).ReplaceLineEndings("\n").Trim();
        if (text.Length == 0)
        {
            if (missing is not null)
                errors.Add(field, missing);
        }
        else if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) || !IsWellFormed(text))
            errors.Add(field, "In deze tekst staan tekens die wij niet kunnen bewaren. Typ de tekst opnieuw.");
        else if (text.Length < minLength)
            errors.Add(field, $"Schrijf iets meer: minstens {minLength} tekens.");
        else if (text.Length > maxLength)
            errors.Add(field, $"Deze tekst is te lang: {text.Length} tekens. Maak de tekst korter: hoogstens {maxLength} tekens.");
        return text;
    }

    public string Line(string field, int maxLength, string missing)
    {
        var line = Text(field, maxLength, missing);
        if (line.Contains('\n', StringComparison.Ordinal))
            errors.Add(field, "Schrijf dit op één regel.");
        return line;
    }

    public string Email(string field)
    {
        var email = Line(field, 254, "Vul uw e-mailadres in.");
        if (email.Length > 0 && !errors.Has(field) && !IsEmail(email))
            errors.Add(field, "Dit is geen goed e-mailadres. Een e-mailadres ziet er zo uit: naam@voorbeeld.nl.");
        return email;
    }

    /// <summary>An amount as people type it: <c>450</c>, <c>450,00</c>, <c>1.250</c>.</summary>
    public Euro Euros(string field, string missing)
    {
        if (Portal.Text.Dutch.ParseEuro(Raw(field), out var cents) && cents <= Euro.MaxCents)
            return new Euro(cents);
        errors.Add(field, Raw(field).Trim().Length == 0 ? missing : "Dit bedrag kunnen wij niet lezen. Schrijf het zo: 450 of 450,00.");
        return Euro.Zero;
    }

    /// <summary>A day, as a date field sends it or as people type it; null, with an error where one is due, when there is none.</summary>
    /// <param name="missing">The message when nothing is filled in; null when the field may stay empty.</param>
    public DateOnly? Day(string field, string? missing)
    {
        var text = Raw(field).Trim();
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (text.Length > 0)
            errors.Add(field, "Deze datum kunnen wij niet lezen. Schrijf hem zo: 31-12-2026.");
        else if (missing is not null)
            errors.Add(field, missing);
        return null;
    }

    public Postcode PostcodeOf(string field)
    {
        if (!Postcode.TryParse(Raw(field), out var postcode))
            errors.Add(field, Raw(field).Trim().Length == 0 ? "Vul uw postcode in." : "Dit is geen goede postcode. Een postcode ziet er zo uit: 7901 AB.");
        return postcode;
    }

    private static bool IsEmail(string text) =>
        text.All(c => c is > ' ' and <= '~' and not ('"' or '(' or ')' or '<' or '>' or ',' or ';' or ':' or '\\' or '[' or ']'))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }
        return true;
    }
}
