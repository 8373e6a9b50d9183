using Microsoft.Extensions.Options;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Links;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>The mail that a resolution causes: to the seats with a link of their own, and to the secretary.</summary>
public sealed class ResolutionMail(SettingsBook settings, LinkTokens tokens, TimeProvider clock, IOptions<PortalOptions> options)
{
    /// <summary>Longer than two terms; whether the step is still open is for the resolution to say.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(400);

    /// <summary>Null when the step is no mail.</summary>
    /// <param name="forPaper">The link leads to the page of the resolution.</param>
    public async Task<IReadOnlyList<AddressedLetter>?> Write(Resolution resolution, ResolutionEffect step, bool forPaper, CancellationToken cancellation) => step switch
    {
        ResolutionEffect.AskSeat ask when resolution.State is ResolutionState.Open open && open.Sitting.Find(ask.Seat) is { IsWaiting: true } =>
            await To(ContactOf(ask.Seat, ask.Deputy), ResolutionLetters.Ask(Facts(resolution), open, ask, LinkOf(resolution, ask, forPaper)), cancellation),
        ResolutionEffect.AskSeat => [],
        ResolutionEffect.TellSeat tell => await To(
            ContactOf(tell.Seat, deputy: resolution.State.Heard?.Find(tell.Seat)?.ByDeputy == true), ResolutionLetters.Ended(Facts(resolution)), cancellation),
        ResolutionEffect.TellSecretary tell => await To(
            Contact.Secretary, tell.Extended ? ResolutionLetters.Extended(Facts(resolution)) : ResolutionLetters.EndedForSecretary(Facts(resolution)), cancellation),
        _ => null,
    };

    private ResolutionFacts Facts(Resolution resolution) => new(
        resolution, ResolutionTexts.Title(resolution.Subject, settings.NameOf), options.Value.PublicUrl);

    private Uri LinkOf(Resolution resolution, ResolutionEffect.AskSeat ask, bool forPaper)
    {
        if (forPaper)
            return Facts(resolution).PublicPage.Address;
        var link = new Link(LinkPurpose.Seat, Partitions.Stuurgroep, resolution.Id, 0, SeatPerson.Write(ask.Seat, ask.Deputy), clock.GetUtcNow() + LinkLife);
        return new Uri(options.Value.PublicUrl, $"/link/{tokens.Seal(link)}");
    }

    private string? ContactOf(string seat, bool deputy) => settings.Stuurgroep.Seats.FirstOrDefault(one => one.Id == seat) is { } found
        ? deputy ? found.Deputy : found.Holder
        : null;

    private async Task<IReadOnlyList<AddressedLetter>> To(string? contact, Letter letter, CancellationToken cancellation) =>
        contact is not null && await settings.Contact(Partitions.Stuurgroep, contact, cancellation) is { } to ? [new AddressedLetter(to.Name, to.Email, letter)] : [];
}

/// <summary>Who a link for a seat is for: <c>politie</c>, or <c>politie~plv</c> for the deputy.</summary>
internal static class SeatPerson
{
    private const string Deputy = "~plv";

    public static string Write(string seat, bool deputy) => deputy ? seat + Deputy : seat;

    public static (string Seat, bool Deputy) Read(string person) =>
        person.EndsWith(Deputy, StringComparison.Ordinal) ? (person[..^Deputy.Length], true) : (person, false);
}
