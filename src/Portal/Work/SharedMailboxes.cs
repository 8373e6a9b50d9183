namespace Smederijen.Portal.Work;

/// <summary>
/// Where the support of a person lies. A mailbox has two places, for two people at most: the second one is told from the first by name and
/// initials. Who fills in the form again is found where they are already, so that each counts once.
/// </summary>
public sealed class SharedMailboxes(IEntityStore store, Pseudonyms pseudonyms)
{
    /// <param name="row">Where a supporter with a key lies.</param>
    /// <param name="item">The id of the idea, or of the plan.</param>
    public async Task<MailboxPlaces> Of(
        string partition, Func<string, string> row, string item, string email, CancellationToken cancellation = default)
    {
        var first = await pseudonyms.KnownSupporter(partition, row, item, email, cancellation);
        var second = await pseudonyms.OfSecondSupporter(item, email, cancellation);
        return new(await Read(first), await Read(second));

        async Task<MailboxPlace> Read(string key) => new(key, row(key), await store.Get(partition, row(key), cancellation));
    }

    /// <summary>
    /// What keeps somebody who asks to support: under which key they lie, and the rows. Null when nothing has to be kept, because this
    /// person counts already.
    /// </summary>
    /// <param name="former">The addresses that were typed before, and were wrong.</param>
    /// <param name="placesAt">The places of a mailbox.</param>
    public static async Task<(string Key, IReadOnlyList<Write>? Rows)> Offered(
        Person supporter, IEnumerable<string> former, Func<string, Task<MailboxPlaces>> placesAt)
    {
        var places = await placesAt(supporter.Email);
        var place = places.Of(supporter);
        var gone = await FormerAddresses.Without(supporter, place.Row, former, async address =>
            (await placesAt(address)).Of(supporter) is { Stored: { } row, Person: { } known } ? (row, known) : null);
        var data = Storage.Rows.Write(supporter, WorkJson.Default.Person);
        return (place.Key, place switch
        {
            _ when gone is null => null,
            { Stored: null } => [new Write.Insert(place.Row, data), .. gone],
            // Somebody else of this mailbox has it. The page must not tell; the mail to that mailbox says what lacks. The second place is kept
            // for nobody who did not confirm: two names that a stranger typed would keep out whoever reads the mailbox.
            { Person: { } other } when !other.IsCalledAs(supporter) && (other.Confirmed || place == places.First) => gone,
            { Person.Confirmed: true } => null,
            { Stored.ETag: var read } => [new Write.Replace(place.Row, data, read), .. gone],
        });
    }
}

/// <summary>The two places of one mailbox.</summary>
public sealed record MailboxPlaces(MailboxPlace First, MailboxPlace Second)
{
    /// <summary>Those that somebody has.</summary>
    public IEnumerable<MailboxPlace> Taken => ((MailboxPlace[])[First, Second]).Where(place => place.Person is not null);

    /// <summary>Nobody else can support with this mailbox.</summary>
    public bool AreTaken => Taken.Count() == 2;

    /// <summary>Whose support counts.</summary>
    public IEnumerable<Person> Confirmed => Taken.Select(place => place.Person!).Where(person => person.Confirmed);

    /// <summary>The place of this person; for somebody new the first one, or the second one for whoever gave initials beside another.</summary>
    public MailboxPlace Of(Person person) => Taken.FirstOrDefault(place => place.Person!.IsCalledAs(person))
        ?? (person.Initials is null || First.Person is null ? First : Second);

    /// <summary>
    /// The place for somebody whom staff bring to this mailbox; null when there is none. Who shares a mailbox needs initials.
    /// </summary>
    /// <param name="elsewhere">The same mailbox where it counts for the same support: of the idea that became a plan, or of that plan.</param>
    public MailboxPlace? FreeFor(Person person, MailboxPlaces elsewhere) =>
        (First.Person ?? elsewhere.First.Person, Second.Person ?? elsewhere.Second.Person) switch
        {
            (null, null) => First,
            (null, _) when person.Initials is not null => First,
            (_, null) when person.Initials is not null => Second,
            _ => null,
        };

    /// <summary>The one whom staff mean, by name or initials where two share the mailbox; null when nobody or more than one fits.</summary>
    public MailboxPlace? Named(string nameOrInitials) => Taken.ToList() switch
    {
        [var only] => only,
        var both => both.Where(place => string.Equals(place.Person!.Name, nameOrInitials, StringComparison.OrdinalIgnoreCase)
            || (place.Person.Initials is { } initials && initials == PersonName.Initials(nameOrInitials))).ToList() is [var named] ? named : null,
    };
}

/// <summary>One place of a mailbox.</summary>
/// <param name="Stored">What lies there; null when nobody has it.</param>
public sealed record MailboxPlace(string Key, string Row, Entity? Stored)
{
    public Person? Person { get; } = Stored?.Read(WorkJson.Default.Person);
}
