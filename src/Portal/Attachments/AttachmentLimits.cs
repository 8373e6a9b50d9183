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

    public const int MaxMegapixels = 100;

    /// <summary>
    /// The largest photo, in pixels as its header states them. The server never decodes a photo;
    /// this spares the browser of whoever opens it.
    /// </summary>
    public const long MaxPixels = MaxMegapixels * 1_000_000L;

    /// <summary>What a resident reads who sends more files than a form takes.</summary>
    public static string TooMany(int most) => $"U kunt niet meer dan {most} bestanden meesturen. Haal een of meer bestanden weg.";
}
