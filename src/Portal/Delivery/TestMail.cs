using Microsoft.Extensions.Logging;

namespace Smederijen.Portal.Delivery;

/// <summary><c>POST /medewerkers/mail</c>: one mail to see with one's own eyes that mail arrives. Nothing is kept of it.</summary>
public sealed partial class TestMail(Dispatch dispatch, DomainDesk desk, ILogger<TestMail> log)
{
    public const string Field = "email";
    internal const string Sent = "verstuurd";

    private static readonly Letter s_letter = new("Testmail van De Smederijen",
        ["Deze mail is een test. U hoeft niets te doen.", "Ziet u deze mail? Dan kan De Smederijen mail versturen. Kijk wel of hij niet bij de spam lag."])
    {
        Greeting = "Beste collega,",
    };

    public async Task<IResult> Post(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var email = typed.Email(Field);
        if (typed.Errors.Any)
            return await desk.Page(http, typed, 400);
        try
        {
            // The same press again is the same mail.
            await dispatch.Send(
                new Envelope($"testmail-{typed.Pressed.Key}", Partitions.Stuurgroep, _ => null), [new AddressedLetter("", email, s_letter)], () => true,
                http.RequestAborted);
            return new SeeOther($"{DomainDesk.Address}?{Sent}");
        }
        catch (MailRefusedException)
        {
            typed.Errors.Add(Field, "De mailserver weigert dit adres. Kijk of het klopt, of kies een ander adres.");
        }
        catch (Exception failure) when (failure is not StoreUnavailableException && !http.RequestAborted.IsCancellationRequested)
        {
            Failed(log, failure.GetType().Name, failure.Message);
            typed.Errors.Add("", "De mail kon niet weg. Probeer het over een minuut nog een keer. Lukt het dan niet? Vraag de technisch beheerder om de instellingen van de mail na te kijken.");
        }
        return await desk.Page(http, typed, 409);
    }

    // What a mail service says of a failure names no address: see IMailer.
    [LoggerMessage(Level = LogLevel.Warning, Message = "A test mail was not sent: {What}: {Why}")]
    private static partial void Failed(ILogger log, string what, string why);
}
