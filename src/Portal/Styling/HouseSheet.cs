namespace Smederijen.Portal.Styling;

/// <summary>
/// The house style as a small style sheet, which gives other colours to some tokens of the theme. Its address holds a hash of what it says, so it may
/// be kept for ever: other colours have another address.
/// </summary>
public sealed class HouseSheet
{
    /// <summary>Where sheets and logos of the municipality are.</summary>
    public const string Folder = "/huisstijl";

    /// <summary>The last one that was asked for: every page asks for the same, until somebody sets other colours.</summary>
    private static HouseSheet? s_latest;

    private readonly HouseColours of;

    private HouseSheet(HouseColours set)
    {
        of = set;
        var colours = Palette.Of(set);
        var css = $":root{{--smederij-petrol:{colours.Main};--smederij-petrol-deep:{colours.Dark};--smederij-petrol-pale:{colours.Pale};"
            + $"--smederij-ember:{colours.Accent};--smederij-focus:{colours.Dark}}}\n";
        Content = Encoding.UTF8.GetBytes(css);
        Path = $"{Folder}/{Digest.Hex(css, 8)}.css";
    }

    public string Path { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Null where the colours of the program stay.</summary>
    public static HouseSheet? Of(HouseColours? set) => set is null || set.AreNone ? null
        : s_latest is { } latest && latest.of == set ? latest : s_latest = new(set);

    /// <summary>Where a logo is.</summary>
    public static string AddressOf(HouseLogo logo) => $"{Folder}/{logo.File}";
}
