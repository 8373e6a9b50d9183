using System.Text.Json.Serialization;
using Smederijen.LocalHost.Mail;

namespace Smederijen.LocalHost.Mailbox;

/// <summary>
/// Shows the mails that a demo would send, for trying things out and for tests. They hold links that decide, so the pages are only
/// for who sits at this machine.
/// </summary>
public sealed class MailboxPages(OutboxFolder outbox)
{
    private const int PerPage = 25;
    private const int MostInJson = 100;

    /// <summary><c>GET /postvak?aan=anna&amp;pagina=2</c>: the newest mails, or those with these letters in the address.</summary>
    public Task<IResult> List(HttpContext http)
    {
        var to = Tidy.Plain(http.Request.Query["aan"].ToString());
        var page = int.TryParse(http.Request.Query["pagina"], out var asked) ? Math.Clamp(asked, 1, OutboxFolder.Remembered) : 1;
        var mails = outbox.Newest().Select(outbox.Read).OfType<StoredMail>().Where(mail => mail.To.Contains(to, StringComparison.OrdinalIgnoreCase))
            .Skip((page - 1) * PerPage).Take(PerPage + 1).ToList();
        var model = new MailboxModel([.. mails.Take(PerPage)], to, page, HasMore: mails.Count > PerPage);
        return Task.FromResult<IResult>(new PageOf<MailboxPage>(model));
    }

    /// <summary><c>GET /postvak/{id}</c></summary>
    public Task<IResult> Show(HttpContext http) => Task.FromResult(outbox.Read(http.Request.RouteValues["id"] as string ?? "") is { } mail
        ? new PageOf<MailPage>(mail)
        : Failures.NotFound(http, "Deze mail is er niet. Ga terug naar het postvak."));

    /// <summary><c>GET /postvak/berichten?aan=naam@voorbeeld.nl</c>: the newest mails, newest first, for programs.</summary>
    public Task<IResult> Json(HttpContext http)
    {
        var to = Tidy.Plain(http.Request.Query["aan"].ToString());
        var mails = outbox.Newest().Select(outbox.Read).OfType<StoredMail>()
            .Where(mail => to.Length == 0 || string.Equals(mail.To, to, StringComparison.OrdinalIgnoreCase))
            .Take(MostInJson)
            .Select(mail => new MailJson(mail.Id, mail.To, mail.Subject, mail.Text, mail.Links))
            .ToList();
        return Task.FromResult(Results.Json(mails, MailboxJson.Default.ListMailJson));
    }
}

/// <summary>A mail as programs read it.</summary>
public sealed record MailJson(string Id, string Aan, string Onderwerp, string Tekst, IReadOnlyList<string> Links);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<MailJson>))]
public sealed partial class MailboxJson : JsonSerializerContext;

/// <summary>A page of the mailbox.</summary>
/// <param name="To">What the addresses hold; empty for all mails.</param>
public sealed record MailboxModel(IReadOnlyList<StoredMail> Mails, string To, int Page, bool HasMore)
{
    public string AddressOf(int page) => $"/postvak?aan={Uri.EscapeDataString(To)}&pagina={page}";
}
