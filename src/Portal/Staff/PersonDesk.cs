using System.Text.Json.Nodes;

namespace Smederijen.Portal.Staff;

/// <summary>
/// <c>/medewerkers/personen</c>: all that is known of one person over all Smederijen, to give out, to put right and to erase. Whom staff look
/// for is posted and comes back in the page, so it never stands in an address. Each place is dealt with by the rules of its own kind and in a
/// commit of its own: who presses again after a crash goes on with what is left.
/// </summary>
public sealed class PersonDesk(
    PersonFinder finder, OvertakenMails overtaken, SettingsBook settings, Looks looks, FreshSignIn fresh, TimeProvider clock)
{
    public const string Address = "/medewerkers/personen";

    /// <summary>What stands in no place that is looked in; a resident who gets the file has to know.</summary>
    public static IReadOnlyList<string> NotHere { get; } =
    [
        "Namen in teksten die anderen schreven, en namen op een foto van een lijst met handtekeningen: die vindt een computer niet.",
        "Stemmen: die zijn geheim, ook voor ons.",
        "Meldingen: wij bewaren niet wie iets meldde.",
        "Het kasboek: daar staat geen naam bij.",
        "Betalingen voor een idee dat langer dan een jaar is afgesloten: die vinden wij alleen op het rekeningnummer.",
    ];

    public async Task<IResult> Show(HttpContext http) =>
        http.May(StaffWork.Ideas, null).Answer(http) ?? await fresh.Refuse(http, Weighty.Person, Address)
        ?? await Page(http, Typed.For(http), null, null, [], 200);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await fresh.Refuse(http, Weighty.Person, Address) is { } refusal)
            return refusal;
        var typed = await Typed.Read(http);
        var query = PersonQuery.Read(typed);
        if (typed.Errors.Any)
            return await Page(http, typed, null, null, [], 400);
        var found = await finder.Find(query, http.RequestAborted);
        await Note(http, found);
        if (typed.Raw("stap") is "bestand" or "leesbaar" or "verbeter" or "wis" && query.MayMeanSeveral(found))
        {
            typed.Errors.Add("zoek-naam", "Hier staan verschillende namen. Misschien delen mensen dit adres of dit nummer. "
                + "Vul ook de naam in en zoek opnieuw. Dan gaat het over één persoon.");
            return await Page(http, typed, query, found, [], 400);
        }
        return typed.Raw("stap") switch
        {
            "bestand" => PersonFile.ForPrograms(await File(http, query, found)),
            "leesbaar" => PersonFile.ForPeople(await File(http, query, found)),
            "verbeter" => await Correct(http, typed, query, found),
            "wis" => await Erase(http, typed, query, found),
            _ => await Page(http, typed, query, found, [], 200),
        };
    }

    /// <summary>The page for who has a mailbox, from a mail that did not arrive there; the form to put it right is on it.</summary>
    public async Task<IResult> ShowFor(HttpContext http, string email)
    {
        var query = new PersonQuery(email, "", "", "");
        var found = await finder.Find(query, http.RequestAborted);
        await Note(http, found);
        return await Page(http, Typed.Empty, query, found, [], 200);
    }

    private async Task<IResult> Correct(HttpContext http, Typed typed, PersonQuery query, IReadOnlyList<FoundPerson> found)
    {
        var better = new KnownData(
            typed.Line("naam", 100, null), Has("email") ? typed.Email("email") : "", Has("postcode") ? typed.PostcodeOf("postcode").Value ?? "" : "",
            Has("telefoon") ? typed.Phone("telefoon") : "");
        if (!typed.Errors.Any && better == new KnownData(""))
            typed.Errors.Add("naam", "Vul in wat er anders moet. Wat goed is, laat u leeg.");
        var reason = StaffActionForms.ReasonOf(typed);
        if (typed.Errors.Any)
            return await Page(http, typed, query, found, [], 400);
        var done = new List<PersonResult>();
        var told = new List<string>();
        var mails = await Overtaken(found, better, http.RequestAborted);
        foreach (var one in found)
        {
            var changed = one.Known.With(better);
            if (changed == one.Known)
                continue;
            var work = Work(http, typed, one, reason) with { TellsOldAddress = !told.Exists(email => EmailAddress.AreSame(email, one.Known.Email)) };
            done.Add(await Do(one, "Verbeterd", () => one.By.Correct(work, changed)));
            if (done[^1].IsDone && one.Known.Email.Length > 0)
                told.Add(one.Known.Email);
        }
        if (done.TrueForAll(one => one.IsDone))
            await overtaken.TakeOff(mails);
        // Who is called or reached otherwise now is found by that; where it could not be done, what was typed first still leads to them.
        var moved = done.TrueForAll(one => one.IsDone) ? query.After(better) : query;
        return await Page(http, typed, moved, await finder.Find(moved, http.RequestAborted), done, done.Exists(one => !one.IsDone) ? 409 : 200);

        bool Has(string field) => typed.Plain(field).Length > 0;
    }

    /// <summary>What did not arrive at an address that changes now.</summary>
    private async Task<IReadOnlyList<FailedEffect>> Overtaken(IReadOnlyList<FoundPerson> found, KnownData better, CancellationToken cancellation)
    {
        var mails = new List<FailedEffect>();
        foreach (var some in found.Where(one => one.Known.With(better).Email != one.Known.Email).GroupBy(one => one.Smederij, one => one.Known.Email))
            mails.AddRange(await overtaken.To(some.Key, [.. some], cancellation));
        return mails;
    }

    private async Task<IResult> Erase(HttpContext http, Typed typed, PersonQuery query, IReadOnlyList<FoundPerson> found)
    {
        var reason = StaffActionForms.ReasonOf(typed, "reden-wissen");
        typed.CheckSure("Zet een vinkje als u zeker weet dat alles hierboven weg mag.");
        if (typed.Errors.Any)
            return await Page(http, typed, query, found, [], 400);
        var done = new List<PersonResult>();
        foreach (var one in found)
            done.Add(await Do(one, "Gewist", () => one.By.Erase(Work(http, typed, one, reason))));
        return await Page(http, typed, query, await finder.Find(query, http.RequestAborted), done, done.Exists(one => !one.IsDone) ? 409 : 200);
    }

    private async Task<PersonResult> Do(FoundPerson one, string words, Func<Task<string?>> act)
    {
        try
        {
            var problem = await act();
            return new PersonResult(one.Place, PlaceOf(one.Smederij), problem ?? words, problem is null);
        }
        catch (TimeoutException)
        {
            return new PersonResult(one.Place, PlaceOf(one.Smederij), "Iemand anders veranderde hier net iets. Doe het nog een keer.", false);
        }
    }

    private async Task<JsonObject> File(HttpContext http, PersonQuery query, IReadOnlyList<FoundPerson> found)
    {
        var places = new JsonArray();
        foreach (var one in found)
        {
            var told = new JsonObject
            {
                ["waar"] = one.Place.What, ["smederij"] = PlaceOf(one.Smederij), ["als"] = one.Place.Role, ["naam"] = one.Known.Name,
                ["emailadres"] = one.Known.Email, ["postcode"] = one.Known.Postcode, ["telefoon"] = one.Known.Phone,
            };
            foreach (var (name, value) in await one.By.Tell(one.Smederij, one.Row, http.RequestAborted))
                told[name] = value?.DeepClone();
            if (told.ContainsKey("rekening"))
                await looks.Note(http, LookKind.Account, one.Smederij, one.Place.Item);
            places.Add((JsonNode)told);
        }
        return new JsonObject
        {
            ["gemaaktOp"] = Text.Dutch.DateTime(clock.GetUtcNow()),
            ["gezochtOp"] = new JsonObject
            {
                ["emailadres"] = query.Email, ["telefoon"] = query.Phone, ["naam"] = query.Name, ["postcode"] = query.Postcode, ["iban"] = query.Account,
            },
            ["gevonden"] = places,
            ["nietInDitBestand"] = new JsonArray([.. NotHere.Select(line => (JsonNode)line)]),
        };
    }

    private static PersonWork Work(HttpContext http, Typed typed, FoundPerson one, string reason) => new(
        one.Smederij, one.Row, http.Staff(), reason, CommandId.From($"{typed.Pressed.Key}\n{one.Smederij}\n{one.Row.Row}"));

    /// <summary>Each place where the person was found is looked at; written before anything is shown.</summary>
    private async Task Note(HttpContext http, IReadOnlyList<FoundPerson> found)
    {
        foreach (var some in found.GroupBy(one => one.Smederij))
            await looks.Note(http, LookKind.Person, some.Key, [.. some.Select(one => one.Place.Item)]);
    }

    private async Task<IResult> Page(
        HttpContext http, Typed typed, PersonQuery? query, IReadOnlyList<FoundPerson>? found, IReadOnlyList<PersonResult> done, int status)
    {
        PersonLine[] lines = [.. (found ?? []).Select(one => new PersonLine(one.Place, PlaceOf(one.Smederij), one.Known))];
        return new PageOf<PersonPage>(
            new PersonModel(typed, query, lines, done) { SignInFirst = await fresh.Before(http, Address) }, status);
    }

    private string PlaceOf(string smederij) => smederij switch
    {
        Partitions.Stuurgroep => "Stuurgroep",
        Partitions.Payments => "Betalingen",
        _ => settings.NameOf(smederij),
    };
}

/// <summary>Somebody in one place, in words.</summary>
public sealed record PersonLine(PersonPlace Place, string Smederij, KnownData Known);

/// <summary>What came of one place.</summary>
/// <param name="Words">What was done, or why not.</param>
public sealed record PersonResult(PersonPlace Place, string Smederij, string Words, bool IsDone);

/// <summary>What the page about one person shows.</summary>
/// <param name="Query">Null as long as nobody was looked for.</param>
/// <param name="Done">What was done just now, or could not be.</param>
public sealed record PersonModel(Typed Typed, PersonQuery? Query, IReadOnlyList<PersonLine> Lines, IReadOnlyList<PersonResult> Done)
{
    /// <summary>Where to sign in again before anything is typed; null when there is no need.</summary>
    public SignInNeeded? SignInFirst { get; init; }
}
