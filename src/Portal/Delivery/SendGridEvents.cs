using Microsoft.Extensions.Logging;

namespace Smederijen.Portal.Delivery;

/// <summary>
/// <c>POST /sendgrid/gebeurtenissen</c>: SendGrid tells what became of mails. Only what it signed counts. It tells again for a day what was not
/// answered with 2xx, so how old a telling is says nothing; a repeat changes nothing.
/// </summary>
public sealed partial class SendGridEvents(ReturnedMails returned, IOptions<DeliveryOptions> options, ILogger<SendGridEvents> log)
{
    public const string Address = "/sendgrid/gebeurtenissen";

    /// <summary>The name of the argument that takes a ticket along.</summary>
    public const string TicketArgument = SentEvents.TicketArgument;

    /// <summary>SendGrid sends at most 768 KB at once.</summary>
    private const int MostBytes = 1024 * 1024;

    public async Task<IResult> Post(HttpContext http)
    {
        if (options.Value.EventKey.Length == 0)
            return UnknownAddress.Answer(http, 404);
        using var key = EventSignature.KeyIn(options.Value.EventKey);
        if (key is null)
        {
            Log.BadKey(log);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        if (EventSignature.In(http.Request) is not var (timestamp, signature))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await PostedBytes.Read(http, MostBytes) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!EventSignature.Fits(key, timestamp, body, signature))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (SentEvents.Read(body) is not { } mails)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var isAllDone = true;
        foreach (var mail in mails)
        {
            var outcome = await returned.Take(mail);
            Figures.MailReturned(outcome.ToString());
            isAllDone &= outcome is not ReturnOutcome.Later;
        }
        return Results.StatusCode(isAllDone ? StatusCodes.Status204NoContent : StatusCodes.Status503ServiceUnavailable);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message =
            "Mail__EventKey is not the public key of an event webhook: what SendGrid tells cannot be checked, and waits there for a day")]
        public static partial void BadKey(ILogger logger);
    }
}
