namespace Smederijen.Portal.Initiative;

/// <summary>The initiatiefgroep on the work list: the mail with the link of a member, and forgetting who did not confirm.</summary>
public sealed class GroupWork(IEntityStore store, SettingsBook settings, LinkTokens tokens, TimeProvider clock,
    IOptions<PortalOptions> options) : IWorkKind
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(400);

    public static KindFacts Kind { get; } = new()
    {
        Prefix = "groep-",
        Effects = new(GroupJson.Default.GroupEffect),
        Starts = ["groep|"],
        Holds = key => key is ["groep", _] ? WorkJson.Default.Person : null,
    };

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<GroupWork, GroupEffect.ConfirmMembership>((x, key, confirm, forPaper, cancellation) =>
            x.Mail(key, confirm.Member, forPaper, Write, cancellation)),
        Deed.Mail<GroupWork, GroupEffect.AddressCorrected>((x, key, corrected, forPaper, cancellation) =>
            x.Mail(key, corrected.Member, forPaper, Corrected, cancellation)),
        Deed.Of<GroupWork, GroupEffect.ForgetUnconfirmed>((x, key, forget, cancellation) => x.Forget(key.Smederij, forget.Member, cancellation)),
    ];

    public KindFacts Facts => Kind;

    /// <summary>The item of the work list for one press of the button.</summary>
    public static string ItemOf(string id) => Kind.Prefix + id;

    private async Task<IReadOnlyList<AddressedLetter>> Mail(
        WorkKey key, string member, bool forPaper, Func<SmederijSettings, bool, Uri, Uri, Letter> write, CancellationToken cancellation)
    {
        if (settings.Current(key.Smederij) is not { } smederij || await store.Get(smederij.Id, GroupKeys.Member(member), cancellation) is not { } row)
            return [];
        var person = row.Read(WorkJson.Default.Person);
        var path = forPaper ? JoinGroup.PathOf(smederij.Id)
            : $"/link/{tokens.Seal(new Link(LinkPurpose.Group, smederij.Id, "", 0, member, clock.GetUtcNow() + LinkLife))}";
        return [new AddressedLetter(person.Name, person.Email,
            write(smederij, person.Confirmed, options.Value.PublicUrl, new Uri(options.Value.PublicUrl, path))) { IsConfirmed = person.Confirmed }];
    }

    /// <summary>Deletes who never confirmed, and who left a day ago; who takes part stays.</summary>
    private async Task Forget(string smederij, string member, CancellationToken cancellation)
    {
        if (await store.Get(smederij, GroupKeys.Member(member), cancellation) is { } row
            && row.Read(WorkJson.Default.Person) is { Confirmed: false } person && !(person.KeptUntil > clock.GetUtcNow()))
            await store.Commit(smederij, [new Write.Delete(row.Row, row.ETag)], cancellation);
    }

    /// <inheritdoc cref="Write"/>
    public static Letter Corrected(SmederijSettings smederij, bool confirmed, Uri portal, Uri link) => new(
        "De gemeente heeft uw e-mailadres verbeterd",
        [
            $"De gemeente heeft uw e-mailadres verbeterd bij de initiatiefgroep in {smederij.Name}. Mails daarover komen nu op dit adres. "
                + "Links in eerdere mails werken niet meer.",
            confirmed ? "U doet nog steeds mee. Bewaar deze mail: met de link komt u altijd op uw pagina."
                : "Wij vragen u nog om dit te bevestigen. Daarover krijgt u nu ook een andere mail.",
            "Klopt dit niet? Of weet u hier niets van? Bel of mail dan de gemeente. Stuur deze mail niet door.",
        ],
        confirmed ? new LetterLink("Naar mijn pagina", link) : null,
        [LetterParts.HelpLink(new Uri(portal, $"/smederijen/{smederij.Id}"))]);

    /// <param name="link">Sealed for this member.</param>
    public static Letter Write(SmederijSettings smederij, bool confirmed, Uri portal, Uri link)
    {
        var help = LetterParts.HelpLink(new Uri(portal, $"/smederijen/{smederij.Id}"));
        return confirmed
            ? new(
                $"Uw pagina van de initiatiefgroep in {smederij.Name}",
                [
                    "U doet mee met de initiatiefgroep. Op uw pagina leest u de nieuwe ideeën. Daar geeft u ook advies.",
                    "Bewaar deze mail: met de link komt u altijd op uw pagina. Hebt u deze mail niet gevraagd? Dan hoeft u niets te doen.",
                ],
                new LetterLink("Naar mijn pagina", link),
                [help])
            : new(
                $"Doet u mee met de initiatiefgroep in {smederij.Name}?",
                [
                    $"Iemand vulde uw e-mailadres in om mee te doen met de initiatiefgroep in {smederij.Name}. Was u dat? Klik dan op de link en bevestig het.",
                    $"Doe dat binnen {JoinGroup.DaysToConfirm} dagen. Daarna verwijderen wij uw gegevens.",
                    "Bewaar deze mail: met de link komt u altijd op uw pagina. Was u het niet? Dan hoeft u niets te doen.",
                ],
                new LetterLink("Meedoen bevestigen", link),
                [help]);
    }
}
