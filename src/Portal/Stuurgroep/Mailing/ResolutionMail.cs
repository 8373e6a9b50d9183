namespace Smederijen.Portal.Stuurgroep.Mailing;

/// <summary>The mail that a resolution causes: to the seats with a link of their own, and to the secretary.</summary>
public sealed class ResolutionMail(ResolutionItems resolutions, SettingsBook settings, LinkTokens tokens, TimeProvider clock,
    IOptions<PortalOptions> options)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<ResolutionMail, ResolutionEffect.AskSeat>((x, key, ask, forPaper, cancellation) =>
            x.Ask(ResolutionKey.Of(key), ask, forPaper, cancellation)),
        Deed.Mail<ResolutionMail, ResolutionEffect.TellSeat>((x, key, tell, _, cancellation) => x.Tell(ResolutionKey.Of(key), tell, cancellation)),
        Deed.Mail<ResolutionMail, ResolutionEffect.TellSecretary>((x, key, tell, _, cancellation) =>
            x.Tell(ResolutionKey.Of(key), tell, cancellation)),
    ];

    /// <summary>Longer than two terms; whether the step is still open is for the resolution to say.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(400);

    /// <param name="forPaper">The link leads to the page of the resolution.</param>
    public async Task<IReadOnlyList<AddressedLetter>> Ask(ResolutionKey key, ResolutionEffect.AskSeat ask, bool forPaper,
        CancellationToken cancellation) =>
        await Load(key, cancellation) is { State: ResolutionState.Open open } resolution && open.Sitting.Find(ask.Seat) is { IsWaiting: true }
            ? await To(
                ContactOf(ask.Seat, ask.Deputy),
                to => ResolutionLetters.Ask(Facts(resolution), open, ask, LinkOf(resolution, ask, to, forPaper)), cancellation)
            : [];

    public async Task<IReadOnlyList<AddressedLetter>> Tell(ResolutionKey key, ResolutionEffect.TellSeat tell, CancellationToken cancellation) =>
        await Load(key, cancellation) is { } resolution
            ? await To(
                ContactOf(tell.Seat, deputy: resolution.State.Heard?.Find(tell.Seat)?.ByDeputy == true),
                _ => ResolutionLetters.Ended(Facts(resolution)), cancellation)
            : [];

    public async Task<IReadOnlyList<AddressedLetter>> Tell(ResolutionKey key, ResolutionEffect.TellSecretary tell, CancellationToken cancellation) =>
        await Load(key, cancellation) is { } resolution
            ? await To(
                Contact.Secretary, _ => tell.Extended ? ResolutionLetters.Extended(Facts(resolution))
                    : ResolutionLetters.EndedForSecretary(Facts(resolution)), cancellation)
            : [];

    private async ValueTask<Resolution?> Load(ResolutionKey key, CancellationToken cancellation) => (await resolutions.Load(key, cancellation))?.Item;

    private ResolutionFacts Facts(Resolution resolution) => new(
        resolution, ResolutionTexts.Title(resolution.Subject, settings.NameOf), options.Value.PublicUrl);

    private Uri LinkOf(Resolution resolution, ResolutionEffect.AskSeat ask, Contact to, bool forPaper)
    {
        if (forPaper)
            return Facts(resolution).PublicPage.Address;
        var (person, until) = (SeatPerson.Write(ask.Seat, ask.Deputy), clock.GetUtcNow() + LinkLife);
        var link = new Link(LinkPurpose.Seat, Partitions.Stuurgroep, resolution.Id, 0, person, until) { Holder = to.Mark };
        return new Uri(options.Value.PublicUrl, $"/link/{tokens.Seal(link)}");
    }

    private string? ContactOf(string seat, bool deputy) => ContactOf(settings.Stuurgroep, seat, deputy);

    /// <summary>The place of who sits on a seat, or of the deputy; null when there is no such seat any more.</summary>
    internal static string? ContactOf(StuurgroepSettings stuurgroep, string seat, bool deputy) =>
        stuurgroep.Seats.FirstOrDefault(one => one.Id == seat) is { } found ? deputy ? found.Deputy : found.Holder : null;

    private async Task<IReadOnlyList<AddressedLetter>> To(
        string? contact, Func<Contact, Letter> letter, CancellationToken cancellation) =>
        contact is not null && await settings.Contact(Partitions.Stuurgroep, contact, cancellation) is { } to
            ? [new AddressedLetter(to.Name, to.Email, letter(to))] : [];
}

/// <summary>Who a link for a seat is for: <c>politie</c>, or <c>politie~plv</c> for the deputy.</summary>
internal static class SeatPerson
{
    private const string Deputy = "~plv";

    public static string Write(string seat, bool deputy) => deputy ? seat + Deputy : seat;

    public static (string Seat, bool Deputy) Read(string person) =>
        person.EndsWith(Deputy, StringComparison.Ordinal) ? (person[..^Deputy.Length], true) : (person, false);
}
