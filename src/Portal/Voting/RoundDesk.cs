using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>The page of staff for one round: making codes, stepping in with two people, and entering ballots on paper.</summary>
public sealed class RoundDesk(
    SettingsBook settings, RoundItems rounds, RoundArchive archive, VoteCodes codes, VoteLetters letters, PaperBallots paper, PaperLines lines,
    FreshSignIn fresh, LogVeil veil, TimeProvider clock)
{
    private const string NoRound = "Deze ronde bestaat niet. Kies een Smederij uit het overzicht.";

    public Task<IResult> Show(HttpContext http) => Enter(http, (here, _) => Page(http, here, Typed.For(http), 200));

    /// <summary>Makes the codes; the answer is the one time that they leave the system.</summary>
    public Task<IResult> MakeCodes(HttpContext http) => Enter(http, async (here, by) =>
    {
        var typed = await Typed.Read(http);
        var again = here.Round.State is RoundState.Sealed && !await codes.LeftBefore(here.Key, typed.Raw("geheim"), http.RequestAborted);
        if (await fresh.Refuse(http, again ? Weighty.Vote : null, Address(here.Key)) is { } old)
            return old;
        var count = typed.Count("aantal") ?? 0;
        if (count is < 1 or > VoteCodes.Most)
            typed.Errors.Add("aantal", $"Vul een aantal in van 1 tot en met {VoteCodes.Most}.");
        else if (count > here.Smederij.Inhabitants && typed.Raw("meer-codes") != $"{count}")
            typed.Errors.Add("meer-codes", $"{VoteTexts.MoreThanResidents(here.Smederij, count)} Klopt dat? Zet dan een vinkje.");
        if (again && typed.Raw("oude-vervallen") != "ja")
            typed.Errors.Add("oude-vervallen", "Codes die al gedrukt zijn, werken dan niet meer. Zet een vinkje als dat mag.");
        var reason = typed.Text("reden", 500, null);
        if (typed.Errors.Any)
            return await Page(http, here, typed, 400);
        return await codes.Make(here.Key, typed.Raw("geheim"), count, by.Id, reason is "" ? null : reason, CancellationToken.None) switch
        {
            MadeCodes.Ready ready => await Letters(http, here, ready),
            MadeCodes.GoneBefore => await Wrong(http, here, typed,
                "De codes van dit formulier zijn al opgehaald. Dat kan maar één keer. Zijn ze kwijt? Open de pagina opnieuw en maak nieuwe codes."),
            MadeCodes.MadeAtOnce => await Wrong(http, here, typed,
                "Iemand anders maakte tegelijk codes. U hebt er geen gekregen. Overleg wie het doet, en open de pagina opnieuw."),
            var refused => await Wrong(http, here, typed, VoteTexts.Refused(((MadeCodes.Refused)refused).Reason)),
        };
    });

    /// <summary>One proposes, with a reason; nothing changes until another agrees.</summary>
    public Task<IResult> Propose(HttpContext http) => Enter(http, async (here, by) =>
    {
        if (await fresh.Refuse(http, Weighty.Vote, Address(here.Key)) is { } old)
            return old;
        var typed = await Typed.Read(http);
        var what = InterventionIn(typed);
        var reason = typed.Text("reden", 500, "Schrijf ook waarom. De reden komt op de uitslagpagina te staan.");
        if (typed.Errors.Any || what is null)
            return await Page(http, here, typed, 400);
        return await Answer(http, here, typed, await rounds.Handle(
            here.Key, typed.Pressed, at => new RoundEvent.Proposed(at, by.Id, what, reason)));
    });

    public Task<IResult> Agree(HttpContext http) => Decide(http, Weighty.Vote, (at, by) => new RoundEvent.Agreed(at, by));

    public Task<IResult> Drop(HttpContext http) => Decide(http, null, (at, by) => new RoundEvent.Dropped(at, by));

    public Task<IResult> EnterPaper(HttpContext http) => Enter(http, async (here, by) =>
    {
        var typed = await Typed.Read(http);
        if (here.Manifest is not { } manifest || BallotCheck.Time(here.Round, clock.GetUtcNow()) is not null)
            return await Wrong(http, here, typed, VoteTexts.Refused(RoundRefusal.VoteNotOpen));
        var stack = await lines.Read(here.Key, manifest, Tidy.Text(typed.Raw("stapel")), http.RequestAborted);
        foreach (var wrong in stack.Wrong)
            typed.Errors.Add("stapel", wrong);
        if (stack.Questions.Count > 0 && typed.Raw("tel-ongeldig") != stack.Answer)
            typed.Errors.Add("tel-ongeldig", string.Join(' ', stack.Questions));
        if (typed.Errors.Any)
            return await Page(http, here, typed, 400, stack);
        var batch = new PaperBatch(by.Id, clock.GetUtcNow(), stack.Ballots);
        var (written, counted) = (PaperTotals.Of(batch), TotalsIn(typed));
        if (counted.Ballots != written.Ballots)
            typed.Errors.Add("biljetten", $"U typte {Dutch(written.Ballots)}. Tel de stapel nog een keer en vergelijk.");
        if (counted.Invalid != written.Invalid)
            typed.Errors.Add("ongeldig", $"U typte {Dutch(written.Invalid)} als ongeldig. Tel ze nog een keer en vergelijk.");
        if (counted.Crosses != written.Crosses)
            typed.Errors.Add("kruisjes", "Het aantal kruisjes klopt niet met wat u typte. Tel de kruisjes op de geldige biljetten nog een keer.");
        if (typed.Errors.Any)
            return await Page(http, here, typed, 400, stack);
        await paper.Keep(here.Key, typed.Pressed, batch, CancellationToken.None);
        return new SeeOther(Address(here.Key));
    });

    public Task<IResult> CheckPaper(HttpContext http) => Enter(http, async (here, by) =>
    {
        // Before there are codes there is no box, and no paper in it.
        if (here.Manifest is null)
            return new SeeOther(Address(here.Key));
        var typed = await Typed.Read(http);
        var batch = http.Request.RouteValues["partij"] as string ?? "";
        if (typed.Raw("weg").Length > 0)
        {
            if (BallotCheck.Time(here.Round, clock.GetUtcNow()) is not null)
                return await Wrong(http, here, typed,
                    "De stemming is gesloten: u kunt deze stapel niet meer opnieuw typen. Tel hem na, of laat hem liggen. Dan staat bij de uitslag dat hij niet meetelt.");
            await paper.Discard(here.Key, batch, CancellationToken.None);
            return new SeeOther(Address(here.Key));
        }
        return await paper.Check(here.Key, batch, by.Id, TotalsIn(typed), CancellationToken.None) switch
        {
            CheckedBatch.Counted { NotTaken: [] } or CheckedBatch.Gone => new SeeOther(Address(here.Key)),
            CheckedBatch.Counted some => await Page(
                http, here with { Round = (await rounds.Load(here.Key, http.RequestAborted))?.Item ?? here.Round }, Typed.Empty, 200,
                said: $"De stapel is nageteld: {Text.Dutch.Count(some.Taken, "biljet telt", "biljetten tellen")} mee. Deze tellen als ongeldig: {string.Join(' ', some.NotTaken)}"),
            CheckedBatch.TotalsDiffer => await Wrong(http, here, typed,
                "Uw aantallen zijn anders dan die van uw collega. Tel opnieuw, of gooi de invoer weg en typ de stapel nog een keer."),
            var refused => await Wrong(http, here, typed, VoteTexts.Refused(((CheckedBatch.Refused)refused).Reason)),
        };
    });

    /// <summary>The value that draws between equals, typed by one and then by another who does not see it.</summary>
    public Task<IResult> TypeDraw(HttpContext http) => Enter(http, async (here, by) =>
    {
        var typed = await Typed.Read(http);
        if (DrawValue.DigitsOf(typed.Plain("waarde")) is not { } digits)
        {
            typed.Errors.Add("waarde", $"Typ de waarde zoals die bekend is gemaakt, met alle cijfers achter de komma: 912,40 en niet 912,4. Minstens {DrawValue.LeastDigits} cijfers.");
            return await Page(http, here, typed, 400);
        }
        var answer = await rounds.Handle(here.Key, typed.Pressed, at => new RoundEvent.DrawTyped(at, by.Id, digits));
        var now = await rounds.Load(here.Key, http.RequestAborted);
        return answer is Outcome<RoundRefusal>.Done && now is { Item: { State: RoundState.Drawing { Differed: true } } round }
            ? await Wrong(http, here with { Round = round }, Typed.Empty,
                "U typte iets anders dan uw collega. Zoek de waarde opnieuw op. Beiden moeten opnieuw typen.")
            : await Answer(http, here, typed, answer);
    });

    public Task<IResult> ShowText(HttpContext http) => Enter(http, (here, _) => WithLog(http, here, log => veil.Show(http, log)));

    public Task<IResult> VeilText(HttpContext http) => Enter(http, (here, _) => WithLog(http, here, log => veil.Post(
        http, log, async text => await rounds.Handle(here.Key, text.Command, at => log.Restores
            ? new RoundEvent.PartRestored(at, text.By, text.Part, text.Reason)
            : new RoundEvent.PartHidden(at, text.By, text.Part, text.Reason), text.Also) is Outcome<RoundRefusal>.Refused refused
                ? VoteTexts.Refused(refused.Reason) : null)));

    private async Task<IResult> WithLog(HttpContext http, RoundHere here, Func<VeiledLog, Task<IResult>> inside)
    {
        if (VeiledLog.AskedBy(http) is not { } restores)
            return Failures.NotFound(http, NoRound);
        var history = await archive.History(here.Key, http.RequestAborted);
        return await inside(new VeiledLog(
            RoundKind.Facts, here.Key, "de ronde", Address(here.Key),
            [.. history.Select(line => PartTexts.Line(line.Event.At, RoundTexts.Title(line, here.Manifest)))], restores));
    }

    /// <summary>What somebody counted; a field that is left empty or is no number is none.</summary>
    private static PaperTotals TotalsIn(Typed typed) => new(
        typed.Count("biljetten") ?? -1, typed.Count("kruisjes") ?? -1, typed.Plain("ongeldig").Length == 0 ? 0 : typed.Count("ongeldig") ?? -1);

    private static string Dutch(int ballots) => Text.Dutch.Count(ballots, "biljet", "biljetten");

    private async Task<IResult> Letters(HttpContext http, RoundHere here, MadeCodes.Ready ready)
    {
        var round = (await rounds.Load(here.Key, http.RequestAborted))!.Item;
        var vote = new CurrentVote(here.Key, here.Smederij, round, (await archive.ShownManifestOf(here.Key, round, http.RequestAborted))!);
        return Results.File(await letters.Pack(vote, ready.Codes), "application/zip", $"stembrieven-{here.Key.Smederij}-{here.Key.Period}.zip");
    }

    /// <param name="weight">What asks for a fresh sign-in; null where nothing does.</param>
    private Task<IResult> Decide(HttpContext http, Weighty? weight, Func<DateTimeOffset, string, RoundEvent> happening) =>
        Enter(http, async (here, by) =>
    {
        if (await fresh.Refuse(http, weight, Address(here.Key)) is { } old)
            return old;
        var typed = await Typed.Read(http);
        return await Answer(http, here, typed, await rounds.Handle(here.Key, typed.Pressed, at => happening(at, by.Id)));
    });

    private async Task<IResult> Answer(HttpContext http, RoundHere here, Typed typed, Outcome<RoundRefusal> answer) =>
        answer is Outcome<RoundRefusal>.Refused refused
        ? await Wrong(http, here, typed, VoteTexts.Refused(refused.Reason))
        : new SeeOther(Address(here.Key));

    private async Task<IResult> Wrong(HttpContext http, RoundHere here, Typed typed, string sentence)
    {
        typed.Errors.Add("", sentence);
        return await Page(http, here, typed, 409);
    }

    private static Intervention? InterventionIn(Typed typed)
    {
        switch (typed.Raw("wat"))
        {
            case "ronde-sluiten":
                return new Intervention.CloseRound();
            case "sluiten":
                return new Intervention.CloseNow();
            case "schrappen":
                return new Intervention.StrikeIdea(typed.Raw("idee"));
            case "verlengen" when Moment(typed) is { } until:
                return new Intervention.Extend(until);
            case "openen" when Moment(typed) is { } opens:
                return new Intervention.ChangeOpening(opens);
            case "verlengen" or "openen":
                return null;
            default:
                typed.Errors.Add("wat", "Kies wat u wilt doen.");
                return null;
        }
    }

    /// <summary>A date, and a time in Hoogeveen.</summary>
    private static DateTimeOffset? Moment(Typed typed)
    {
        if (Text.Dutch.ParseDay(typed.Raw("datum")) is { } date && Text.Dutch.ParseTime(typed.Raw("tijd")) is { } time)
            return Amsterdam.At(date, time);
        typed.Errors.Add("datum", "Vul een datum en een tijd in.");
        return null;
    }

    private async Task<IResult> Enter(HttpContext http, Func<RoundHere, StaffMember, Task<IResult>> inside)
    {
        var period = http.Request.RouteValues["periode"] as string ?? "";
        if (settings.Current(http.Request.RouteValues["smederij"] as string ?? "") is not { } smederij || !RoundKeys.IsPeriod(period))
            return Failures.NotFound(http, NoRound);
        var key = new RoundKey(smederij.Id, period);
        return await rounds.Load(key, http.RequestAborted) is { Item: var round }
            ? await inside(new RoundHere(key, smederij, round, await archive.ShownManifestOf(key, round, http.RequestAborted)), http.Staff())
            : Failures.NotFound(http, NoRound);
    }

    private async Task<IResult> Page(HttpContext http, RoundHere here, Typed typed, int status, TypedPaper? stack = null, string? said = null) =>
        new PageOf<RoundDeskPage>(new RoundDeskModel(
            here, typed, await archive.History(here.Key, http.RequestAborted), await paper.Waiting(here.Key, http.RequestAborted), codes.NewSecret(),
            CommandId.NewToken(), http.Staff(), http.MayHere())
        {
            Stack = stack, Said = said, Now = clock.GetUtcNow(),
            SignInFirst = AsksToSignIn(here.Round) ? await fresh.Before(http, Address(here.Key)) : null,
        },
        status);

    /// <summary>Whether there is a form on the page that asks for a fresh sign-in.</summary>
    private static bool AsksToSignIn(Round round) =>
        round.Proposal is not null || round.State is RoundState.Open or RoundState.Preparing or RoundState.Sealed or RoundState.VoteOpen;

    private static string Address(RoundKey key) => $"/medewerkers/rondes/{key.Smederij}/{key.Period}";
}

/// <summary>The round that a page is about; <paramref name="Manifest"/> once it is sealed.</summary>
public sealed record RoundHere(RoundKey Key, SmederijSettings Smederij, Round Round, Manifest? Manifest);

/// <param name="Secret">What the codes of this form follow from.</param>
public sealed record RoundDeskModel(
    RoundHere Here, Typed Typed, IReadOnlyList<RoundLogLine> History, IReadOnlyList<(string Id, PaperBatch Batch)> Waiting, string Secret,
    string Command, StaffMember Reader, Leave MayAct)
{
    /// <summary>What has just been done; null when nothing was.</summary>
    public string? Said { get; init; }

    /// <summary>Where to sign in again before anything is typed; null when there is no need.</summary>
    public SignInNeeded? SignInFirst { get; init; }

    /// <summary>The stack of paper that was just typed, when it is shown again.</summary>
    public TypedPaper? Stack { get; init; }

    public DateTimeOffset Now { get; init; }
}
