namespace Smederijen.Portal.Attachments;

/// <summary>
/// Makes a safe copy of a file that a resident sent. A photo is drawn anew: its picture stays, upright; its place, time, camera,
/// captions, thumbnails and everything behind its end do not. A PDF is looked through and kept as it is.
/// </summary>
/// <remarks>
/// A PDF may name its author and program inside: the form tells people so, and it is served as a download only.
/// Bad input gives a refusal, never an exception. Why it is done so: docs/decisions/0035-photos-drawn-anew.md.
/// </remarks>
public static class Sanitizer
{
    /// <summary>
    /// Judges one file by its content alone; its name and declared type play no part. It takes up to seconds of a processor and some
    /// hundreds of megabytes: whoever calls it sees to it that not many do so at once.
    /// </summary>
    public static Sanitized Clean(ReadOnlyMemory<byte> file)
    {
        if (file.IsEmpty)
            return Sanitized.Refused.Empty;
        if (file.Length > AttachmentLimits.MaxBytes)
            return Sanitized.Refused.TooBig;
        return FileKind.Recognise(file.Span) switch
        {
            { IsPhoto: true } => PhotoCopy.Draw(file.Span),
            { } => PdfCheck.Check(file),
            null => FileKind.IsHeic(file.Span) ? Sanitized.Refused.Heic : Sanitized.Refused.UnknownKind,
        };
    }
}
