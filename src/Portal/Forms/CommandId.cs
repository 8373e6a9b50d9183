using System.Buffers.Text;

namespace Smederijen.Portal.Forms;

/// <summary>
/// Identifies one press of a button: it travels in the form as <c>opdracht</c>, so that a repeat gives the first outcome. Such an id counts
/// at one address, for one sender, and only with what was sent: <see cref="Of"/> takes other content for another command, and
/// <see cref="Once"/> lets it be refused (docs/decisions/0038-nothing-typed-is-lost.md).
/// </summary>
public readonly record struct CommandId(string Key)
{
    /// <summary>A hash of what was sent, where the id may not come with anything else; null where the key tells that already.</summary>
    public string? Content { get; init; }

    public static CommandId Fresh() => new(NewToken());

    /// <summary>
    /// The id that the system gives to something that happens once, or a fresh one. Whatever text it is, it is hashed into a key of fixed size.
    /// </summary>
    public static CommandId From(string? sent) =>
        string.IsNullOrWhiteSpace(sent) ? Fresh()
        : Guid.TryParseExact(sent, Format, out var ours) ? new(ours.ToString(Format))
        : new(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(sent)).AsSpan(0, 18)));

    /// <summary>What a person sent with this id: the same again is a repeat, anything else under the same id is something new.</summary>
    /// <param name="scope">The address that it was sent to, and who sent it as far as that is known.</param>
    public static CommandId Of(string sent, string scope, string content) =>
        string.IsNullOrWhiteSpace(sent) ? Fresh() : new(KeyOf(sent, $"{scope}\n{sent}\n{content}"));

    /// <summary>The same where other content under the same id is a mistake: a program that counts wrongly, a sum that would count twice.</summary>
    public static CommandId Once(string sent, string scope, string content) =>
        string.IsNullOrWhiteSpace(sent) ? Fresh() : new(KeyOf(sent, $"{scope}\n{sent}")) { Content = Digest.Hex(content, HashBytes) };

    /// <summary>
    /// A value for the hidden field of a form. It begins with the time (RFC 9562, version 7), so that commands of the same moment
    /// lie side by side in the store; the rest is chance.
    /// </summary>
    public static string NewToken() => Guid.CreateVersion7().ToString(Format);

    private const string Format = "N";
    private const int TimeDigits = 12;
    private const int HashBytes = 12;

    private static string KeyOf(string sent, string whole) =>
        (Guid.TryParseExact(sent, Format, out var ours) ? ours.ToString(Format)[..TimeDigits] : "") + Digest.Hex(whole, HashBytes);
}

/// <summary>The id of a command came once more with something else. It is answered as a conflict: nothing was done.</summary>
public sealed class ReusedCommandException() : Exception("A command came again under the same id with other content.");
