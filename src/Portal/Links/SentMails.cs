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

    /// <summary>Remembers it for the press of the button; what the page came to know since then stays.</summary>
    /// <returns>The address of the page.</returns>
    public async Task<string> Note(CommandId command, SentMail sent, CancellationToken cancellation = default)
    {
        var number = Digest.Hex($"verstuurd {command.Key}", 12);
        var isNew = await store.Commit(Partitions.Access, [new Write.Insert(Prefix + number, Row(sent))], cancellation) is CommitResult.Committed;
        if (!isNew && await Find(number, cancellation) is null)
            await Keep(number, sent, cancellation);
        return AddressOf(number);
    }

    /// <summary>The page knows better now, however old the copy of it is that somebody looks at.</summary>
    public Task Keep(string number, SentMail sent, CancellationToken cancellation = default) =>
        store.Commit(Partitions.Access, [new Write.Put(Prefix + number, Row(sent))], cancellation);

    private string Row(SentMail sent)
    {
        var sealedText = Convert.ToBase64String(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(sent, LinksJson.Default.SentMail)));
        return Rows.Write(new SealedMail(clock.GetUtcNow() + Lasts, sealedText), LinksJson.Default.SealedMail);
    }

    public static string AddressOf(string number) => $"/verstuurd/{number}";

    /// <summary>Null when nothing is known under this number, or not any more.</summary>
    public async Task<SentMail?> Find(string number, CancellationToken cancellation = default)
    {
        if (number.Length is 0 or > 40 || !number.All(char.IsAsciiHexDigitLower)
            || await store.Get(Partitions.Access, Prefix + number, cancellation) is not { } row)
            return null;
        return Open(row);
    }

    /// <summary>Somebody is erased, or lies under another address from now on: no page brings them back under this one.</summary>
    /// <param name="item">The id of the idea or plan; empty for the initiatiefgroep.</param>
    public Task Forget(string smederij, string item, string email, CancellationToken cancellation = default) => store.DeleteAll(
        Partitions.Access, RowRange.Prefix(Prefix),
        row => Open(row) is { } mail && mail.Smederij == smederij && mail.Idea == item
            && mail.Typed.Any(typed => EmailAddress.AreSame(typed, email)), cancellation);

    private SentMail? Open(Entity row)
    {
        if (row.TryRead(LinksJson.Default.SealedMail) is not { } mail || mail.Until <= clock.GetUtcNow())
            return null;
        try
        {
            return JsonSerializer.Deserialize(protector.Unprotect(Convert.FromBase64String(mail.Seal)), LinksJson.Default.SentMail);
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
/// <param name="Title">The name of the Smederij, for what nobody can read yet; what everybody can read is called as it is at the moment.</param>
/// <param name="Initials">Of a supporter who shares the mailbox.</param>
/// <param name="Earlier">The addresses that were typed before this one, the first one first; null for none.</param>
/// <param name="Role">As what somebody takes part in a working group; null where nobody was asked.</param>
/// <param name="ShowsName">Whether a member of a working group wants the name on the website.</param>
/// <param name="IsOwn">They handed in the plan that it is about.</param>
/// <param name="Pressed">The presses of the button that sent it again; null for none.</param>
/// <param name="Home">Of a supporter, as <see cref="Person.Home"/>.</param>
public sealed record SentMail(
    LinkPurpose Purpose, string Smederij, string Idea, string Title, string Name, string Email, string Postcode, string? Initials = null,
    IReadOnlyList<string>? Earlier = null, string? Role = null, bool ShowsName = false, bool IsOwn = false,
    IReadOnlyList<string>? Pressed = null, string? Home = null)
{
    /// <summary>All addresses that were typed so far.</summary>
    public IReadOnlyList<string> Typed => [Email, .. Earlier ?? []];

    public bool WasSentBy(CommandId command) => Pressed?.Contains(command.Key) == true;

    /// <summary>The same mail, once more.</summary>
    public SentMail SentBy(CommandId command) => this with { Pressed = [.. Pressed ?? [], command.Key] };

    /// <summary>The same mail, to a better address.</summary>
    public SentMail To(string email) => email == Email ? this : this with { Email = email, Earlier = [.. Earlier ?? [], Email] };
}

/// <summary>The same, sealed. Storage contract.</summary>
public sealed record SealedMail(DateTimeOffset Until, string Seal);
