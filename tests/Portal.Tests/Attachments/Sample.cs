namespace Smederijen.Portal.Tests.Attachments;

/// <summary>
/// Small real files. "plain" ones hold no metadata; the others name a maker (Camera), a person (Jan), a place (N 52.7222, E 6.4765)
/// and an orientation (6, a quarter turn), as a phone writes them; progressive.jpg is coded in several scans.
/// </summary>
internal static class Sample
{
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Attachments", "samples", name));

    private static readonly string[] TellingNames =
        ["phone.jpg", "progressive.jpg", "phone.png", "phone.webp", "transparent.webp", "lossless.webp"];

    public static IReadOnlyList<string> Names { get; } = [.. TellingNames, "plain.jpg", "plain.png"];

    public static TheoryData<string> Telling => [.. TellingNames];

    public static TheoryData<string> All => [.. Names];
}
