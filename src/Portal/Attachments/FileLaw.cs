namespace Smederijen.Portal.Attachments;

/// <summary>What a field takes in.</summary>
/// <param name="MaxBytes">A larger file is not even read.</param>
/// <param name="TooBig">What its sender reads then.</param>
/// <param name="Judge">Makes a clean copy, or says why not. At most <paramref name="MaxBytes"/> come in.</param>
public sealed record FileLaw(int MaxBytes, Sanitized.Refused TooBig, Func<ReadOnlyMemory<byte>, Sanitized> Judge)
{
    /// <summary>Photos and documents of residents.</summary>
    public static FileLaw PhotosAndDocuments { get; } = new(AttachmentLimits.MaxBytes, Sanitized.Refused.TooBig, Sanitizer.Clean);
}
