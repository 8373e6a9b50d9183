using Microsoft.Extensions.Options;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Guidance;

/// <summary>Tells the gebiedsregisseur that somebody waits for a call. Name and number stay behind the sign-in.</summary>
public sealed class HelpMail(SettingsBook settings, IOptions<PortalOptions> options)
{
    public async Task<IReadOnlyList<AddressedLetter>> Write(string smederij, HelpRequest request, CancellationToken cancellation = default) =>
        settings.Current(smederij) is { } current && await settings.Contact(smederij, current.Gebiedsregisseur, cancellation) is { } to
            ? [new AddressedLetter(to.Name, to.Email, Write(request, current, options.Value.PublicUrl))]
            : [];

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
