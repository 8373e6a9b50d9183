namespace Smederijen.Portal.Governing;

/// <summary>The account that pays.</summary>
internal static class PayerFields
{
    private const string Iban = "payer.iban";
    private const string Named = "payer.name";
    private const string Bic = "payer.bic";

    public static SettingsGroup Group { get; } = new(
        "Betalen", "Van deze rekening betaalt de gemeente, en hierop komt geld terug. Bewoners zien haar alleen als zij geld moeten terugbetalen.",
        [
            Line(Named, "Naam van de rekening", 70, p => p.Name, (p, v) => p with { Name = v }) with { Hint = "Zoals de bank haar kent." },
            Line(Iban, "IBAN", 42, p => p.Iban, (p, v) => p with { Iban = Compact(v) }),
            Line(Bic, "BIC", 11, p => p.Bic, (p, v) => p with { Bic = Compact(v) }) with { Hint = "Alleen als uw bank erom vraagt." },
            FieldsOf<MunicipalitySettings>.YesNo(
                "payer.forUsAlone", "Deze rekening is alleen voor De Smederijen", s => s.Payer?.ForUsAlone == true,
                (s, v) => With(s, p => p with { ForUsAlone = v }), Touches.Money) with
            {
                Hint = "Ja: wij bewaren elke regel van een afschrift. Nee: wij bewaren alleen de regels die over De Smederijen gaan. De andere tellen wij alleen.",
            },
        ]);

    /// <summary>An account is whole or not there.</summary>
    public static void Check(PayerSettings? payer, FormErrors errors)
    {
        if (payer is null)
            return;
        if (payer.Name.Length == 0)
            errors.Add(Named, "Vul de naam van de rekening in, zoals de bank haar kent.");
        if (!Domain.Money.Iban.TryParse(payer.Iban, out _))
            errors.Add(Iban, payer.Iban.Length == 0 ? "Vul het IBAN in." : "Dit is geen goed IBAN. Kijk het nummer na op een afschrift.");
        if (payer.Bic.Length is not (0 or 8 or 11))
            errors.Add(Bic, "Een BIC heeft 8 of 11 tekens. Kijk het na op een afschrift, of laat het leeg.");
    }

    private static SettingsField Line(
        string name, string label, int most, Func<PayerSettings, string> get, Func<PayerSettings, string, PayerSettings> set) =>
        FieldsOf<MunicipalitySettings>.Line(
            name, label, s => s.Payer is { } payer ? get(payer) : "", (s, v) => With(s, p => set(p, v)), most, null, Touches.Money);

    /// <summary>Without a number and a name there is none.</summary>
    private static MunicipalitySettings With(MunicipalitySettings settings, Func<PayerSettings, PayerSettings> change)
    {
        var payer = change(settings.Payer ?? new("", ""));
        return settings with { Payer = payer with { ForUsAlone = false } == new PayerSettings("", "") ? null : payer };
    }

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
