using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Smederijen.Portal.Delivery;

namespace Smederijen.LocalHost.Mail;

/// <summary>
/// Why the relay did not take a mail, told apart by what helps: nothing (refused), the same again later, or something about the relay or the
/// settings, for all mail. Of what the relay says only its codes (RFC 5321, 3463) leave here: its words may hold an address.
/// </summary>
/// <param name="told">What the rest of the program hears of it.</param>
/// <param name="rest">How long the relay is better left alone by all mail.</param>
internal sealed partial class SmtpFailure(Exception told, TimeSpan rest) : Exception(told.Message)
{
    /// <summary>Shorter than mails wait that find the relay gone, so that it is tried again when these come back.</summary>
    public static readonly TimeSpan AMoment = TimeSpan.FromSeconds(20);

    /// <summary>Whoever knocks more often with a wrong password is shut out.</summary>
    public static readonly TimeSpan AfterSignIn = TimeSpan.FromMinutes(5);

    private const string KeepsTrying = "Wij proberen het steeds opnieuw.";
    private const string TriesAgain = "Wij proberen het opnieuw.";
    private const string AskOperator = "De beheerder kijkt de instellingen Mail__Smtp__ na.";

    public Exception Told => told;

    public TimeSpan Rest => rest;

    /// <summary>No mail can go out, whatever is in it.</summary>
    public static SmtpFailure OfOpening(Exception failure, SslPolicyErrors certificate = SslPolicyErrors.None) => failure switch
    {
        SmtpCommandException reply => Outage($"De mailserver laat ons nu niet toe (code {CodeOf(reply)}). {KeepsTrying}"),
        AuthenticationException or ServiceNotAuthenticatedException => new(
            new MailOutageException($"De mailserver weigert de naam of het wachtwoord van dit programma. {AskOperator} {KeepsTrying}"), AfterSignIn),
        SslHandshakeException when certificate is not SslPolicyErrors.None =>
            Outage($"Het certificaat van de mailserver klopt niet ({certificate}). {AskOperator} {KeepsTrying}"),
        SslHandshakeException => Outage($"De beveiligde verbinding met de mailserver komt niet tot stand. {AskOperator} {KeepsTrying}"),
        NotSupportedException => Outage($"De mailserver biedt geen STARTTLS of geen aanmelding aan. {AskOperator} {KeepsTrying}"),
        SocketException socket => Outage($"De mailserver is niet bereikbaar ({socket.SocketErrorCode}). {KeepsTrying}"),
        OperationCanceledException or TimeoutException => Outage($"De mailserver antwoordt niet op tijd. {KeepsTrying}"),
        _ => Outage($"De verbinding met de mailserver viel weg ({failure.GetType().Name}). {KeepsTrying}"),
    };

    /// <summary>What was told, for who tries once and no more.</summary>
    public static string Once(string told) =>
        told.Replace(KeepsTrying, "", StringComparison.Ordinal).Replace(TriesAgain, "", StringComparison.Ordinal).TrimEnd();

    /// <param name="mayBeThere">Whether the relay may have all of the mail: then it may come twice, so it is not tried for ever.</param>
    public static SmtpFailure OfMail(Exception failure, bool mayBeThere) => failure switch
    {
        SmtpCommandException reply => OfReply(reply),
        OperationCanceledException or TimeoutException when mayBeThere => Later($"De mailserver zegt niet of hij de mail aanneemt. {TriesAgain}"),
        IOException or SmtpProtocolException when mayBeThere => Later($"De verbinding viel weg tijdens het versturen. {TriesAgain}"),
        _ => OfOpening(failure),
    };

    private static SmtpFailure OfReply(SmtpCommandException reply) => (reply.ErrorCode, IsForGood(reply)) switch
    {
        (SmtpErrorCode.SenderNotAccepted, true) when reply.StatusCode is not SmtpStatusCode.ExceededStorageAllocation => Outage(
            $"De mailserver weigert onze afzender (code {CodeOf(reply)}). De beheerder kijkt de instelling Mail__FromAddress na. {KeepsTrying}"),
        (_, true) => new(new MailRefusedException(Reason(reply)), TimeSpan.Zero),
        (_, false) => new(
            new SmtpLaterException($"De mailserver neemt deze mail nu niet aan (code {CodeOf(reply)}). {TriesAgain}"),
            HoldsUpAll(reply) ? AMoment : TimeSpan.Zero),
    };

    private static bool IsForGood(SmtpCommandException reply) => (int)reply.StatusCode >= 500;

    private static string Reason(SmtpCommandException reply) => SentEvents.ReasonOf(StatusOf(reply)) switch
    {
        ReturnReason.NoSuchAddress => ReturnedMail.Words(ReturnReason.NoSuchAddress, StatusOf(reply)),
        ReturnReason.MailboxFull => ReturnedMail.Words(ReturnReason.MailboxFull, StatusOf(reply)),
        _ => $"De mailserver weigert deze mail (code {CodeOf(reply)}). Klopt het adres? Probeer het opnieuw, of stuur een brief. "
            + "Gebeurt het vaker? Vraag dan de beheerder.",
    };

    /// <summary>
    /// Too busy, too many or closing (421, 450, 451, 452), unless it is about this mail alone. Said of an address it is about all mail only where
    /// the status says so: a full mailbox, or a server that lets every stranger wait once, holds up nobody else.
    /// </summary>
    private static bool HoldsUpAll(SmtpCommandException reply)
    {
        var status = StatusOf(reply)?[2..] ?? "";
        var isAboutTheRelay = status.StartsWith("3.", StringComparison.Ordinal) || status is "4.5" or "5.3";
        return (int)reply.StatusCode switch
        {
            421 => true,
            450 or 451 or 452 when reply.ErrorCode is SmtpErrorCode.RecipientNotAccepted => isAboutTheRelay,
            450 or 451 or 452 => status is not ['1' or '2' or '6', '.', ..],
            _ => isAboutTheRelay,
        };
    }

    private static string CodeOf(SmtpCommandException reply) =>
        StatusOf(reply) ?? ((int)reply.StatusCode).ToString(CultureInfo.InvariantCulture);

    private static string? StatusOf(SmtpCommandException reply) => Status().Match(reply.Message) is { Success: true } found ? found.Value : null;

    private static SmtpFailure Outage(string sentence) => new(new MailOutageException(sentence), AMoment);

    private static SmtpFailure Later(string sentence) => new(new SmtpLaterException(sentence), AMoment);

    [GeneratedRegex(@"^[45]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Patience.OfExpressions)]
    private static partial Regex Status();
}

/// <summary>The relay did not take a mail now; trying again helps. The message carries no personal data.</summary>
public sealed class SmtpLaterException(string message) : Exception(message);
