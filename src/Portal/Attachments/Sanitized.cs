namespace Smederijen.Portal.Attachments;

/// <summary>What became of a file that a resident sent: a clean copy, or a reason why not.</summary>
public abstract record Sanitized
{
    private Sanitized()
    {
    }

    /// <summary>A file that may be stored and served.</summary>
    /// <param name="Kind">Found in the content.</param>
    /// <param name="Bytes">The same picture or document; photos without what the camera and programs wrote beside it.</param>
    public sealed record CleanFile(FileKind Kind, ReadOnlyMemory<byte> Bytes) : Sanitized;

    /// <summary>A file that is not accepted.</summary>
    /// <param name="Reason">What is wrong and what to do, for the resident.</param>
    public sealed record Refused(string Reason) : Sanitized
    {
        public static Refused Empty { get; } = new("Dit bestand is leeg. Kies een ander bestand.");

        public static Refused TooBig { get; } = new(
            $"Dit bestand is groter dan {AttachmentLimits.MaxMegabytes} MB. Maak het bestand kleiner of kies een ander bestand.");

        public static Refused UnknownKind { get; } = new(
            "Dit bestand is geen foto (JPEG, PNG, WebP) of PDF. Kies een ander bestand.");

        public static Refused Damaged { get; } = new(
            "Dit bestand is beschadigd of niet compleet. Sla het opnieuw op of kies een ander bestand.");

        public static Refused TooManyPixels { get; } = new(
            $"Deze foto heeft meer dan {AttachmentLimits.MaxMegapixels} megapixel. Maak de foto kleiner of kies een andere foto.");

        public static Refused Moving { get; } = new("Dit is een bewegend plaatje. Kies een foto die stilstaat.");

        public static Refused NotForBrowsers { get; } = new(
            "Niet iedereen kan deze soort JPEG openen. Sla de foto opnieuw op als gewone JPEG of PNG.");
    }
}
