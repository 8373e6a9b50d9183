namespace Smederijen.Portal.Plans.Mailing;

/// <summary>
/// Turns a mail effect of a plan into letters: looks up who it is for, writes it as the plan is now, and seals the links. A mail
/// to the working group is a letter to each member.
/// </summary>
public sealed class PlanMail(
    IEntityStore store, SettingsBook settings, PlanItems plans, SharedMailboxes mailboxes, LinkTokens tokens, UnreadableRows unreadable,
    TimeProvider clock, IOptions<PortalOptions> options)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<PlanMail, PlanEffect.Tell>((x, key, tell, forPaper, cancellation) => x.Write(PlanKey.Of(key), tell, forPaper, cancellation)),
    ];

    /// <summary>A plan takes years; every mail brings a new link.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(400);

    /// <param name="forPaper">The links lead to the page of the plan.</param>
    public async Task<IReadOnlyList<AddressedLetter>> Write(PlanKey key, PlanEffect.Tell tell, bool forPaper,
        CancellationToken cancellation = default)
    {
        if (await plans.Load(key, cancellation) is not { } stored)
            return [];
        var smederij = await settings.Version(key.Smederij, stored.Item.SettingsVersion, cancellation);
        var (page, staffPage) = (new Uri(options.Value.PublicUrl, key.PublicPath), new Uri(options.Value.PublicUrl, key.StaffPath));
        return
        [
            .. from to in await Find(key, stored.Item, tell.To, cancellation)
               let facts = new PlanLetterFacts(stored, smederij, tell.To, page, staffPage, purpose => forPaper ? page
                   : Address(new Link(purpose, key.Smederij, key.Id, 0, to.Key, clock.GetUtcNow() + LinkLife)))
               {
                   IsConfirmed = to.IsConfirmed,
                   IsMailboxFull = to.IsMailboxFull,
                   Where = Where(stored.Item, smederij),
                   Theirs = to.Areas,
               }
               select new AddressedLetter(
                   to.Name, to.Email, PlanLetters.Write(tell.Kind, facts), tell.To.AreSeveral ? to.Key : "")
               {
                   IsConfirmed = to.IsConfirmed,
               },
        ];
    }

    private Uri Address(Link link) => new(options.Value.PublicUrl, $"/link/{tokens.Seal(link)}");

    private async Task<IReadOnlyList<Recipient>> Find(PlanKey key, Plan plan, PlanAddressee to, CancellationToken cancellation) => to.Role switch
    {
        PlanRole.WorkingGroup => await WorkingGroup(key, cancellation),
        PlanRole.Member => await store.Get(key.Smederij, PlanKeys.Member(key.Id, to.Key), cancellation) is { } row ? [Member(row)] : [],
        PlanRole.Supporter => await Supporter(key, to.Key, cancellation),
        PlanRole.Partner => await Contact(key.Smederij, PlanKeys.Partner(key.Id, to.Key), to.Key, cancellation),
        PlanRole.Gebiedsregisseur when to.Key.Length > 0 => await OtherRegisseurs(key.Smederij, plan, to, cancellation),
        PlanRole.Gebiedsregisseur => settings.Current(key.Smederij) is { } smederij
            && await settings.Contact(smederij.Id, smederij.Gebiedsregisseur, cancellation) is { } contact
                ? [new Recipient("", contact.Name, contact.Email, IsConfirmed: true)] : [],
        _ => throw new ArgumentOutOfRangeException(nameof(to), to.Role, "Nobody is known for this role."),
    };

    private async Task<IReadOnlyList<Recipient>> WorkingGroup(PlanKey key, CancellationToken cancellation)
    {
        // Who cannot be read misses this mail; the others do not wait for that.
        var rows = await store.All(key.Smederij, PlanKeys.Members(key.Id), cancellation).ToListAsync(cancellation);
        var members = await unreadable.Read(key.Smederij, rows, row => row.Read(PlanRows.Default.PlanMember).Confirmed ? Member(row) : null);
        // Their keys hang on a secret of this installation; their addresses give the same order everywhere, so that a run can be repeated.
        return [.. members.OfType<Recipient>().OrderBy(member => member.Email, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Who guides other Smederijen that the plan belongs to, once each with the names of theirs. Who guides the plan where it lies knows it already.
    /// </summary>
    private async Task<IReadOnlyList<Recipient>> OtherRegisseurs(
        string home, Plan plan, PlanAddressee to, CancellationToken cancellation)
    {
        var found = new List<Recipient>();
        foreach (var of in plan.Shares.Where(share => to.AreSeveral || share.Smederij == to.Key)
            .Select(share => settings.Current(share.Smederij)).OfType<SmederijSettings>().GroupBy(smederij => smederij.Gebiedsregisseur))
        {
            if (of.Key != settings.Current(home)?.Gebiedsregisseur
                && await settings.Contact(of.First().Id, of.Key, cancellation) is { } contact)
            {
                found.Add(new Recipient(of.Key, contact.Name, contact.Email, IsConfirmed: true)
                {
                    Areas = Dutch.Several(of.Select(one => one.Name)),
                });
            }
        }
        return found;
    }

    /// <summary>Where a plan is, in a mail that has to stay short.</summary>
    private string Where(Plan plan, SmederijSettings home) => plan.Shares.Length > 3 ? $"{home.Name} en andere Smederijen"
        : Dutch.Several([home.Name, .. plan.Shares.Select(share => settings.NameOf(share.Smederij))]);

    private static Recipient Member(Entity row)
    {
        var member = row.Read(PlanRows.Default.PlanMember);
        return new Recipient(PlanKeys.MemberOf(row.Row), member.Name, member.Email, member.Confirmed);
    }

    private async Task<IReadOnlyList<Recipient>> Supporter(PlanKey plan, string key, CancellationToken cancellation) =>
        (await store.Get(plan.Smederij, PlanKeys.Supporter(plan.Id, key), cancellation))?.Read(WorkJson.Default.Person) is { } person
            ? [new Recipient(key, person.Name, person.Email, person.Confirmed) { IsMailboxFull = await IsFull(plan, person, cancellation) }] : [];

    private async Task<bool> IsFull(PlanKey plan, Person person, CancellationToken cancellation) => person.Confirmed
        && (await mailboxes.Of(plan.Smederij, known => PlanKeys.Supporter(plan.Id, known), plan.Id, person.Email, cancellation)).AreTaken;

    private async Task<IReadOnlyList<Recipient>> Contact(string smederij, string row, string partner, CancellationToken cancellation) =>
        (await store.Get(smederij, row, cancellation))?.Read(WorkJson.Default.Person) is { } contact
            ? [new Recipient(PartnerLinks.KeyFor(partner, contact), contact.Name, contact.Email, IsConfirmed: false)] : [];

    /// <param name="IsConfirmed">Never of a partner: somebody of the working group typed that address.</param>
    private sealed record Recipient(string Key, string Name, string Email, bool IsConfirmed)
    {
        /// <summary>Of a supporter: both places of the mailbox are taken.</summary>
        public bool IsMailboxFull { get; init; }

        /// <summary>Of a gebiedsregisseur of other Smederijen: which.</summary>
        public string Areas { get; init; } = "";
    }
}
