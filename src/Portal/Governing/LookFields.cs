using Smederijen.Portal.Styling;

namespace Smederijen.Portal.Governing;

/// <summary>The logo and the colours of the municipality.</summary>
internal static class LookFields
{
    private const string Colours = "colours.";

    public static SettingsGroup Group { get; } = new(
        "Logo en kleuren",
        "Zo herkennen bewoners uw gemeente, op iedere pagina en in iedere mail. Wat u leeg laat, blijft zoals het programma het heeft.",
        [
            Logo(),
            Colour("main", "Hoofdkleur", "Van links, knoppen en lijnen. Zoals: #0b4a5a.", c => c.Main, (c, v) => c with { Main = v }),
            Colour("dark", "Donkere kleur", "Van koppen en de onderkant van de pagina. Leeg: een donkere tint van de hoofdkleur.",
                c => c.Dark, (c, v) => c with { Dark = v }),
            Colour("pale", "Lichte kleur", "Achter berichten. Leeg: een lichte tint van de hoofdkleur.", c => c.Pale, (c, v) => c with { Pale = v }),
            Colour("accent", "Opvallende kleur", "Van de streep voor de naam van de website.", c => c.Accent, (c, v) => c with { Accent = v }),
        ]);

    /// <summary>Colours that people cannot read are refused, with the pair that it is about and the nearest that will do.</summary>
    public static void Check(HouseColours? colours, FormErrors errors)
    {
        foreach (var fault in colours is null ? [] : Palette.FaultsIn(colours))
            if (Colours + fault.Which.ToLowerInvariant() is var field && !errors.Has(field))
                errors.Add(
                    field,
                    $"{Group.Fields.Single(one => one.Name == field).Label}: {fault.Colour} valt te weinig op bij {fault.From.Words}: het contrast is {Dutch.Ratio(fault.Ratio)}, en moet "
                        + $"minstens {Dutch.Ratio(fault.Least)} zijn. Vul {fault.Nearest} in: dat lijkt er het meest op, en kan wel.");
    }

    private static SettingsField Colour(
        string name, string label, string hint, Func<HouseColours, string> get, Func<HouseColours, string, HouseColours> set) =>
        FieldsOf<MunicipalitySettings>.Colour(
            Colours + name, label, s => s.Colours is { } colours ? get(colours) : "",
            (s, v) => set(s.Colours ?? new(), v) is { AreNone: false } colours ? s with { Colours = colours } : s with { Colours = null })
            with { Hint = hint };

    private static SettingsField Logo() => new(Logos.Field, "Logo", FieldShape.Picture, Touches.None)
    {
        Optional = true,
        Hint = "Een PNG of JPEG van hoogstens 1 MB, liefst zonder rand. Wie het niet ziet, hoort of leest de naam van de gemeente.",
        Words = document => LogoOf(document) is { } logo
            ? [$"Plaatje van {logo.Width} bij {logo.Height} pixels, kenmerk {LogoPicture.Parse(logo.File)?.Id[^8..]}"] : [],
        Sample = document => LogoOf(document) is { } logo ? HouseSheet.AddressOf(logo) : null,
        Filled = document => [KeyValuePair.Create(Logos.Field, LogoOf(document)?.File ?? "")],
        Read = (document, typed) =>
        {
            var (settings, file) = ((MunicipalitySettings)document, typed.Raw(Logos.Field));
            if (typed.Raw(Logos.Remove) == "ja")
                return settings with { Logo = null };
            // How large another one is follows where it is looked up (Logos).
            return file == (settings.Logo?.File ?? "") ? settings : settings with { Logo = file.Length == 0 ? null : new HouseLogo(file) };
        },
    };

    private static HouseLogo? LogoOf(object document) => ((MunicipalitySettings)document).Logo;
}
