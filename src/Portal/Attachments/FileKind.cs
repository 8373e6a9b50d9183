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
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : file.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']) ? Png
        : file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..12].SequenceEqual("WEBP"u8) ? WebP
        : PdfCheck.HasHeader(file) ? Pdf
        : null;

    /// <summary>A photo as iPhones make it (HEIC, HEIF), or one that is packed like it (AVIF): ISO 14496-12, 4.3.</summary>
    public static bool IsHeic(ReadOnlySpan<byte> file) =>
        file.Length >= 12 && file[4..8].SequenceEqual("ftyp"u8)
        && Encoding.Latin1.GetString(file[8..12]) is "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "mif1" or "msf1" or "avif" or "avis";
}
