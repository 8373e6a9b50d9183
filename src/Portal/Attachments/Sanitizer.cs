namespace Smederijen.Portal.Attachments;

/// <summary>
/// Makes a safe copy of a file that a resident sent. A photo loses its place, time, camera, captions, thumbnails
/// and everything behind its end; its pixels, colours and upright position stay as they were, byte for byte.
/// </summary>
/// <remarks>
/// A PDF is checked but kept as it is, with the author and program that it may name inside: the form tells people so,
/// and it is served as a download only.
/// Bad input gives a refusal, never an exception. Why this is own code: docs/decisions/0005-attachments.md.
/// </remarks>
public static class Sanitizer
{
    /// <summary>Judges one file by its content alone; its name and declared type play no part.</summary>
    public static Sanitized Clean(ReadOnlyMemory<byte> file)
    {
        if (file.IsEmpty)
        {
            return Sanitized.Refused.Empty;
        }

        if (file.Length > AttachmentLimits.MaxBytes)
        {
            return Sanitized.Refused.TooBig;
        }

        var kind = FileKind.Recognise(file.Span);
        return kind == FileKind.Jpeg ? JpegCleaner.Clean(file.Span)
            : kind == FileKind.Png ? PngCleaner.Clean(file.Span)
            : kind == FileKind.WebP ? WebPCleaner.Clean(file.Span)
            : kind == FileKind.Pdf ? PdfCheck.Check(file)
            : Sanitized.Refused.UnknownKind;
    }
}
