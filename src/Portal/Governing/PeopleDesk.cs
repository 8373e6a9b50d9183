namespace Smederijen.Portal.Governing;

/// <summary>Where the functional administrator says who holds which place. Everybody of the staff may look.</summary>
public sealed class PeopleDesk(PlaceItems items, SettingsBook book, WorkList work, IEntityStore store, StaffNames names)
{
    public const string Address = "/beheer/mensen";

    /// <summary>The field with whose name is taken away, and the address of the page that asks whether that is so.</summary>
    public const string Until = "tot";

    public static string AddressOf(PlaceKey place) => $"{Address}/{place.Id}";

    public async Task<IResult> ShowAll(HttpContext http)
    {
        var places = Places();
        var drafts = await PlaceKind.Drafts(store, http.RequestAborted);
        // A query for each Smederij in place of a request for each place.
        var read = places.Select(place => place.Partition).Distinct().Select(async partition =>
            KeyValuePair.Create(partition, await names.Known(partition, http.RequestAborted)));
        var known = (await Task.WhenAll(read)).ToDictionary();
        return new PageOf<PeoplePage>(new PeopleModel(
            [.. places.Select(place => new PlaceLine(place, HolderIn(known[place.Partition], place.Key), drafts.ContainsKey(place.Key)))],
            http.MaySomewhere(StaffWork.Governing)));
    }

    public async Task<IResult> Show(HttpContext http) => Find(http) is { } place ? await Page(http, place, null, 200, null) : Unknown(http);

    /// <summary>The fields are <c>naam</c>, <c>email</c>, <c>telefoon</c>, <c>openbaar</c> and <c>iemand-anders</c>.</summary>
    public async Task<IResult> Propose(HttpContext http)
    {
        if (Find(http) is not { } place)
            return Unknown(http);
        var typed = await Typed.Read(http);
        var now = await HolderOf(place, http.RequestAborted);
        var (name, email) = (typed.Line("naam", 100, "Vul de naam in."), typed.Email("email", "Vul het e-mailadres in."));
        var phone = typed.Plain("telefoon").Length == 0 ? "" : typed.Phone("telefoon");
        if (now is not null && typed.Raw("iemand-anders") is not ("ja" or "nee"))
            typed.Errors.Add("iemand-anders", "Kies of dit iemand anders is.");
        if (typed.Errors.Any)
            return await Page(http, place, typed, 400, null);
        var somebodyElse = now is null || typed.Raw("iemand-anders") == "ja";
        var needsTwo = now is not null && (somebodyElse || !EmailAddress.AreSame(now.Email, email));
        var card = new Contact(place.Key.Name, name, email, place.Function, phone, typed.Raw("openbaar") == "ja");
        var outcome = await items.Propose(
            place.Key, card, typed.Pressed, http.Staff().Id, SettingsDesk.SeenIn(typed), somebodyElse, needsTwo, http.RequestAborted);
        await names.Meet(place.Partition, http.Staff());
        return SettingsTexts.Problem(outcome) is { } problem ? await Page(http, place, typed, 409, problem) : new SeeOther(AddressOf(place.Key));
    }

    public Task<IResult> Agree(HttpContext http) => Settle(http, async (place, typed) =>
    {
        var outcome = await items.Agree(store, place.Key, typed.Pressed, http.Staff().Id, SettingsDesk.SeenIn(typed), http.RequestAborted);
        // The one before keeps no link for longer than this takes.
        if (outcome is Outcome<SettingsRefusal>.Done)
            await work.PerformDue(place.Key, http.RequestAborted);
        return outcome;
    });

    public Task<IResult> Drop(HttpContext http) => Settle(http, (place, typed) =>
        items.Drop(place.Key, typed.Pressed, http.Staff().Id, SettingsDesk.SeenIn(typed), http.RequestAborted));

    /// <summary>The field is <c>tot</c>: until when the one whose name is taken away held the place.</summary>
    public Task<IResult> RemoveName(HttpContext http) => Settle(http, async (place, typed) =>
    {
        var known = await names.Known(place.Partition, http.RequestAborted);
        if (FormerIn(known, place.Key).FirstOrDefault(former => NumberOf(former) == typed.Raw(Until)) is not { Until: { } until })
            return new Outcome<SettingsRefusal>.Refused(SettingsRefusal.StillHeld);
        var outcome = await items.RemoveName(place.Key, typed.Pressed, http.Staff().Id, until, http.RequestAborted);
        if (outcome is Outcome<SettingsRefusal>.Done)
            await work.PerformDue(place.Key, http.RequestAborted);
        return outcome;
    });

    /// <summary>Tells who held a place apart from the others who did, in addresses and forms.</summary>
    public static string NumberOf(Contact former) => Keys.Instant(former.Until!.Value);

    private async Task<IResult> Settle(HttpContext http, Func<KnownPlace, Typed, Task<Outcome<SettingsRefusal>>> settle)
    {
        if (Find(http) is not { } place)
            return Unknown(http);
        var typed = await Typed.Read(http);
        await names.Meet(place.Partition, http.Staff());
        return SettingsTexts.Problem(await settle(place, typed)) is { } problem
            ? await Page(http, place, null, 409, problem)
            : new SeeOther(AddressOf(place.Key));
    }

    private async Task<PageOf<PlacePage>> Page(HttpContext http, KnownPlace place, Typed? typed, int status, string? problem)
    {
        var cancellation = http.RequestAborted;
        var item = (await items.Load(place.Key, cancellation))?.Item ?? PlaceDecider.Empty(place.Key.Id);
        var draft = item.Draft is null ? null
            : (await store.Get(Partitions.Settings, PlaceKind.DraftCard(place.Key), cancellation))?.Read(SettingsJson.Default.Contact);
        var known = await names.Known(place.Partition, cancellation);
        return new(new PlacePageModel(
            place, item, HolderIn(known, place.Key), draft, item.Draft is { By: var by } ? StaffNames.Find(known, by) : "",
            FormerIn(known, place.Key),
            Typed.Returned(http) ?? typed, http.Staff(), http.May(StaffWork.Governing, place.Key.Smederij), problem)
        {
            Asked = problem is null ? FormerIn(known, place.Key).FirstOrDefault(former => NumberOf(former) == http.Request.Query[Until]) : null,
            IsInRegister = book.StaffNames.Any(named => named.Id == place.Key.Name),
        }, status);
    }

    private KnownPlace? Find(HttpContext http) => PlaceKey.Parse(http.Request.RouteValues["plek"] as string ?? "") is { } key
        ? Places().FirstOrDefault(place => place.Key == key) : null;

    /// <summary>Every place that the settings name, with what people call it.</summary>
    private IReadOnlyList<KnownPlace> Places() =>
    [
        .. book.All.SelectMany(smederij => smederij.Wijkteam.Members.Select(member =>
            new KnownPlace(new(smederij.Id, member.Id), smederij.Name, member.Function, smederij.Id))),
        .. book.All.GroupBy(smederij => smederij.Gebiedsregisseur).Where(group => group.Key.Length > 0).Select(group => new KnownPlace(
            new(PlaceKey.Everywhere, group.Key), "Alle Smederijen", $"gebiedsregisseur van {string.Join(", ", group.Select(one => one.Name))}",
            group.First().Id)),
        .. book.All.Take(1).Select(first => new KnownPlace(
            new(PlaceKey.Everywhere, Contact.ReleaseMailbox), "Alle Smederijen", "mailbox van het team dat geld vrijgeeft", first.Id)),
        .. book.Stuurgroep.Seats.SelectMany(seat => new[]
        {
            new KnownPlace(new(Partitions.Stuurgroep, seat.Holder), "De stuurgroep", seat.Function, Partitions.Stuurgroep),
            seat.Deputy is { } deputy
                ? new KnownPlace(new(Partitions.Stuurgroep, deputy), "De stuurgroep", $"plaatsvervanger: {seat.Function}",
                    Partitions.Stuurgroep) : null,
        }).OfType<KnownPlace>(),
        .. book.Stuurgroep.Seats.Take(1).Select(_ => new KnownPlace(
            new(Partitions.Stuurgroep, Contact.Secretary), "De stuurgroep", "secretaris", Partitions.Stuurgroep)),
        .. book.Staff.Tasks.Where(task => book.All.All(smederij => smederij.Gebiedsregisseur != task.Account)).GroupBy(task => task.Account)
            .Select(tasks => new KnownPlace(
                new(PlaceKey.Everywhere, tasks.Key), "De medewerkers", tasks.First().Function, Partitions.Stuurgroep)),
    ];

    /// <summary>Null also where only a name is known, of a colleague who did something once.</summary>
    private async Task<Contact?> HolderOf(KnownPlace place, CancellationToken cancellation) =>
        (await store.Get(place.Partition, Keys.Contact(place.Key.Name), cancellation))?.TryRead(SettingsJson.Default.Contact)
            is { Email.Length: > 0 } holder ? holder : null;

    /// <summary>Who held a place, the last one first.</summary>
    private static IReadOnlyList<Contact> FormerIn(IEnumerable<Contact> known, PlaceKey place) =>
        [.. known.Where(contact => contact.Id == place.Name && contact.Until is not null).OrderByDescending(contact => contact.Until)];

    private static Contact? HolderIn(IEnumerable<Contact> known, PlaceKey place) =>
        known.FirstOrDefault(contact => contact.Id == place.Name && contact.Until is null && contact.Email.Length > 0);

    private static IResult Unknown(HttpContext http) => Failures.NotFound(http,
        "Deze plek is er niet. Plekken maakt u bij de instellingen van een Smederij of de stuurgroep.");
}

/// <summary>A place that the settings name.</summary>
/// <param name="Of">Of which Smederij, or of all.</param>
/// <param name="Partition">A partition in which its address lies.</param>
public sealed record KnownPlace(PlaceKey Key, string Of, string Function, string Partition);

/// <param name="Holder">Null for a place that nobody holds.</param>
public sealed record PlaceLine(KnownPlace Place, Contact? Holder, bool HasDraft);

public sealed record PeopleModel(IReadOnlyList<PlaceLine> Lines, Leave MayGovern);

/// <param name="Draft">Who shall hold it; null when nobody proposed that.</param>
/// <param name="Former">Who held it, the last one first.</param>
public sealed record PlacePageModel(
    KnownPlace Place, Place Item, Contact? Holder, Contact? Draft, string DraftedBy, IReadOnlyList<Contact> Former, Typed? Typed, StaffMember Me,
    Leave MayGovern, string? Problem)
{
    /// <summary>Whose name shall be taken away, as the page asks once more; null when it asks nothing.</summary>
    public Contact? Asked { get; init; }

    /// <summary>Versions of the register of staff name who did this task.</summary>
    public bool IsInRegister { get; init; }
}
