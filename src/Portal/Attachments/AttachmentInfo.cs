namespace Smederijen.Portal.Attachments;

/// <summary>A file beside an item: its stored name, and the media type that its first bytes proved.</summary>
/// <param name="Hidden">Staff took it off the page: only they can see it.</param>
/// <param name="Erased">It was taken off the page for good, with the person who sent it, and the file itself is deleted.</param>
public sealed record AttachmentInfo(string Name, string MediaType, long Bytes, bool Hidden = false, bool Erased = false);
