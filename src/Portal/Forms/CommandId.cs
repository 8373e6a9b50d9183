using System.Buffers.Text;

namespace Smederijen.Portal.Forms;

/// <summary>
/// Identifies one press of a button: it travels in the form as <c>opdracht</c>, so that a repeat gives the first outcome.
/// Whatever else a client sends is hashed into a key of fixed size.
/// </summary>
public readonly record struct CommandId(string Key)
{
    public static CommandId Fresh() => new(NewToken());

    /// <summary>The id that a client sent, or a fresh one: without an id every post is a command of its own.</summary>
    public static CommandId From(string? sent) =>
        string.IsNullOrWhiteSpace(sent) ? Fresh()
        : Guid.TryParseExact(sent, Format, out var ours) ? new(ours.ToString(Format))
        : new(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(sent)).AsSpan(0, 18)));

    /// <summary>
    /// A value for the hidden field of a form. It begins with the time (RFC 9562, version 7), so that commands of the same moment
    /// lie side by side in the store; the rest is chance.
    /// </summary>
    public static string NewToken() => Guid.CreateVersion7().ToString(Format);

    private const string Format = "N";
}
