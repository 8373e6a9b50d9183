namespace Smederijen.Portal.Http;

/// <summary>
/// Reads what people typed into a form, one field at a time, and gathers every error. Each kind of field has one reader, which tidies
/// what was typed (<see cref="Tidy"/>) before it looks at it; the API reads its fields the same way.
/// </summary>
public sealed class Typed(IReadOnlyDictionary<string, string> values, FormErrors errors, SentTo? sentTo = null)
{
    private CommandId? pressed;
    private CommandId? once;

    public FormErrors Errors => errors;

    /// <summary>A form that nobody filled in yet.</summary>
    public static Typed Empty => new(new Dictionary<string, string>(), []);

    /// <summary>What a page shows in its form: what was typed, if the form came back; nothing otherwise.</summary>
    public static Typed For(HttpContext http) => Returned(http) ?? Empty;

    /// <summary>What was typed into a form that came back; null for a new one.</summary>
    public static Typed? Returned(HttpContext http) => http.Features.Get<ReturnedForm>()?.Show(http);

    /// <summary>The form that was posted.</summary>
    /// <exception cref="BadHttpRequestException">What was posted is no form.</exception>
    public static async Task<Typed> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            throw new BadHttpRequestException("A form was expected.", StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return new(PostedTexts.In(form), FormErrors.Of(PutAside.In(http)), await SentTo.Of(http, form));
    }

    /// <summary>The raw value, for showing it again.</summary>
    public string Raw(string field) => values.GetValueOrDefault(field, "");

    /// <summary>The values that were ticked under one name.</summary>
    public IReadOnlyList<string> Several(string field) => Raw(field).Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The command id that was sent; empty when none was.</summary>
    public string SentCommand => Raw(CommandField.FieldName);

    /// <summary>This press of the button, by address, sender and content: a repeat is known, and other content is something new.</summary>
    public CommandId Pressed => pressed ??= CommandId.Of(SentCommand, sentTo?.Scope ?? "", Content);

    /// <summary>The same for what adds up: other content under the same id is refused (<see cref="ReusedCommandException"/>).</summary>
    public CommandId PressedOnce => once ??= CommandId.Once(SentCommand, sentTo?.Scope ?? "", Content);

    /// <summary>All that was sent, the files too, but for the id.</summary>
    public string Content => string.Join(
        '\n',
        values.Where(value => value.Key is not (CommandField.FieldName or Trap.FieldName)).OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key.Length}:{value.Key}={value.Value.Length}:{value.Value}").Append(sentTo?.Files ?? ""));

    /// <summary>The command id of the form, to go on with when it is shown again.</summary>
    public string Command => SentCommand is { Length: > 0 } sent ? sent : CommandId.NewToken();

    /// <summary>What was typed in a field of one line, tidied; empty when that is nothing.</summary>
    public string Plain(string field) => Tidy.Plain(Raw(field));

    /// <summary>
    /// A filled-in trap is an error like any other: a program gets no thanks for it, and a person whose browser filled it in gets the form
    /// back with all that was typed.
    /// </summary>
    public void CheckTrap()
    {
        if (Raw(Trap.FieldName).Length > 0)
            errors.Add(Trap.FieldName, "Wij hebben nog niets verstuurd. Er stond iets in een veld dat leeg moet blijven. Misschien vulde uw browser het in. "
                + "Dat veld is nu weer leeg. Verstuur het formulier nog een keer.");
    }

    /// <summary>What cannot be taken back asks for a tick.</summary>
    public void CheckSure(string missing = "Zet een vinkje als u het zeker weet.")
    {
        if (Raw("zeker") != "ja")
            errors.Add("zeker", missing);
    }

    /// <summary>A text of one or more lines.</summary>
    /// <param name="missing">The message when nothing is filled in; null when the field may stay empty.</param>
    public string Text(string field, int maxLength, string? missing, int minLength = 1) =>
        Check(field, Tidy.Text(Raw(field)), maxLength, missing, minLength);

    /// <summary>A title, a name, or whatever else stands on one line; a line break of Office in it is a space.</summary>
    /// <param name="missing">The message when nothing is filled in; null when the field may stay empty.</param>
    public string Line(string field, int maxLength, string? missing)
    {
        var line = Check(field, Tidy.Line(Raw(field)), maxLength, missing);
        if (Raw(field).AsSpan().Trim().ContainsAny('\r', '\n'))
            errors.Add(field, "Schrijf dit op één regel.");
        else if (line.Length > 0 && !errors.Has(field) && !Tidy.HasLetterOrDigit(line))
            errors.Add(field, "Gebruik ook letters of cijfers. Met alleen tekens of plaatjes weten anderen niet wat u bedoelt.");
        return line;
    }

    public string Email(string field, string missing = "Vul uw e-mailadres in.")
    {
        var email = EmailAddress.Tidied(Raw(field));
        if (email.Length == 0)
            errors.Add(field, missing);
        else if (EmailAddress.WhatIsWrong(email) is { } wrong)
            errors.Add(field, $"Dit is geen goed e-mailadres. {wrong} Een e-mailadres ziet er zo uit: naam@voorbeeld.nl.");
        return email;
    }

    /// <summary>A telephone number as it was typed, without what nobody sees.</summary>
    public string Phone(string field)
    {
        var phone = Check(field, Plain(field), 30, "Vul uw telefoonnummer in.");
        if (phone.Length > 0 && !errors.Has(field) && !PhoneNumber.IsOne(phone))
            errors.Add(field, "Dit is geen goed telefoonnummer. Schrijf het zo: 06 12 34 56 78.");
        return phone;
    }

    /// <summary>An amount as people type it: <c>450</c>, <c>450,00</c>, <c>1.250</c>.</summary>
    public Euro Euros(string field, string missing)
    {
        if (Portal.Text.Dutch.ParseEuro(Raw(field), out var cents) && cents <= Euro.MaxCents)
            return new Euro(cents);
        errors.Add(field, Plain(field).Length == 0 ? missing : Portal.Text.Dutch.UnreadableEuro(Raw(field)));
        return Euro.Zero;
    }

    /// <summary>A day, as a date field sends it or as people type it; null, with an error where one is due, when there is none.</summary>
    /// <param name="missing">The message when nothing is filled in; null when the field may stay empty.</param>
    public DateOnly? Day(string field, string? missing)
    {
        if (Portal.Text.Dutch.ParseDay(Raw(field)) is { } day)
            return day;
        if (Plain(field).Length > 0)
            errors.Add(field, "Deze datum kunnen wij niet lezen. Schrijf hem zo: 31-12-2026.");
        else if (missing is not null)
            errors.Add(field, missing);
        return null;
    }

    /// <summary>A whole number; null when it is none.</summary>
    public int? Count(string field) => Portal.Text.Dutch.ParseCount(Raw(field));

    public Postcode PostcodeOf(string field)
    {
        if (!Postcode.TryParse(Tidy.Compact(Raw(field)), out var postcode))
            errors.Add(field, Plain(field).Length == 0 ? "Vul uw postcode in." : "Dit is geen goede postcode. Een postcode ziet er zo uit: 7901 AB.");
        return postcode;
    }

    /// <summary>The number of a house; a letter or an addition behind it does not count. Null, with an error, when there is none.</summary>
    /// <param name="missing">The message when nothing is filled in.</param>
    public int? HouseNumber(string field, string missing)
    {
        var text = Plain(field);
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and <= 5 && int.Parse(text[..digits], CultureInfo.InvariantCulture) is var number and > 0)
            return number;
        errors.Add(field, text.Length == 0 ? missing : "Dit is geen huisnummer. Begin met het getal, bijvoorbeeld 12 of 12a.");
        return null;
    }

    /// <summary>Lengths count what came out of tidying.</summary>
    private string Check(string field, string text, int maxLength, string? missing, int minLength = 1)
    {
        var length = Tidy.LengthOf(text);
        if (length == 0)
        {
            if (missing is not null)
                errors.Add(field, missing);
        }
        else if (text.EnumerateRunes().Any(rune => Rune.IsControl(rune) ? rune.Value != '\n' : rune == Rune.ReplacementChar))
            errors.Add(field, "In deze tekst staan tekens die wij niet kunnen bewaren. Typ de tekst opnieuw.");
        else if (length < minLength)
            errors.Add(field, $"Schrijf iets meer: minstens {minLength} tekens.");
        else if (length > maxLength)
            errors.Add(field, $"Deze tekst is te lang: {length} tekens. Maak de tekst korter: hoogstens {maxLength} tekens.");
        return text;
    }
}
