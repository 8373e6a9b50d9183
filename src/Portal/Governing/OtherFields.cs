namespace Smederijen.Portal.Governing;

/// <summary>Everything that a municipality sets for the stuurgroep.</summary>
internal static class StuurgroepFields
{
    public static IReadOnlyList<SettingsGroup> Groups { get; } =
    [
        new("Zetels", "Wie er op deze plekken zitten, vult u in bij Mensen.",
        [
            FieldsOf<StuurgroepSettings>.Rows("seats", "Zetel",
                [
                    new("function", "Functie", []), new("kind", "Soort", [new("Partner", "Partner"), new("Resident", "Bewoner")]),
                    new("deputy", "Met plaatsvervanger", SmederijFields.YesOrNo),
                    new("from", "Vanaf", []) { IsDay = true }, new("until", "Tot en met", []) { IsDay = true },
                ],
                s => s.Seats, (s, v) => s with { Seats = v },
                seat => [seat.Function, $"{seat.Kind}", seat.Deputy is null ? "nee" : "ja", $"{seat.From:d-M-yyyy}", $"{seat.Until:d-M-yyyy}"],
                seat => $"{seat.Function}, {(seat.Kind == SeatKind.Resident ? "bewoner" : "partner")}, {Dutch.Date(seat.From)} tot en met {Dutch.Date(seat.Until)}"
                    + (seat.Deputy is null ? "" : ", met plaatsvervanger"),
                Seat, Touches.Roles | Touches.Money),
        ]),
        new("Besluiten", null,
        [
            FieldsOf<StuurgroepSettings>.Number("quorum", "Zetels die zich moeten uitspreken", s => s.Quorum, (s, v) => s with { Quorum = v },
                1, 60, Touches.Roles | Touches.Money),
            FieldsOf<StuurgroepSettings>.Number("majorityPercent", "Meer dan dit deel van de stemmen wint (procent)", s => s.MajorityPercent,
                (s, v) => s with { MajorityPercent = v }, 50, 99, Touches.Roles | Touches.Money),
            FieldsOf<StuurgroepSettings>.Number("daysToDecide", "Dagen om te beslissen", s => s.DaysToDecide, (s, v) =>
                s with { DaysToDecide = v }, 1, 120),
            FieldsOf<StuurgroepSettings>.Number("reminderWorkingDays", "Werkdagen tot een herinnering", s => s.ReminderWorkingDays,
                (s, v) => s with { ReminderWorkingDays = v }, 1, 60),
        ]),
        new("Geld", null,
        [
            FieldsOf<StuurgroepSettings>.Line("dividesFrom", "Eerste jaar waarvan de stuurgroep het geld verdeelt", s => s.DividesFrom,
                (s, v) => s with { DividesFrom = v }, 4, "Vul het jaar in.", Touches.Money),
            FieldsOf<StuurgroepSettings>.Amount("equalPart", "Vast bedrag voor iedere Smederij", s => s.EqualPart, (s, v) =>
                s with { EqualPart = v }),
        ]),
    ];

    private static SeatSettings? Seat(StuurgroepSettings settings, Typed typed, RowReader row)
    {
        var before = typed.Errors.Count;
        var function = typed.Line(row.Name("function"), 100, "Vul de functie in.");
        var (from, until) = (typed.Day(row.Name("from"), "Vul in vanaf welke dag."), typed.Day(row.Name("until"), "Vul in tot en met welke dag."));
        if (from > until)
            typed.Errors.Add(row.Name("until"), "De laatste dag ligt voor de eerste. Verbeter een van de twee.");
        if (typed.Errors.Count > before)
            return null;
        var was = row.Number <= settings.Seats.Length ? settings.Seats[row.Number - 1] : null;
        var id = was?.Id ?? Ids.Free(function, settings.Seats.Select(seat => seat.Id));
        return new SeatSettings(
            id, function, typed.Raw(row.Name("kind")) == $"{SeatKind.Resident}" ? SeatKind.Resident : SeatKind.Partner, was?.Holder ?? id,
            typed.Raw(row.Name("deputy")) == "ja" ? was?.Deputy ?? $"{id}-plv" : null, from!.Value, until!.Value);
    }
}

/// <summary>Everything that is the same for all Smederijen.</summary>
internal static class MunicipalityFields
{
    public static IReadOnlyList<SettingsGroup> Groups { get; } =
    [
        new("De gemeente", "Wat u leeg laat, zien bewoners niet.",
        [
            FieldsOf<MunicipalitySettings>.Line("name", "Naam van de gemeente", s => s.Name, (s, v) => s with { Name = v }, 60,
                "Vul de naam van de gemeente in.")
                with { Hint = "Zoals in: De Smederijen van Hoogeveen." },
            Some("phone", "Telefoon", s => s.Phone, (s, v) => s with { Phone = v }, 30),
            Some("email", "E-mailadres", s => s.Email, (s, v) => s with { Email = v }, 100, IsMail),
            Some("address", "Bezoekadres", s => s.Address, (s, v) => s with { Address = v }, 200),
            Some("hours", "Open", s => s.Hours, (s, v) => s with { Hours = v }, 200),
            Some("mailClosing", "Naam onder mails", s => s.MailClosing, (s, v) => s with { MailClosing = v },
                100) with { Hint = "Zoals: Team De Smederijen." },
            FieldsOf<MunicipalitySettings>.Rows("themes", "Onderwerp voor de gemeente", [new("name", "Onderwerp", []), new("email",
                "E-mailadres", [])],
                s => s.Themes, (s, v) => s with { Themes = v }, theme => [theme.Name, theme.Email], theme => $"{theme.Name}: {theme.Email}",
                    Theme, Touches.None)
                with { Hint = "Waar het wijkteam iets voor de gemeente naartoe stuurt. Het laatste is voor al het andere." },
        ]),
        LookFields.Group,
        PayerFields.Group,
        new("Bewaren", "Namen en rekeningen bij betalingen bewaart u voor de boekhouding. De wet vraagt minstens zeven jaar. Daarna wist het programma ze zelf.",
        [
            FieldsOf<MunicipalitySettings>.Number(
                "paymentsKept", "Bewaartermijn van betalingen, in jaren na het boekjaar", s => s.PaymentYears,
                (s, v) => s with { PaymentsKept = v == BatchCircumstances.LeastYears ? null : v },
                BatchCircumstances.LeastYears, BatchCircumstances.MostYears, Touches.Money) with { Hint = "Dit geldt ook voor betalingen die u al deed." },
        ]),
        new("Verplichte teksten", null,
        [
            FieldsOf<MunicipalitySettings>.Text("controller", "Wie is verantwoordelijk voor de gegevens, en volgens welke wet?", s => s.Controller,
                (s, v) => s with { Controller = v }, 3000),
            FieldsOf<MunicipalitySettings>.Text("complaints", "Waar kunnen mensen klagen over hun gegevens?", s => s.Complaints, (s, v) =>
                s with { Complaints = v }, 3000),
            Some("accessibilityStatement", "Adres van de toegankelijkheidsverklaring", s => s.AccessibilityStatement,
                (s, v) => s with { AccessibilityStatement = v }, 300,
                    IsWeb) with { Hint = "Zoals: https://www.toegankelijkheidsverklaring.nl/register/…" },
            Some("securityContact", "Waar meldt iemand een lek?", s => s.SecurityContact, (s, v) => s with { SecurityContact = v }, 200, IsMailOrWeb)
                with { Hint = "Een e-mailadres of een adres dat met https:// begint." },
        ]),
    ];

    private static SettingsField Some(
        string name, string label, Func<MunicipalitySettings, string> get, Func<MunicipalitySettings, string, MunicipalitySettings> set, int most,
        Func<string, string?>? wrong = null)
    {
        var field = FieldsOf<MunicipalitySettings>.Line(name, label, get, set, most, null);
        return wrong is null ? field : field with
        {
            Read = (document, typed) =>
            {
                var read = field.Read(document, typed);
                if (!typed.Errors.Has(name) && get((MunicipalitySettings)read) is { Length: > 0 } text && wrong(text) is { } sentence)
                    typed.Errors.Add(name, sentence);
                return read;
            },
        };
    }

    private static string? IsMail(string text) =>
        EmailAddress.WhatIsWrong(EmailAddress.Tidied(text)) is { } wrong ? $"Dit is geen goed e-mailadres. {wrong}" : null;

    private static string? IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? null : "Schrijf een adres dat met https:// begint.";

    private static string? IsMailOrWeb(string text) => text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? IsWeb(text) : IsMail(text);

    private static MunicipalTheme? Theme(MunicipalitySettings settings, Typed typed, RowReader row)
    {
        var before = typed.Errors.Count;
        var (name, email) = (typed.Line(row.Name("name"), 60, "Vul het onderwerp in."), typed.Email(row.Name("email"), "Vul het e-mailadres in."));
        var id = row.Number <= settings.Themes.Length ? settings.Themes[row.Number - 1].Id : Ids.Free(name, settings.Themes.Select(theme =>
            theme.Id));
        return typed.Errors.Count > before ? null : new MunicipalTheme(id, name, email);
    }
}
