using Smederijen.Portal.Ideas;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Governing;

/// <summary>
/// Where the functional administrator changes settings: a change is drafted, shown as before and after, and agreed on. Everybody of the staff
/// may look.
/// </summary>
public sealed class SettingsDesk(
    SettingsItems items, PastItems past, SettingsBook book, IEntityStore store, StaffNames names, Installations installations, IStaffAccess access,
    RoundLists rounds, Logos logos, TimeProvider clock)
{
    public const string Address = "/beheer";
    public const string From = "vanaf";
    public const string Reason = "reden";
    public const string Seen = "gezien";
    private const string Agreed = "vastgesteld";
    private const string Dropped = "weggegooid";
    private const string TakenOff = "ingetrokken";

    /// <summary>No document had so many changes: whoever says this is refused.</summary>
    private const int NeverSeen = -1;

    public static string AddressOf(string document) => $"{Address}/instellingen/{document}";

    public async Task<IResult> ShowAll(HttpContext http)
    {
        List<SettingsLine> lines = [];
        await foreach (var row in store.All(Partitions.Settings, SettingsKeys.AllListed, http.RequestAborted))
        {
            var (id, listed) = (SettingsKeys.IdOf(row.Row), row.TryRead(SettingsJson.Default.SettingsSummary));
            var name = book.Current(id) is null && SettingsKeys.IsOfSmederij(id) && listed is not null
                ? await Find(id, http.RequestAborted) is { } found ? NameOf(found) : null : NameOf(id);
            // Of a first draft that was thrown away, and of a first version that was taken back, nothing is left.
            if (name is null)
                continue;
            lines.Add(new(
                id, name, listed is { HasDraft: true } or { AsksBack: true }, listed?.Versions.LastOrDefault()?.From > clock.GetUtcNow(),
                book.Current(id)?.Closed == true));
        }
        foreach (var id in SettingsKeys.OfAll)
            if (!lines.Exists(line => line.Id == id))
                lines.Add(new(id, NameOf(id), false, false, false));
        return new PageOf<GoverningPage>(new GoverningModel(
            [.. lines.OrderBy(line => SettingsKeys.IsOfSmederij(line.Id)).ThenBy(line => line.Name)],
            await ProposedPlaces(http.RequestAborted), Checklist.Of(await installations.Look(http.RequestAborted)),
            http.MaySomewhere(StaffWork.Governing))
        {
            PastWaits = (await past.Load(http.RequestAborted)).Phase == PastPhase.Proposed,
        });
    }

    /// <summary>The places for which somebody was proposed, with what they are called.</summary>
    private async Task<IReadOnlyList<(PlaceKey Place, string Function)>> ProposedPlaces(CancellationToken cancellation) =>
    [
        .. (await PlaceKind.Drafts(store, cancellation)).Select(draft =>
            (draft.Key, $"{draft.Value?.Function ?? draft.Key.Name}, {ScopeOf(draft.Key)}")),
    ];

    private string ScopeOf(PlaceKey place) => place.Scope switch
    {
        PlaceKey.Everywhere => "alle Smederijen",
        Partitions.Stuurgroep => "de stuurgroep",
        var smederij => book.NameOf(smederij),
    };

    public async Task<IResult> Show(HttpContext http) =>
        await Find(http) is { } found ? await Page(http, found, 200, null) : Failures.NotFound(http, "Deze instellingen zijn er niet.");

    /// <summary>An earlier version, as it was.</summary>
    public async Task<IResult> ShowVersion(HttpContext http)
    {
        if (await Find(http) is not { } found || !int.TryParse(http.Request.RouteValues["nummer"] as string, out var number)
            || found.Item.Versions.FirstOrDefault(version => version.Number == number) is not { } version
            || await Content(found.Id, SettingsKeys.Document(found.Id, number), http.RequestAborted) is not { } content)
            return Failures.NotFound(http, "Deze versie is er niet.");
        return new PageOf<SettingsVersionPage>(new SettingsVersionModel(
            found.Id, NameOf(found.Id), await Told(found.Id, version, http.RequestAborted), Words(content),
            MayGovern(http, found.Id)));
    }

    /// <summary>The form: with the draft where there is one, or an earlier version to go back to (<c>?versie=3</c>).</summary>
    public async Task<IResult> ShowForm(HttpContext http)
    {
        if (await Find(http) is not { } found)
            return Failures.NotFound(http, "Deze instellingen zijn er niet.");
        var back = int.TryParse(http.Request.Query["versie"], out var number)
            ? await Content(found.Id, SettingsKeys.Document(found.Id, number), http.RequestAborted) : null;
        var draft = found.Item.Draft;
        return await Form(http, found, Typed.Returned(http) ?? SettingsForms.Fill(
            back is null ? found.ToCome ?? Blank(http, found.Id) : found.GoneBackTo(back, clock.GetUtcNow()),
            new(Seen, $"{found.Item.Changes}"), new(Reason, draft?.Reason ?? ""),
            new(From, draft?.From is { } from ? $"{from:d-M-yyyy}" : "")), 200);
    }

    public async Task<IResult> Draft(HttpContext http)
    {
        if (await Find(http) is not { } found)
            return Failures.NotFound(http, "Deze instellingen zijn er niet.");
        var typed = await Typed.Read(http);
        var content = await logos.Take(http, typed, SettingsForms.Read(found.ToCome ?? Blank(http, found.Id), typed));
        return await Draft(http, found, typed, content) is { } failed ? failed : new SeeOther(AddressOf(found.Id));
    }

    /// <summary>The form of a Smederij that is not there yet; it is a document without a version until it is agreed on.</summary>
    public Task<IResult> ShowBeginning(HttpContext http) => Task.FromResult<IResult>(
        new PageOf<NewSmederijPage>(new NewSmederijModel(Typed.For(http), book.All, http.May(StaffWork.Governing, null))));

    public async Task<IResult> Begin(HttpContext http)
    {
        var typed = await Typed.Read(http);
        var name = typed.Line("naam", 60, "Vul de naam van de Smederij in.");
        if (book.All.FirstOrDefault(smederij => string.Equals(smederij.Name, name, StringComparison.OrdinalIgnoreCase)) is { } same)
            typed.Errors.Add("naam", $"Er is al een Smederij {same.Name}. Kies een andere naam.");
        else if (name.Length > 0 && await DraftOf(name, http.RequestAborted) is { } drafted)
        {
            if (await store.Earlier(Partitions.Settings, typed.Pressed, http.RequestAborted) is not null)
                return new SeeOther($"{AddressOf(drafted)}/wijzigen");
            typed.Errors.Add("naam", $"Er ligt al een voorstel voor een Smederij {name}. Ga daarmee verder, of gooi het eerst weg.");
        }
        if (typed.Errors.Any)
            return new PageOf<NewSmederijPage>(new NewSmederijModel(typed, book.All, Leave.Given), 400);
        var id = Ids.Free(name, (await Taken(http.RequestAborted)).Concat(Reserved));
        var content = SettingsForms.Blank(id, name, book.Current(typed.Raw("zoals")), Amsterdam.DateOf(clock.GetUtcNow()));
        var document = SettingsDocument.Of(content);
        await items.Draft(
            document, typed.Pressed, http.Staff().Id, seen: 0, from: null, "Nieuw", TouchedBy(null, document), http.RequestAborted);
        return new SeeOther($"{AddressOf(id)}/wijzigen");
    }

    /// <summary>The Smederij with this name that somebody began; null when nobody did.</summary>
    private async Task<string?> DraftOf(string name, CancellationToken cancellation)
    {
        foreach (var id in (await Taken(cancellation)).Where(id => SettingsKeys.IsOfSmederij(id) && book.Current(id) is null))
            if (await Find(id, cancellation) is { } found && string.Equals(NameOf(found), name, StringComparison.OrdinalIgnoreCase))
                return id;
        return null;
    }

    /// <summary>The draft becomes a version; by another person where it touches money, votes or roles.</summary>
    public Task<IResult> Agree(HttpContext http) => Settle(http, async (found, typed, seen) =>
    {
        var problem = await Agree(found, typed.Pressed, http.Staff().Id, seen, http.RequestAborted);
        await book.Reload(http.RequestAborted);
        return problem;
    }, done: Agreed);

    private async Task<string?> InTheWayOfClosing(SmederijSettings open, SmederijSettings closes, DateOnly day, CancellationToken cancellation)
    {
        if (await ClosingRules.VoteInTheWay(rounds, open, day, cancellation) is { } vote)
            return vote;
        var after = await Task.WhenAll((closes.Successors ?? []).Select(successor => Find(successor, cancellation)));
        return ClosingRules.PostcodesOfNobody(closes, after.Select(found => found?.Now).OfType<SmederijSettings>());
    }

    /// <summary>Makes the draft a version; what is in the way of that, in words.</summary>
    internal async Task<string?> Agree(FoundSettings found, CommandId command, string by, int seen, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // What was drafted in this very moment is not what is looked at here.
        if (seen != found.Item.Changes)
            seen = NeverSeen;
        // What it was a change of does not count any more, or it is gone: the decider tells.
        if (found.Draft is null || found.Item.IsOvertakenAt(now))
            return SettingsTexts.Problem(await items.Agree(store, found.Id, command, by, seen, [], cancellation));
        // What else was agreed on since may not go together with it any more.
        var (change, errors, today) = (LaidChange.OfDraft(found, now), new FormErrors(), Amsterdam.DateOf(now));
        change.Check(found.Item.Draft!.From, today, book.All, errors);
        if (errors.Any)
            return string.Join(' ', errors.Select(error => error.Message));
        if (change is { Before: SmederijSettings { Closed: false } open, Document.Content: SmederijSettings { Closed: true } closes }
            && await InTheWayOfClosing(open, closes, found.Item.Draft.From ?? today, cancellation) is { } inTheWay)
            return inTheWay;
        return SettingsTexts.Problem(await items.Agree(store, found.Id, command, by, seen, change.Later, cancellation));
    }

    public Task<IResult> Drop(HttpContext http) => Settle(http, async (found, typed, seen) =>
    {
        await logos.LetGo(found.Draft, null, http.RequestAborted);
        return SettingsTexts.Problem(await items.Drop(found.Id, typed.Pressed, http.Staff().Id, seen, http.RequestAborted));
    }, done: Dropped);

    /// <summary>What was agreed on and does not count yet will not count; by two people where two agreed on it.</summary>
    public Task<IResult> TakeBack(HttpContext http) => Settle(http, async (found, typed, seen) =>
    {
        var outcome = await items.TakeBack(found.Id, typed.Pressed, http.Staff().Id, seen, typed.Plain(Reason), http.RequestAborted);
        await book.Reload(http.RequestAborted);
        return SettingsTexts.Problem(outcome);
    }, done: TakenOff);

    /// <summary>Checks and drafts; the answer when that cannot be.</summary>
    private async Task<IResult?> Draft(HttpContext http, FoundSettings found, Typed typed, object content)
    {
        var (from, reason, today) = When(typed);
        var change = Lay(found, content, from);
        change.Check(from, today, book.All, typed.Errors);
        if (typed.Errors.Any)
            return await Form(http, found, typed, 400);
        await logos.LetGo(found.Draft, change.Document.Content, http.RequestAborted);
        var problem = await Draft(change, typed.Pressed, http.Staff().Id, SeenIn(typed), from, reason, http.RequestAborted);
        await Meet(http, found.Id);
        if (problem is null)
            return null;
        typed.Errors.Add("", problem);
        return await Form(http, found, typed, 409);
    }

    /// <summary>Puts a change of the last version into what counts on its day, and into what waits for a later one.</summary>
    internal LaidChange Lay(FoundSettings found, object typed, DateOnly? from) => LaidChange.OfTyped(found, typed, from, clock.GetUtcNow());

    /// <summary>Makes the draft of a change; what is in the way of that, in words.</summary>
    /// <param name="seen">How many changes the one who drafts has seen.</param>
    internal async Task<string?> Draft(
        LaidChange change, CommandId command, string by, int seen, DateOnly? from, string reason, CancellationToken cancellation) =>
        change.Conflicts.Count > 0 ? string.Join(' ', change.Conflicts)
            : SettingsTexts.Problem(await items.Draft(
                change.Document, command, by, seen, from, reason, TouchedBy(change.Before, change.Document), cancellation));

    /// <summary>From which day a change counts, and why it is made; what is wrong with that stands in the errors.</summary>
    internal (DateOnly? From, string Reason, DateOnly Today) When(Typed typed)
    {
        var (from, reason) = (typed.Day(From, null), typed.Text(Reason, 1000, "Schrijf waarom u dit verandert."));
        var today = Amsterdam.DateOf(clock.GetUtcNow());
        if (from <= today)
            typed.Errors.Add(From, "Kies een dag vanaf morgen, of laat dit leeg om de wijziging meteen te laten ingaan.");
        return (from, reason, today);
    }

    /// <summary>Before the first Smederij counts there is nothing that one person could turn to their hand.</summary>
    private Touches TouchedBy(object? before, SettingsDocument document) => before is null && book.All.Count == 0
        ? Touches.None : SettingsForms.TouchedBy(SettingsForms.Compare(before, document.Content));

    internal async Task<FoundSettings?> Find(HttpContext http) => await Find(http.Request.RouteValues["document"] as string ?? "",
        http.RequestAborted);

    internal async Task<FoundSettings?> Find(string id, CancellationToken cancellation)
    {
        if (id.Length == 0 || !Ids.IsPlain(id))
            return null;
        if (await items.Load(SettingsKind.KeyOf(id), cancellation) is not { Item: var item })
            return SettingsKeys.IsOfSmederij(id) ? null : FoundSettings.Nothing(id);
        var first = new[] { item.At(clock.GetUtcNow()), item.UnderDraft }.Min(version => version?.Number) ?? int.MinValue;
        List<FoundVersion> versions = [];
        foreach (var version in item.Standing.Where(version => version.Number >= first))
            if (await Content(id, SettingsKeys.Document(id, version.Number), cancellation) is { } content)
                versions.Add(new(version, content));
        // A Smederij of which nothing is left was never there.
        if (versions.Count == 0 && item.Draft is null && SettingsKeys.IsOfSmederij(id))
            return null;
        return new(id, item, versions, item.Draft is null ? null : await Content(id, SettingsKeys.Draft(id), cancellation));
    }

    /// <summary>Whoever drafts or agrees is named in the history, also where nobody keeps a list of accounts.</summary>
    internal Task Meet(HttpContext http, string document) => names.Meet(SettingsKeys.SmederijOf(document) ?? Partitions.Stuurgroep, http.Staff());

    private static Leave MayGovern(HttpContext http, string document) => http.May(StaffWork.Governing, SettingsKeys.SmederijOf(document));

    internal string NameOf(string id) => id switch
    {
        SettingsKeys.Stuurgroep => "De stuurgroep",
        SettingsKeys.Municipality => "De gemeente",
        SettingsKeys.Staff => "De medewerkers",
        _ => book.NameOf(id),
    };

    /// <summary>What people call a document, also of a Smederij that is only drafted.</summary>
    internal string NameOf(FoundSettings found) => book.Current(found.Id) is null && (found.Now ?? found.Draft) is SmederijSettings named
        ? named.Name : NameOf(found.Id);

    /// <summary>How many changes the one who pressed a button has seen.</summary>
    internal static int SeenIn(Typed typed) => typed.Count(Seen) ?? NeverSeen;

    /// <param name="done">What the page says in its address once it is done; null for nothing.</param>
    private async Task<IResult> Settle(HttpContext http, Func<FoundSettings, Typed, int, Task<string?>> settle, string? done = null)
    {
        if (await Find(http) is not { } found)
            return Failures.NotFound(http, "Deze instellingen zijn er niet.");
        var typed = await Typed.Read(http);
        await Meet(http, found.Id);
        if (await settle(found, typed, SeenIn(typed)) is not { } problem)
        {
            // Of a Smederij that was only drafted nothing is left then.
            return await Find(found.Id, http.RequestAborted) is null ? new SeeOther(Address)
                : new SeeOther(AddressOf(found.Id) + (done is null ? "" : $"?{done}"));
        }
        return await Page(http, await Find(found.Id, http.RequestAborted) ?? found, 409, problem);
    }

    private async Task<PageOf<SettingsPage>> Page(HttpContext http, FoundSettings found, int status, string? problem)
    {
        var cancellation = http.RequestAborted;
        List<ToldVersion> versions = [];
        foreach (var version in found.Item.Versions.Reverse())
            versions.Add(await Told(found.Id, version, cancellation));
        var changes = found.Draft is null ? [] : SettingsForms.Compare(found.UnderDraft, found.Draft);
        var running = found.Draft is not null && SettingsKeys.IsOfSmederij(found.Id) ? await Running(found.Id, cancellation) : 0;
        return new(new SettingsPageModel(
            found.Id, NameOf(found), found.Item, found.Now is null ? [] : Words(found.Now), changes,
            (found.Item.Draft?.By ?? found.Item.AskedBack?.By) is { } by ? await NameOfPerson(found.Id, by, cancellation) : "", running, versions,
            http.Staff(), MayGovern(http, found.Id), clock.GetUtcNow(), problem)
        {
            Said = found.Draft is not null || found.Item.AskedBack is not null ? null
                : http.Request.Query.ContainsKey(Dropped) ? "Het voorstel is weggegooid"
                : http.Request.Query.ContainsKey(TakenOff) ? "De wijziging is ingetrokken" : null,
            Closes = found is { Draft: SmederijSettings { Closed: true }, UnderDraft: not SmederijSettings { Closed: true } },
            JustAgreed = http.Request.Query.ContainsKey(Agreed) && found.Draft is null ? found.Item.LastAgreed : null,
            AlsoIn = found.Item.Draft is { } draft
                ? SettingsTexts.AlsoIn([.. found.After(LaidChange.InstantOf(draft.From, clock.GetUtcNow())).Select(later => later.Day)]) : null,
        }, status);
    }

    private async Task<IResult> Form(HttpContext http, FoundSettings found, Typed typed, int status) => new PageOf<SettingsFormPage>(
        new SettingsFormModel(found.Id, NameOf(found), SettingsForms.GroupsOf(found.Id), typed, MayGovern(http, found.Id))
        {
            Waits = found.Item.WaitingAt(clock.GetUtcNow()),
            DraftOf = found.Item.Draft is { By: var by } && by != http.Staff().Id ? await NameOfPerson(found.Id, by, http.RequestAborted) : null,
        }, status);

    internal static IReadOnlyList<SettingsWords> Words(object content) =>
    [
        .. SettingsForms.GroupsOf(SettingsDocument.IdOf(content)).Select(group => new SettingsWords(
            group.Title, [.. group.Fields.Select(field => (field.Label, field.Words(content), field.Sample?.Invoke(content)))])),
    ];

    private async Task<ToldVersion> Told(string id, SettingsVersion version, CancellationToken cancellation) => new(
        version, version.By.Length == 0 ? "" : await NameOfPerson(id, version.By, cancellation),
        version.AgreedBy is { } second ? await NameOfPerson(id, second, cancellation) : null,
        version.TakenBack is not { } back ? null
            : await NameOfPerson(id, back.By, cancellation)
                + (back.AgreedBy is { } too ? $" en {await NameOfPerson(id, too, cancellation)}" : ""));

    internal async Task<string> NameOfPerson(string id, string account, CancellationToken cancellation) => StaffNames.Find(
        await names.Known(SettingsKeys.SmederijOf(id) ?? Partitions.Stuurgroep, [account], cancellation), account);

    private async Task<int> Running(string smederij, CancellationToken cancellation) =>
        await store.All(smederij, IdeaKeys.RunningFrom(""), cancellation).CountAsync(cancellation);

    internal async Task<IReadOnlyList<string>> Taken(CancellationToken cancellation) =>
        await store.All(Partitions.Settings, SettingsKeys.AllListed, cancellation).Select(row => SettingsKeys.IdOf(row.Row)).ToListAsync(
            cancellation);

    /// <summary>Names of partitions and addresses that no Smederij can have.</summary>
    internal static readonly string[] Reserved = [.. SettingsKeys.OfAll, StaffGrant.All, Partitions.Settings, "nieuw"];

    private object Blank(HttpContext http, string id) => id switch
    {
        SettingsKeys.Stuurgroep => new StuurgroepSettings(0, [], 1, 50, 21, 7, $"{Amsterdam.DateOf(clock.GetUtcNow()).Year + 1}", Euro.Zero),
        SettingsKeys.Municipality => MunicipalitySettings.Empty,
        SettingsKeys.Staff => StaffFields.FromAccounts(
            access.Colleagues.Count > 0 ? access.Colleagues : [http.Staff()], Amsterdam.DateOf(clock.GetUtcNow())),
        _ => throw new InvalidOperationException($"The settings of '{id}' have neither a version nor a draft: restore the store from its backup."),
    };

    private async Task<object?> Content(string id, string row, CancellationToken cancellation) => await store.Get(Partitions.Settings, row,
        cancellation)
        is { } found ? SettingsDocument.Read(id, found) : null;
}

/// <summary>A line of the list of documents.</summary>
/// <param name="Waits">A version is agreed on and counts from a later day.</param>
public sealed record SettingsLine(string Id, string Name, bool HasDraft, bool Waits, bool IsClosed);

/// <param name="ToDo">What lacks before residents hand in ideas.</param>
/// <param name="Places">Those for which somebody was proposed.</param>
public sealed record GoverningModel(
    IReadOnlyList<SettingsLine> Lines, IReadOnlyList<(PlaceKey Place, string Function)> Places, IReadOnlyList<ToDo> ToDo, Leave MayGovern)
{
    /// <summary>A file with earlier years waits for a second person.</summary>
    public bool PastWaits { get; init; }
}

/// <summary>The fields of one heading, in words.</summary>
public sealed record SettingsWords(
    string Title, IReadOnlyList<(string Label, IReadOnlyList<string> Words, string? Sample)> Fields);

/// <summary>A version with the names of who made it, and of who took it back.</summary>
public sealed record ToldVersion(SettingsVersion Version, string By, string? AgreedBy, string? TakenBack);

/// <param name="AskedBy">Who drafted, or wants to take back what waits.</param>
/// <param name="Running">How many ideas run that keep the rules they came in under.</param>
public sealed record SettingsPageModel(
    string Id, string Name, SettingsHistory Item, IReadOnlyList<SettingsWords> Now, IReadOnlyList<SettingsChange> Changes, string AskedBy,
        int Running,
    IReadOnlyList<ToldVersion> Versions, StaffMember Me, Leave MayGovern, DateTimeOffset Today, string? Problem)
{
    /// <summary>What was just done, in words; null where nothing was.</summary>
    public string? Said { get; init; }

    /// <summary>The draft closes a Smederij.</summary>
    public bool Closes { get; init; }

    /// <summary>What the reader just agreed on; null where that was nothing.</summary>
    public SettingsVersion? JustAgreed { get; init; }

    /// <summary>Which versions of a later day get the draft too, in a sentence; null where none waits.</summary>
    public string? AlsoIn { get; init; }
}

public sealed record SettingsVersionModel(string Id, string Name, ToldVersion Version, IReadOnlyList<SettingsWords> Words, Leave MayGovern);

public sealed record SettingsFormModel(string Id, string Name, IReadOnlyList<SettingsGroup> Groups, Typed Typed, Leave MayGovern)
{
    /// <summary>The version that waits for a later day, which the form is filled with; null where none does.</summary>
    public SettingsVersion? Waits { get; init; }

    /// <summary>Who drafted what the form is filled with; null where that is the reader, or nothing is drafted.</summary>
    public string? DraftOf { get; init; }
}

public sealed record NewSmederijModel(Typed Typed, IReadOnlyList<SmederijSettings> Others, Leave MayGovern);
