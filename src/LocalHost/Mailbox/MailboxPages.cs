using System.Net;
using System.Text.Json.Serialization;
using Smederijen.LocalHost.Mail;

namespace Smederijen.LocalHost.Mailbox;

/// <summary>
/// Shows the mails that this machine would send, for trying things out and for tests. Only for who sits at this machine: the
/// mails hold links that decide.
/// </summary>
public sealed class MailboxPages(OutboxFolder outbox)
{
    private const int PerPage = 25;
    private const int MostInJson = 100;

    /// <summary><c>GET /postvak?aan=anna&amp;pagina=2</c>: the newest mails, or those with these letters in the address.</summary>
    public Task<IResult> List(HttpContext http) => Guarded(http, () =>
    {
        var to = http.Request.Query["aan"].ToString().Trim();
        var page = int.TryParse(http.Request.Query["pagina"], out var asked) ? Math.Clamp(asked, 1, OutboxFolder.Remembered) : 1;
        var mails = outbox.Newest().Select(outbox.Read).OfType<StoredMail>().Where(mail => mail.To.Contains(to, StringComparison.OrdinalIgnoreCase))
            .Skip((page - 1) * PerPage).Take(PerPage + 1).ToList();
        return new PageOf<MailboxPage>(new MailboxModel([.. mails.Take(PerPage)], to, page, HasMore: mails.Count > PerPage));
    });

    /// <summary><c>GET /postvak/{id}</c></summary>
    public Task<IResult> Show(HttpContext http) => Guarded(http, () => outbox.Read(http.Request.RouteValues["id"] as string ?? "") is { } mail
        ? new PageOf<MailPage>(mail)
        : Failures.NotFound(http, "Deze mail is er niet. Ga terug naar het postvak."));

    /// <summary><c>GET /postvak/berichten?aan=naam@voorbeeld.nl</c>: the newest mails, newest first, for programs.</summary>
    public Task<IResult> Json(HttpContext http) => Guarded(http, () =>
    {
        var to = http.Request.Query["aan"].ToString();
        var mails = outbox.Newest().Select(outbox.Read).OfType<StoredMail>()
            .Where(mail => to.Length == 0 || string.Equals(mail.To, to, StringComparison.OrdinalIgnoreCase))
            .Take(MostInJson)
            .Select(mail => new MailJson(mail.Id, mail.To, mail.Subject, mail.Text, mail.Links))
            .ToList();
        return Results.Json(mails, MailboxJson.Default.ListMailJson);
    });

    private static Task<IResult> Guarded(HttpContext http, Func<IResult> answer) => Task.FromResult(IsAtThisMachine(http)
        ? answer()
        : Failures.Answer(http, 403, "Het postvak is alleen te zien op de computer zelf waarop dit programma draait."));

    /// <summary>
    /// Looks at the connection, and at the name that was asked for: behind a proxy every visitor comes from this machine, and
    /// another website can point its own name at it.
    /// </summary>
    private static bool IsAtThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (http.Request.Host.Host == "localhost"
            || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)));
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
