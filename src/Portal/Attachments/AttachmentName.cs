namespace Smederijen.Portal.Attachments;

/// <summary>
/// The name a file is stored and served under, such as <c>k3v9x.jpg</c>. It holds nothing of the name that the resident gave,
/// and no character that means something in a path, an address or a header.
/// </summary>
public sealed record AttachmentName
{
    private const int MaxIdLength = 64;

    /// <exception cref="ArgumentException">The id is not 1 to 64 characters from a to z and 0 to 9.</exception>
    public AttachmentName(string id, FileKind kind)
    {
        if (!IsId(id))
        {
            throw new ArgumentException($"An attachment id is 1 to {MaxIdLength} characters a-z and 0-9.", nameof(id));
        }

        (Id, Kind) = (id, kind);
    }

    public string Id { get; }

    public FileKind Kind { get; }

    /// <summary>Reads a name from an address; null when it can be no name of ours.</summary>
    public static AttachmentName? Parse(string? text) =>
        text?.Split('.') is [var id, var extension]
        && IsId(id)
        && FileKind.All.FirstOrDefault(kind => kind.Extension == extension) is { } kind
            ? new(id, kind)
            : null;

    public override string ToString() => $"{Id}.{Kind.Extension}";

    private static bool IsId(string text) =>
        text.Length is > 0 and <= MaxIdLength && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
