namespace Smederijen.Portal.Attachments;

/// <summary>What became of a file that a resident sent: a clean copy, or a reason why not.</summary>
public abstract record Sanitized
{
    private Sanitized()
    {
    }

    /// <summary>A file that may be stored and served.</summary>
    /// <param name="Kind">Found in the content.</param>
    /// <param name="Bytes">The same picture, or the document as it was sent.</param>
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

        public static Refused Heic { get; } = new(
            "Deze foto is van de soort HEIC of AVIF. Niet iedereen kan die openen. Maak een schermafdruk van de foto en stuur die. "
            + "Of zet op uw iPhone de camera op 'Meest compatibel' (Instellingen, Camera, Structuren) en maak de foto opnieuw.");

        public static Refused ActivePdf { get; } = new(
            $"In deze PDF zit een programma of een ander bestand. Dat kunnen wij niet aannemen. {PrintAgain}");

        public static Refused LockedPdf { get; } = new($"Deze PDF is beveiligd. Wij kunnen hem niet nakijken. {PrintAgain}");

        public static Refused UnclearPdf { get; } = new($"Deze PDF is zo gemaakt dat wij hem niet kunnen nakijken. {PrintAgain}");

        private const string PrintAgain = "Open de PDF, kies Afdrukken en kies als printer 'Opslaan als PDF'. Stuur ons het nieuwe bestand.";
    }
}
