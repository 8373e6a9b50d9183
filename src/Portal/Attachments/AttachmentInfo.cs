namespace Smederijen.Portal.Attachments;

/// <summary>A file beside an item: its stored name, and the media type that its first bytes proved.</summary>
public sealed record AttachmentInfo(string Name, string MediaType, long Bytes);
