namespace Smederijen.Portal.Attachments;

/// <summary>What a resident may send along with one form.</summary>
public static class AttachmentLimits
{
    public const int MaxFiles = 5;

    public const int MaxMegabytes = 10;

    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>The largest form with all its files, in bytes.</summary>
    public const long LargestForm = 55 * 1024 * 1024;

    /// <summary>A form up to this many bytes has no files worth speaking of, and never waits for a place.</summary>
    public const long SmallForm = 256 * 1024;

    public const int MaxMegapixels = 50;

    /// <summary>
    /// The largest photo that is taken in, in pixels as its header states them: phones make them of 12, 24 or 48 megapixels, and
    /// a page of A4 scanned at 600 dots per inch has 35. Counted in 1,024 × 1,024, as 8,192 × 6,144 is called 50.
    /// </summary>
    public const long MaxPixels = MaxMegapixels * 1024L * 1024;

    /// <summary>The largest that is kept: a page of A4 at 400 dots per inch. A larger photo is made smaller.</summary>
    public const long KeptPixels = 16 * 1024L * 1024;

    /// <summary>What a resident reads who sends more files than a form takes.</summary>
    /// <param name="kept">How many of an earlier try wait with the form.</param>
    public static string TooMany(int most, int kept) => (most - kept) switch
    {
        _ when kept == 0 => $"U kunt hoogstens {Dutch.Count(most, "bestand", "bestanden")} meesturen. Kies opnieuw.",
        <= 0 => $"U kunt hoogstens {Dutch.Count(most, "bestand", "bestanden")} meesturen. Die staan er al. Kies er geen meer bij.",
        var left => $"U kunt hoogstens {Dutch.Count(most, "bestand", "bestanden")} meesturen. Er {(kept == 1 ? "staat" : "staan")} er al {kept}. "
            + $"Kies er hoogstens {left} bij.",
    };
}
