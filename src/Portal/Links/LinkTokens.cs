using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Links;

/// <summary>
/// Makes and reads the tokens in mailed links. A token is sealed (ASP.NET Core Data Protection), so it cannot be made up or
/// changed; whether its step is still open is the idea's state to say, not the token's.
/// </summary>
public sealed class LinkTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.Links.v1");

    public string Seal(Link link) => Base64Url.EncodeToString(protector.Protect(Encoding.UTF8.GetBytes(string.Join(
        '|', (int)link.Purpose, link.Smederij, link.Idea, link.Version, link.Person, link.Expires.ToUnixTimeSeconds(), link.Holder))));

    /// <summary>The link in a token, or why it does not count.</summary>
    public ReadLink Read(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 2000)
            return ReadLink.Forged.Instance;
        try
        {
            var parts = Encoding.UTF8.GetString(protector.Unprotect(Base64Url.DecodeFromChars(token))).Split('|');
            var link = new Link(
                (LinkPurpose)Number(parts[0]), parts[1], parts[2], Number(parts[3]), parts[4],
                DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[5], CultureInfo.InvariantCulture)))
            {
                // Links of an older release name no holder: those of who was there from the beginning.
                Holder = parts.Length > 6 ? long.Parse(parts[6], CultureInfo.InvariantCulture) : 0,
            };
            return clock.GetUtcNow() < link.Expires ? new ReadLink.Valid(link, token) : new ReadLink.Expired(link);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return ReadLink.Forged.Instance;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What a token turned out to be.</summary>
public abstract record ReadLink
{
    private ReadLink() { }

    /// <summary>A link of ours, in time.</summary>
    public sealed record Valid(Link Link, string Token) : ReadLink
    {
        /// <summary>
        /// Names the page of this link in an address that may stay: it tells nothing, and without the cookie it opens nothing.
        /// The same step gives the same reference in every mail about it.
        /// </summary>
        public string Reference => Digest.Hex($"{Link.Purpose}|{Link.Smederij}|{Link.Idea}|{Link.Version}|{Link.Person}", 6);
    }

    /// <summary>A link of ours whose time is over.</summary>
    public sealed record Expired(Link Link) : ReadLink;

    /// <summary>No token came along: this browser did not open the link, or it keeps no cookies.</summary>
    public sealed record NotOpened : ReadLink
    {
        public static NotOpened Instance { get; } = new();
    }

    /// <summary>Not a link of ours, or damaged on the way.</summary>
    public sealed record Forged : ReadLink
    {
        public static Forged Instance { get; } = new();
    }
}
