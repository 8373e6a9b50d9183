using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Stuurgroep.Reading;

namespace Smederijen.Portal.Stuurgroep.Dividing;

/// <summary>The page of staff for one resolution: changing the lines of a draft, putting it to the seats, following it.</summary>
public sealed class ResolutionDesk(ResolutionItems resolutions, ResolutionArchive archive, RoundItems rounds, SettingsBook settings,
    Leftovers leftovers, LogVeil veil)
{
    private const string NoResolution = "Dit voorstel bestaat niet. Kies een voorstel uit de lijst.";

    public async Task<IResult> Show(HttpContext http) => await Load(http) is { } resolution
        ? await Page(http, resolution, Filled(resolution), 200)
        : Failures.NotFound(http, NoResolution);

    /// <summary>Takes over the lines as typed, or makes them anew by the formula when that button was pressed.</summary>
    public Task<IResult> Amend(HttpContext http) => Act(http, (resolution, typed, by) =>
    {
        var (period, sources, equalPart) = DivisionForm.Read(typed);
        var again = typed.Raw("uitrekenen").Length > 0;
        var lines = again ? [] : DivisionForm.ReadLines(typed, Lines(resolution).Select(line => line.Smederij));
        if (typed.Errors.Any)
            return null;
        return at => new ResolutionEvent.Amended(
            at, by, new Subject.Allotment(period, sources, again ? DivisionForm.Propose(sources, equalPart, settings.Open) : lines));
    });

    /// <summary>Takes over the choices as typed, with what is left now.</summary>
    public Task<IResult> AmendRemainder(HttpContext http) => Act(http, async (resolution, typed, by) =>
    {
        // Of anything else there are no choices to take over: the decider says why not.
        var proposal = await Renewed(resolution, http.RequestAborted) is { } now
            ? RemainderDesk.Read(typed, now) : resolution.Subject as Subject.Remainder ?? new("", "", []);
        return typed.Errors.Any ? null : at => new ResolutionEvent.RemainderAmended(at, by, proposal);
    });

    /// <summary>Of what is left staff first see the amounts of this moment: those are what the seats are asked about.</summary>
    public async Task<IResult> PutToSeats(HttpContext http)
    {
        string? instead = null;
        return await Act(
            http, async (resolution, _, by) =>
            {
                if (await Renewed(resolution, http.RequestAborted) is not { } now || now.Equals(resolution.Subject))
                    return at => new ResolutionEvent.PutToSeats(at, by);
                instead = "Wat over is, is veranderd sinds u dit voorstel maakte. Controleer de bedragen hieronder en leg het voorstel dan voor.";
                return at => new ResolutionEvent.RemainderAmended(at, by, now);
            },
            () => instead);
    }

    /// <summary>A draft about what is left, with the amounts of now; null for any other resolution.</summary>
    private async Task<Subject.Remainder?> Renewed(Resolution resolution, CancellationToken cancellation) =>
        resolution is { State: ResolutionState.Draft, Subject: Subject.Remainder proposal } ? await leftovers.Renew(proposal, cancellation) : null;

    public Task<IResult> HandToDeputy(HttpContext http) =>
        Act(http, (_, typed, by) => at => new ResolutionEvent.HandedToDeputy(at, by, typed.Raw("zetel")));

    public Task<IResult> Withdraw(HttpContext http) => Act(http, (_, typed, by) =>
    {
        var reason = typed.Text("reden", 500, "Schrijf ook waarom. De reden komt bij het besluit te staan.");
        return typed.Errors.Any ? null : at => new ResolutionEvent.WithdrawnByStaff(at, by, reason);
    });

    public Task<IResult> ShowText(HttpContext http) => WithLog(http, (log, _) => veil.Show(http, log));

    public Task<IResult> VeilText(HttpContext http) => WithLog(http, (log, key) => veil.Post(http, log, async text => await resolutions.Handle(
        key, text.Command, at => log.Restores
            ? new ResolutionEvent.PartRestored(at, text.By, text.Part, text.Reason)
            : new ResolutionEvent.PartHidden(at, text.By, text.Part, text.Reason), text.Also) is Outcome<ResolutionRefusal>.Refused refused
                ? ResolutionTexts.Refused(refused.Reason) : null));

    /// <summary>What a seat wrote is for nobody to read as long as the seats vote.</summary>
    private async Task<IResult> WithLog(HttpContext http, Func<VeiledLog, ResolutionKey, Task<IResult>> inside)
    {
        if (await Load(http) is not { } resolution || VeiledLog.AskedBy(http) is not { } restores)
            return Failures.NotFound(http, NoResolution);
        var (key, history) = (new ResolutionKey(resolution.Id), await archive.History(resolution.Id, http.RequestAborted));
        return await inside(
            new VeiledLog(
                ResolutionKind.Facts, key, "het besluit", $"{StuurgroepDesk.Address}/{resolution.Id}",
                [.. history.Select(line => resolution.State is ResolutionState.Open && line.Event is ResolutionEvent.VoiceGiven ? null
                    : PartTexts.Line(line.Event.At, ResolutionTexts.Event(line, resolution)))],
                restores),
            key);
    }

    private Task<IResult> Act(HttpContext http, Func<Resolution, Typed, string, Func<DateTimeOffset, ResolutionEvent>?> happening) =>
        Act(http, (resolution, typed, by) => Task.FromResult(happening(resolution, typed, by)));

    /// <param name="happening">Null when something is wrong with the form; its errors say what.</param>
    /// <param name="instead">What staff have to look at first, because something else was done than they asked.</param>
    private async Task<IResult> Act(
        HttpContext http, Func<Resolution, Typed, string, Task<Func<DateTimeOffset, ResolutionEvent>?>> happening, Func<string?>? instead = null)
    {
        if (await Load(http) is not { } resolution)
            return Failures.NotFound(http, NoResolution);
        var typed = await Typed.Read(http);
        if (await happening(resolution, typed, http.Staff().Id) is not { } event_)
            return await Page(http, resolution, typed, 400);
        var outcome = await resolutions.Handle(new ResolutionKey(resolution.Id), typed.Pressed, event_);
        var problem = outcome is Outcome<ResolutionRefusal>.Refused refused ? ResolutionTexts.Refused(refused.Reason) : instead?.Invoke();
        if (problem is null)
            return new SeeOther($"{StuurgroepDesk.Address}/{resolution.Id}");
        typed.Errors.Add("", problem);
        return await Page(http, await Load(http) ?? resolution, typed, 409);
    }

    private ValueTask<Resolution?> Load(HttpContext http) => resolutions.Find(http.Request.RouteValues["id"] as string ?? "", http.RequestAborted);

    private static IEnumerable<Line> Lines(Resolution resolution) => (resolution.Subject as Subject.Allotment)?.Lines ?? [];

    /// <summary>A form that shows the draft; a form that was posted for something else holds no lines.</summary>
    private Typed Filled(Resolution resolution) =>
        resolution.Subject is Subject.Allotment division ? DivisionForm.Show(division, settings.Stuurgroep) : Typed.Empty;

    private async Task<IResult> Page(HttpContext http, Resolution resolution, Typed typed, int status)
    {
        var fields = typed.Raw(DivisionForm.Period).Length > 0 ? typed : Filled(resolution);
        return new PageOf<ResolutionDeskPage>(
            new ResolutionDeskModel(
                new ResolutionModel(resolution, settings.NameOf), typed, fields, await AlreadyAllotted(resolution, http.RequestAborted),
                await archive.History(resolution.Id, http.RequestAborted), CommandId.NewToken(), http.MayHere(StaffWork.Stuurgroep))
            {
                Undecided = resolution is { State: ResolutionState.Draft, Subject: Subject.Remainder left }
                    ? (await leftovers.Of(left.Period, http.RequestAborted)).Undecided : [],
            },
            status);
    }

    /// <summary>What the rounds of the period have, so that nobody divides the same money twice.</summary>
    private async Task<Euro> AlreadyAllotted(Resolution resolution, CancellationToken cancellation)
    {
        var sum = Euro.Zero;
        foreach (var line in Lines(resolution))
            sum += (await rounds.Load(new RoundKey(line.Smederij, ((Subject.Allotment)resolution.Subject).Period),
                cancellation))?.Item.Ledger.Allotted ?? Euro.Zero;
        return sum;
    }
}

/// <param name="Typed">What was posted, with its errors.</param>
/// <param name="Fields">What the form of a draft shows.</param>
/// <param name="Already">What all Smederijen together have in that period.</param>
/// <param name="MayAct">Whether the reader may do something.</param>
public sealed record ResolutionDeskModel(ResolutionModel About, Typed Typed, Typed Fields, Euro Already, IReadOnlyList<ResolutionLogLine> History,
    string Command, Leave MayAct)
{
    /// <summary>The Smederijen that a proposal about what is left cannot be about yet.</summary>
    public IReadOnlyList<UndecidedRound> Undecided { get; init; } = [];
}
