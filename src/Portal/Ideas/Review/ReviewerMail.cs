namespace Smederijen.Portal.Ideas.Review;

/// <summary>What follows when somebody asks for their reviews.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(SendOverview), "stuur-beoordelingen")]
public abstract record ReviewerEffect : Effect
{
    private ReviewerEffect() { }

    /// <summary>Who reads this mailbox and sits in a wijkteam gets a link for each of their places.</summary>
    /// <param name="Mailbox">A pseudonym: anybody can type the address of anybody, and nothing of that is kept.</param>
    public sealed record SendOverview(string Mailbox) : ReviewerEffect;
}

/// <summary>How it is written down. Storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReviewerEffect))]
public sealed partial class ReviewerJson : JsonSerializerContext;

/// <summary>
/// The mail with which a member of a wijkteam comes to their own reviews. Whether an address is known is looked at only here, after the answer.
/// </summary>
public sealed class ReviewerMail(
    SettingsBook settings, UnreadableRows unreadable, Pseudonyms pseudonyms, LinkTokens tokens, TimeProvider clock, IOptions<PortalOptions> options)
    : IWorkKind
{
    /// <summary>It lists what waits at any moment, so it lives shorter than the link of one step.</summary>
    public const int LinkDays = 30;

    public static KindFacts Kind { get; } = new() { Prefix = "beoordelaar-", Effects = new(ReviewerJson.Default.ReviewerEffect) };

    /// <summary>Who asked can ask again.</summary>
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<ReviewerMail, ReviewerEffect.SendOverview>(
            (x, _, overview, forPaper, cancellation) => x.Write(overview.Mailbox, forPaper, cancellation), mayBeLost: true),
    ];

    public KindFacts Facts => Kind;

    public static ValueTask<string> KeyOf(Pseudonyms pseudonyms, string email, CancellationToken cancellation) =>
        pseudonyms.OfMailbox("beoordelaar", email, cancellation);

    private async Task<IReadOnlyList<AddressedLetter>> Write(string mailbox, bool forPaper, CancellationToken cancellation)
    {
        List<(Contact Holder, LetterLink Link)> places = [];
        foreach (var smederij in settings.All)
            foreach (var member in smederij.Wijkteam.Members)
                if (await unreadable.Try(smederij.Id, async () => await settings.Contact(smederij.Id, member.Id, cancellation)) is { } holder
                    && holder.Email.Length > 0 && await KeyOf(pseudonyms, holder.Email, cancellation) == mailbox)
                    places.Add((holder, new(
                        $"Mijn beoordelingen voor {smederij.Name}: {member.Function}",
                        LinkTo(smederij.Id, holder, forPaper))));
        return places is [var (to, first), .. var others]
            ? [new AddressedLetter(to.Name, to.Email, Letter(first, [.. others.Select(place => place.Link)]))] : [];
    }

    private static Letter Letter(LetterLink first, IReadOnlyList<LetterLink> others) => new(
        "Uw beoordelingen",
        LetterParts.Paragraphs(
            "Met deze link ziet u welke ideeën op uw advies wachten, en wat u eerder adviseerde.",
            others.Count > 0 ? "U zit op meer plekken. Voor elke plek is er een eigen link." : null,
            $"De link werkt {LinkDays} dagen. Daarna vraagt u een nieuwe. Krijgt iemand anders uw plek? Dan werkt de link niet meer.",
            "Hebt u dit niet gevraagd? Dan hoeft u niets te doen.",
            LetterParts.OnlyForYou),
        first, others)
    { Greeting = LetterParts.Colleague };

    /// <summary>The link to the page of who holds a place.</summary>
    /// <param name="forPaper">It leads to where one asks for it.</param>
    public Uri LinkTo(string smederij, Contact holder, bool forPaper) => new(options.Value.PublicUrl, forPaper ? AskForMyReviews.Address
        : $"/link/{tokens.Seal(new Link(
            LinkPurpose.MyReviews, smederij, "", 0, holder.Id, clock.GetUtcNow() + TimeSpan.FromDays(LinkDays)) { Holder = holder.Mark })}");
}
