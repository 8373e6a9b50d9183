using Microsoft.Extensions.Options;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Links;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Stuurgroep;

/// <summary>The mail that a resolution causes: to the seats with a link of their own, and to the secretary.</summary>
public sealed class ResolutionMail(
    SettingsBook settings, LinkTokens tokens, IMailer mailer, LetterPress press, TimeProvider clock, IOptions<PortalOptions> options)
{
    /// <summary>Longer than two terms; whether the step is still open is for the resolution to say.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(400);

    /// <param name="id">The id of the effect: the mail carries it, so that a second try is the same mail.</param>
    public Task Ask(Resolution resolution, ResolutionEffect.AskSeat ask, string id, CancellationToken cancellation)
    {
        var seat = resolution.State.Heard?.Find(ask.Seat);
        return seat is { IsWaiting: true } && resolution.State is ResolutionState.Open open
            ? Send(ContactOf(ask.Seat, ask.Deputy), ResolutionLetters.Ask(Facts(resolution), open, ask, LinkOf(resolution, ask)), id, cancellation)
            : Task.CompletedTask;
    }

    public Task TellSeat(Resolution resolution, string seat, string id, CancellationToken cancellation) =>
        Send(ContactOf(seat, deputy: resolution.State.Heard?.Find(seat)?.ByDeputy == true), ResolutionLetters.Ended(Facts(resolution)), id, cancellation);

    public Task TellSecretary(Resolution resolution, bool extended, string id, CancellationToken cancellation) => Send(
        Contact.Secretary, extended ? ResolutionLetters.Extended(Facts(resolution)) : ResolutionLetters.EndedForSecretary(Facts(resolution)), id, cancellation);

    private ResolutionFacts Facts(Resolution resolution) => new(
        resolution, ResolutionTexts.Title(resolution.Subject, settings.NameOf), options.Value.PublicUrl);

    private Uri LinkOf(Resolution resolution, ResolutionEffect.AskSeat ask)
    {
        var link = new Link(LinkPurpose.Seat, Partitions.Stuurgroep, resolution.Id, 0, SeatPerson.Write(ask.Seat, ask.Deputy), clock.GetUtcNow() + LinkLife);
        return new Uri(options.Value.PublicUrl, $"/link/{tokens.Seal(link)}");
    }

    private string? ContactOf(string seat, bool deputy) => settings.Stuurgroep.Seats.FirstOrDefault(one => one.Id == seat) is { } found
        ? deputy ? found.Deputy : found.Holder
        : null;

    private async Task Send(string? contact, Letter letter, string id, CancellationToken cancellation)
    {
        if (contact is not null && await settings.Contact(Partitions.Stuurgroep, contact, cancellation) is { } to)
            await mailer.Send(new OutgoingMail(id, to.Name, to.Email, letter.Subject, LetterPress.Text(letter), await press.Html(letter)), cancellation);
    }
}

/// <summary>Who a link for a seat is for: <c>politie</c>, or <c>politie~plv</c> for the deputy.</summary>
internal static class SeatPerson
{
    private const string Deputy = "~plv";

    public static string Write(string seat, bool deputy) => deputy ? seat + Deputy : seat;

    public static (string Seat, bool Deputy) Read(string person) =>
        person.EndsWith(Deputy, StringComparison.Ordinal) ? (person[..^Deputy.Length], true) : (person, false);
}
