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
            x.Invite(key, confirm.Member, forPaper, cancellation)),
        Deed.Of<GroupWork, GroupEffect.ForgetUnconfirmed>((x, key, forget, cancellation) => x.Forget(key.Smederij, forget.Member, cancellation)),
    ];

    public KindFacts Facts => Kind;

    /// <summary>The item of the work list for one press of the button.</summary>
    public static string ItemOf(string id) => Kind.Prefix + id;

    private async Task<IReadOnlyList<AddressedLetter>> Invite(WorkKey key, string member, bool forPaper, CancellationToken cancellation)
    {
        if (settings.Current(key.Smederij) is not { } smederij || await store.Get(smederij.Id, GroupKeys.Member(member), cancellation) is not { } row)
            return [];
        var person = row.Read(WorkJson.Default.Person);
        var path = forPaper ? JoinGroup.PathOf(smederij.Id)
            : $"/link/{tokens.Seal(new Link(LinkPurpose.Group, smederij.Id, "", 0, member, clock.GetUtcNow() + LinkLife))}";
        return [new AddressedLetter(person.Name, person.Email,
            Write(smederij, person.Confirmed, options.Value.PublicUrl, new Uri(options.Value.PublicUrl, path)))];
    }

    /// <summary>Deletes who never confirmed; who did stays.</summary>
    private async Task Forget(string smederij, string member, CancellationToken cancellation)
    {
        if (await store.Get(smederij, GroupKeys.Member(member), cancellation) is { } row && !row.Read(WorkJson.Default.Person).Confirmed)
            await store.Commit(smederij, [new Write.Delete(row.Row, row.ETag)], cancellation);
    }

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
                    $"U wilt meedoen met de initiatiefgroep in {smederij.Name}. Klopt dat? Klik dan op de link en bevestig het.",
                    $"Doe dat binnen {JoinGroup.DaysToConfirm} dagen. Daarna verwijderen wij uw gegevens.",
                    "Bewaar deze mail: met de link komt u altijd op uw pagina. Hebt u dit niet gevraagd? Dan hoeft u niets te doen.",
                ],
                new LetterLink("Meedoen bevestigen", link),
                [help]);
    }
}
