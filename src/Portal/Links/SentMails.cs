using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Links;

/// <summary>
/// Remembers for an hour to which mailbox a mail with a link went, so that the page after a form can show the address, send the mail again
/// and take a better address. The page is found by a number that follows from the press of the button: it tells nothing, it is the same for
/// a repeat, and after the hour it opens nothing. What is remembered lies sealed. Everybody gets such a page, also who gets no mail because
/// they confirmed before, so it tells nobody who supports what.
/// </summary>
public sealed class SentMails(IEntityStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private const string Prefix = "verstuurd|";

    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.SentMails.v1");

    /// <returns>The address of the page.</returns>
    public async Task<string> Note(CommandId command, SentMail sent, CancellationToken cancellation = default)
    {
        var number = Digest.Hex($"verstuurd {command.Key}", 12);
        var sealedText = Convert.ToBase64String(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(sent, LinksJson.Default.SentMail)));
        var row = Rows.Write(new SealedMail(clock.GetUtcNow() + Lasts, sealedText), LinksJson.Default.SealedMail);
        await store.Commit(Partitions.Access, [new Write.Put(Prefix + number, row)], cancellation);
        return AddressOf(number);
    }

    public static string AddressOf(string number) => $"/verstuurd/{number}";

    /// <summary>Null when nothing is known under this number, or not any more.</summary>
    public async Task<SentMail?> Find(string number, CancellationToken cancellation = default)
    {
        if (number.Length is 0 or > 40 || !number.All(char.IsAsciiHexDigitLower)
            || (await store.Get(Partitions.Access, Prefix + number, cancellation))?.TryRead(LinksJson.Default.SealedMail) is not { } row
            || row.Until <= clock.GetUtcNow())
            return null;
        try
        {
            return JsonSerializer.Deserialize(protector.Unprotect(Convert.FromBase64String(row.Seal)), LinksJson.Default.SentMail);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    public Task ForgetEnded(CancellationToken cancellation = default) => store.DeleteAll(
        Partitions.Access, RowRange.Prefix(Prefix),
        row => row.TryRead(LinksJson.Default.SealedMail) is not { } mail || mail.Until <= clock.GetUtcNow(), cancellation);
}

/// <summary>A mail with a link that went to somebody who is not known yet.</summary>
/// <param name="Purpose">What the link is for.</param>
/// <param name="Initials">Of a supporter who shares the mailbox.</param>
/// <param name="Earlier">The addresses that were typed before this one, the first one first; null for none.</param>
/// <param name="Role">As what somebody takes part in a working group; null where nobody was asked.</param>
/// <param name="ShowsName">Whether a member of a working group wants the name on the website.</param>
/// <param name="IsOwn">They handed in the plan that it is about.</param>
public sealed record SentMail(
    LinkPurpose Purpose, string Smederij, string Idea, string Title, string Name, string Email, string Postcode, string? Initials = null,
    IReadOnlyList<string>? Earlier = null, string? Role = null, bool ShowsName = false, bool IsOwn = false)
{
    /// <summary>All addresses that were typed so far.</summary>
    public IReadOnlyList<string> Typed => [Email, .. Earlier ?? []];

    /// <summary>The same mail, to a better address.</summary>
    public SentMail To(string email) => email == Email ? this : this with { Email = email, Earlier = [.. Earlier ?? [], Email] };
}

/// <summary>The same, sealed. Storage contract.</summary>
public sealed record SealedMail(DateTimeOffset Until, string Seal);
