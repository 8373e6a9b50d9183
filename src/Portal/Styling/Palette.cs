namespace Smederijen.Portal.Styling;

/// <summary>The colours of a house style as pages use them, and whether people can read what is made with them.</summary>
public sealed record Palette(Colour Main, Colour Dark, Colour Pale, Colour Accent)
{
    /// <summary>WCAG 2.2, 1.4.3: a text and what it stands on.</summary>
    public const double ForText = 4.5;

    /// <summary>WCAG 2.2, 1.4.11: an edge, and the ring around what has the focus.</summary>
    public const double ForEdges = 3;

    /// <summary>How much black makes the dark one of the main colour.</summary>
    private const double Darker = 0.4;

    /// <summary>How much white makes the pale one of the main colour; more where it could not be read on that.</summary>
    private const double Paler = 0.88;

    /// <summary>What comes with the program: the first block of <c>theme.css</c>.</summary>
    public static Palette Program { get; } = new(new(0x0b, 0x4a, 0x5a), new(0x06, 0x30, 0x3b), new(0xe3, 0xef, 0xf2), new(0xa5, 0x3c, 0x06));

    /// <summary>What links, headings and the ring of the focus stand on, whatever the house style, by their tokens.</summary>
    public static IReadOnlyList<Surface> Surfaces { get; } =
    [
        new("paper", new(0xff, 0xff, 0xff), "wit"),
        new("mist", new(0xef, 0xf4, 0xf5), "lichtgrijs, zoals boven een tabel"),
        new("care-pale", new(0xff, 0xf5, 0xdc), "geel, zoals in een waarschuwing"),
        new("good-pale", new(0xed, 0xf6, 0xf0), "groen, zoals in een bericht dat iets gelukt is"),
        new("fault-pale", new(0xfc, 0xef, 0xef), "roze, zoals in een foutmelding"),
    ];

    /// <summary>What stands on the pale colour whatever the house style, by its token.</summary>
    public static Surface Ink { get; } = new("ink", new(0x1c, 0x2a, 0x31), "gewone letters");

    /// <summary>The colours that were set, with what follows from them.</summary>
    public static Palette Of(HouseColours? set)
    {
        if (set is null || set.AreNone)
            return Program;
        var main = Colour.Parse(set.Main);
        var dark = Colour.Parse(set.Dark) ?? main?.With(Colour.Black, Darker) ?? Program.Dark;
        return new(
            main ?? Program.Main, dark, Colour.Parse(set.Pale) ?? (main is { } own ? PaleOf(own, dark) : Program.Pale),
            Colour.Parse(set.Accent) ?? Program.Accent);
    }

    /// <summary>Which of the colours that were set cannot be used, each with the first pair that does not stand out.</summary>
    public static IReadOnlyList<PaletteFault> FaultsIn(HouseColours set)
    {
        var palette = Of(set);
        List<PaletteFault> faults = [];
        Colour Use(string which, Colour colour, Colour toward, IReadOnlyList<Surface> beside, double least)
        {
            if (beside.FirstOrDefault(one => colour.Contrast(one.Colour) < least) is not { } unlike)
                return colour;
            var nearest = colour.Nearest(toward, near => beside.All(one => near.Contrast(one.Colour) >= least));
            faults.Add(new(which, colour, unlike, colour.Contrast(unlike.Colour), least, nearest));
            return nearest;
        }
        // What is made with a colour that cannot be used says nothing of the next one: that is looked at with the nearest that can.
        var main = set.Main.Length == 0 ? palette.Main : Use(nameof(Main), palette.Main, Colour.Black, Surfaces, ForText);
        var dark = set.Dark.Length == 0 ? Of(set with { Main = Typed(main, set.Main) }).Dark
            : Use(nameof(Dark), palette.Dark, Colour.Black, Surfaces, ForText);
        if (set.Pale.Length > 0)
            Use(nameof(Pale), palette.Pale, Colour.White, OnPale(main, dark), ForText);
        if (set.Accent.Length > 0)
            Use(nameof(Accent), palette.Accent, Colour.Black, [.. Surfaces.Take(2)], ForEdges);
        return faults;
    }

    private static string Typed(Colour used, string typed) => typed.Length == 0 ? "" : $"{used}";

    private static Colour PaleOf(Colour main, Colour dark) =>
        main.With(Colour.White, Paler).Nearest(Colour.White, near => OnPale(main, dark).All(one => near.Contrast(one.Colour) >= ForText));

    private static IReadOnlyList<Surface> OnPale(Colour main, Colour dark) =>
        [Ink, new("petrol", main, "de hoofdkleur, zoals een link"), new("petrol-deep", dark, "de donkere kleur, zoals een kop")];
}

/// <summary>A colour that another one has to stand out from.</summary>
/// <param name="Token">Its name in <c>theme.css</c>.</param>
/// <param name="Words">As people call it.</param>
public sealed record Surface(string Token, Colour Colour, string Words);

/// <summary>A colour that does not stand out.</summary>
/// <param name="Which">Of the <see cref="Palette"/>.</param>
/// <param name="Ratio">How much it stands out; it has to be <paramref name="Least"/>.</param>
/// <param name="Nearest">The nearest that does, from every colour that it meets.</param>
public sealed record PaletteFault(string Which, Colour Colour, Surface From, double Ratio, double Least, Colour Nearest);
