using Microsoft.Extensions.Options;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Text;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Guidance;

/// <summary>Tells the gebiedsregisseur that somebody waits for a call. Name and number stay behind the sign-in.</summary>
public sealed class HelpMail(IEntityStore store, SettingsBook settings, IMailer mailer, LetterPress press, IOptions<PortalOptions> options)
{
    /// <param name="id">The id of the effect: the mail carries it, so that a second try is the same mail.</param>
    public async Task Send(WorkKey key, string id, CancellationToken cancellation = default)
    {
        if (settings.Current(key.Smederij) is not { } smederij
            || await store.Get(key.Smederij, Keys.HelpRequest(HelpRequest.IdOf(key.Item)), cancellation) is not { } row
            || await settings.Contact(key.Smederij, smederij.Gebiedsregisseur, cancellation) is not { } to)
            return;
        var letter = Write(row.Read(PortalJson.Default.HelpRequest), smederij, options.Value.PublicUrl);
        await mailer.Send(new OutgoingMail(id, to.Name, to.Email, letter.Subject, LetterPress.Text(letter), await press.Html(letter)), cancellation);
    }

    public static Letter Write(HelpRequest request, SmederijSettings smederij, Uri portal) => new(
        request.Reminders == 0 ? $"Iemand uit {smederij.Name} wil hulp bij een idee" : $"Iemand uit {smederij.Name} wacht nog op een telefoontje",
        LetterParts.Paragraphs(
            request.Reminders == 0
                ? "Een bewoner wil hulp bij het opschrijven van een idee, en vraagt of u belt."
                : "Een bewoner wil hulp bij het opschrijven van een idee. De dag om te bellen is voorbij. Bel zo snel mogelijk.",
            "Naam en telefoonnummer staan op uw pagina. Hebt u gebeld? Geef dat daar aan. De gegevens verdwijnen dan.",
            request.Reminders == 0 ? null
                : $"U krijgt deze mail elke {Dutch.Count(smederij.Terms.RegisseurReminderWorkingDays, "werkdag", "werkdagen")}, tot u hebt gebeld."),
        new LetterLink("Naar uw pagina", new Uri(portal, RegisseurDesk.Address)),
        Facts: [new("Bel op", $"{Dutch.DateWithDay(request.Day)}, in de {request.PartOfDay}"), new("Smederij", smederij.Name)])
    { Greeting = LetterParts.Colleague };
}
