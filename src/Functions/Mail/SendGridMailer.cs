using System.Net;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;
using Smederijen.Functions.Settings;
using Smederijen.Portal.Delivery;
using Smederijen.Portal.Mail;

namespace Smederijen.Functions.Mail;

/// <summary>
/// Hands mail to SendGrid. It follows nobody: counting of clicks and openings is off, so links stay as they were written.
/// </summary>
public sealed class SendGridMailer(IOptions<MailOptions> options) : IMailer, IDisposable
{
    /// <summary>The argument by which a mail can be found again at SendGrid.</summary>
    public const string IdArgument = "mail_id";

    // How long a try may take is a setting, which is read only when there is a mail.
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <exception cref="MailRefusedException">SendGrid will not take this mail, however often it is tried.</exception>
    /// <exception cref="MailServiceException">SendGrid could not take it now, or a setting is not resolved yet.</exception>
    public async Task Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        var status = await Post(Settings(), mail, cancellation);
        if (status == HttpStatusCode.Accepted)
            return;
        throw IsTemporary(status)
            ? new MailServiceException($"SendGrid did not take a mail (status {(int)status}); it is tried again.")
            : new MailRefusedException($"SendGrid refuses the mail (status {(int)status}). {Advice(status)}");
    }

    public void Dispose() => http.Dispose();

    private MailOptions Settings()
    {
        try
        {
            // A reference is no key, wherever the options come from: SendGrid would refuse it, and the mail would be given up.
            return !References.IsReference(options.Value.ApiKey)
                ? options.Value
                : throw new UnresolvedSettingException(References.Sentence(["Mail__ApiKey"]));
        }
        catch (UnresolvedSettingException waiting)
        {
            throw new MailServiceException(waiting.Message, waiting);
        }
    }

    private async Task<HttpStatusCode> Post(MailOptions settings, OutgoingMail mail, CancellationToken cancellation)
    {
        var client = new SendGridClient(http, new SendGridClientOptions
        {
            ApiKey = settings.ApiKey is { Length: > 0 } key ? key : throw new MailRefusedException("The setting Mail__ApiKey is missing; without it no mail can be sent."),
            Host = settings.Host.ToString().TrimEnd('/'),
        });
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        inTime.CancelAfter(settings.Timeout);
        try
        {
            return (await client.SendEmailAsync(Compose(settings, mail), inTime.Token)).StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new MailServiceException("SendGrid is out of reach; the mail is tried again.", failure);
        }
    }

    private static SendGridMessage Compose(MailOptions settings, OutgoingMail mail)
    {
        var message = MailHelper.CreateSingleEmail(
            new EmailAddress(settings.FromAddress, settings.FromName),
            new EmailAddress(mail.ToAddress, mail.ToName is { Length: > 0 } name ? name : null), mail.Subject, mail.Text, mail.Html);
        if (mail.ReplyTo is { } replyTo)
            message.SetReplyTo(new EmailAddress(replyTo));
        message.AddCustomArg(IdArgument, mail.Id);
        if (mail.Ticket is { } ticket)
            message.AddCustomArg(SendGridEvents.TicketArgument, ticket);
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        return message;
    }

    /// <summary>Too much or too slow today; anything else in the 400s stays so until somebody changes something.</summary>
    private static bool IsTemporary(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            or < HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError;

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
