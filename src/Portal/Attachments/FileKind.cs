namespace Smederijen.Portal.Attachments;

/// <summary>A kind of file that the portal accepts.</summary>
/// <param name="MediaType">The Content-Type it is served with; what the sender declared is ignored.</param>
/// <param name="Extension">Without a dot.</param>
/// <param name="IsPhoto">A page may show a photo. Any other kind is offered as a download only.</param>
public sealed record FileKind(string MediaType, string Extension, bool IsPhoto)
{
    public static FileKind Jpeg { get; } = new("image/jpeg", "jpg", IsPhoto: true);

    public static FileKind Png { get; } = new("image/png", "png", IsPhoto: true);

    public static FileKind WebP { get; } = new("image/webp", "webp", IsPhoto: true);

    public static FileKind Pdf { get; } = new("application/pdf", "pdf", IsPhoto: false);

    public static IReadOnlyList<FileKind> All { get; } = [Jpeg, Png, WebP, Pdf];

    /// <summary>
    /// The kind whose signature the file starts with; null when there is none.
    /// A signature promises nothing about the rest: only <see cref="Sanitizer"/> accepts a file.
    /// </summary>
    public static FileKind? Recognise(ReadOnlySpan<byte> file) =>
        file.StartsWith(JpegCleaner.Signature) ? Jpeg
        : file.StartsWith(PngCleaner.Signature) ? Png
        : file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..12].SequenceEqual("WEBP"u8) ? WebP
        : file.StartsWith("%PDF-"u8) ? Pdf
        : null;
}
