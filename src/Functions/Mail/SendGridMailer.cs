using System.Net;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;
using Smederijen.Portal.Mail;

namespace Smederijen.Functions.Mail;

/// <summary>
/// Hands mail to SendGrid. It follows nobody: counting of clicks and openings is off, so links stay as they were written.
/// </summary>
public sealed class SendGridMailer(IOptions<MailOptions> options) : IMailer, IDisposable
{
    /// <summary>The argument by which a mail can be found again at SendGrid.</summary>
    public const string IdArgument = "mail_id";

    private readonly HttpClient http = new() { Timeout = options.Value.Timeout };

    /// <exception cref="MailRefusedException">SendGrid will not take this mail, however often it is tried.</exception>
    /// <exception cref="MailServiceException">SendGrid could not take it now.</exception>
    public async Task Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        var status = await Post(Compose(mail), cancellation);
        if (status == HttpStatusCode.Accepted)
            return;
        throw IsTemporary(status)
            ? new MailServiceException($"SendGrid did not take a mail (status {(int)status}); it is tried again.")
            : new MailRefusedException($"SendGrid refuses the mail (status {(int)status}). {Advice(status)}");
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpStatusCode> Post(SendGridMessage message, CancellationToken cancellation)
    {
        var client = new SendGridClient(http, new SendGridClientOptions
        {
            ApiKey = options.Value.ApiKey is { Length: > 0 } key ? key : throw new MailRefusedException("The setting Mail__ApiKey is missing; without it no mail can be sent."),
            Host = options.Value.Host.ToString().TrimEnd('/'),
        });
        try
        {
            return (await client.SendEmailAsync(message, cancellation)).StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new MailServiceException("SendGrid is out of reach; the mail is tried again.", failure);
        }
    }

    private SendGridMessage Compose(OutgoingMail mail)
    {
        var message = MailHelper.CreateSingleEmail(
            new EmailAddress(options.Value.FromAddress, options.Value.FromName), new EmailAddress(mail.ToAddress, mail.ToName), mail.Subject, mail.Text, mail.Html);
        message.AddCustomArg(IdArgument, mail.Id);
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        return message;
    }

    /// <summary>Too much or too slow today; anything else in the 400s stays so until somebody changes something.</summary>
    private static bool IsTemporary(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or < HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError;

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "The key is wrong or withdrawn: rotate it, then send the mail again from the staff board.",
        HttpStatusCode.Forbidden => "The sender is not verified, or the key may not send: put that right at SendGrid, then send the mail again from the staff board.",
        HttpStatusCode.NotFound => "Mail__Host is not the address of SendGrid: put it right, then send the mail again from the staff board.",
        _ => "Probably the address is wrong: send a letter, or put the address right.",
    };
}

/// <summary>The mail service could not take a mail now; trying again helps. The message carries no personal data.</summary>
public sealed class MailServiceException(string message, Exception? inner = null) : Exception(message, inner);
