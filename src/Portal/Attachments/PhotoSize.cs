namespace Smederijen.Portal.Attachments;

/// <summary>Width and height in pixels, as the header of a photo states them.</summary>
internal readonly record struct PhotoSize(uint Width, uint Height)
{
    /// <summary>The refusal for a photo of this size; null when the size is fine.</summary>
    public Sanitized.Refused? Refusal =>
        Width == 0 || Height == 0 ? Sanitized.Refused.Damaged
        : (ulong)Width * Height > AttachmentLimits.MaxPixels ? Sanitized.Refused.TooManyPixels
        : null;
}
