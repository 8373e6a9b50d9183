namespace Smederijen.Portal.Guidance;

/// <summary>Tells the gebiedsregisseur that somebody waits for a call. Name and number stay behind the sign-in.</summary>
public sealed class HelpMail(IEntityStore store, SettingsBook settings, IOptions<PortalOptions> options)
{
    public async Task<IReadOnlyList<AddressedLetter>> Write(WorkKey key, CancellationToken cancellation) =>
        await HelpWork.Load(store, key, cancellation) is ({ KeptUntil: null } request, _) && settings.Current(key.Smederij) is { } smederij
        && await settings.Contact(key.Smederij, smederij.Gebiedsregisseur, cancellation) is { } to
            ? [new AddressedLetter(to.Name, to.Email, Write(request, smederij, options.Value.PublicUrl))]
            : [];

    public static Letter Write(HelpRequest request, SmederijSettings smederij, Uri portal) => new(
        request.Reminders == 0 ? $"Iemand uit {smederij.Name} wil hulp bij een idee" : $"Iemand uit {smederij.Name} wacht nog op een telefoontje",
        LetterParts.Paragraphs(
            request.Reminders == 0
                ? "Een bewoner wil hulp bij het opschrijven van een idee, en vraagt of u belt."
                : "Een bewoner wil hulp bij het opschrijven van een idee. De dag om te bellen is voorbij. Bel zo snel mogelijk.",
            "Naam en telefoonnummer staan op uw pagina. Hebt u gebeld? Geef dat daar aan. De gegevens verdwijnen dan na een dag.",
            request.Reminders == 0 ? null
                : $"U krijgt deze mail elke {Dutch.Count(smederij.Terms.RegisseurReminderWorkingDays, "werkdag", "werkdagen")}, tot u hebt gebeld."),
        new LetterLink("Naar uw pagina", new Uri(portal, CallDesk.DeskAddress)),
        Facts: [new("Bel op", $"{Dutch.DateWithDay(request.Day)}, in de {request.PartOfDay}"), new("Smederij", smederij.Name)])
    { Greeting = LetterParts.Colleague };
}
