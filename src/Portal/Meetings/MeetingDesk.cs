using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Meetings;

/// <summary>
/// Where staff enter what a wijkteam decided in a meeting about several ideas: one enters it, another looks at it and agrees or refuses. Until
/// then nothing happens to an idea.
/// </summary>
public sealed class MeetingDesk(
    MeetingItems meetings, MeetingReader reader, IdeaItems ideas, IEntityStore store, SettingsBook settings, StaffNames names, TimeProvider clock)
{
    /// <summary>Where the list of ideas goes on.</summary>
    public const string From = "vanaf";

    /// <summary>Names what was entered before, to go on with.</summary>
    public const string Again = "opnieuw";

    public const string Reason = "reden";

    private const string Address = "/medewerkers/overleg";

    /// <summary>Stands for the second person where is only looked whether a decision can be.</summary>
    private const string Somebody = "-";

    public static string AddressOf(string smederij) => $"{Address}/{smederij}";

    public async Task<IResult> Show(HttpContext http) => Find(http) is { } smederij
        ? await Page(http, smederij, Typed.Returned(http) ?? await EnteredBefore(http, smederij) ?? Typed.Empty, 200) : NoSuchSmederij(http);

    public async Task<IResult> Propose(HttpContext http)
    {
        if (Find(http) is not { } smederij)
            return NoSuchSmederij(http);
        var typed = await Typed.Read(http);
        // A repeat is answered as the first time: by now its ideas wait for the second person.
        if (await store.Earlier(smederij.Id, typed.Pressed, http.RequestAborted) is { } earlier)
            return new SeeOther(new MeetingKey(smederij.Id, earlier.Result).Address);
        var seen = MeetingForm.SeenIn(typed);
        var stored = await reader.Load(smederij.Id, seen.Select(idea => idea.Idea), http.RequestAborted);
        var places = await reader.Places(smederij, stored.Values.Select(one => one.Item.State).OfType<IdeaState.InReview>().Select(state =>
            state.Panel), http.RequestAborted);
        var (on, present) = MeetingForm.Check(typed, places, Amsterdam.DateOf(clock.GetUtcNow()));
        var decisions = MeetingForm.Decisions(typed, seen, settings.Themes);
        var happening = new MeetingEvent.Proposed(clock.GetUtcNow(), http.Staff().Id, on, [.. present], [.. decisions]);
        if (present.Count > 0)
            await CheckIdeas(smederij.Id, happening, stored, typed.Errors, http.RequestAborted);
        if (typed.Errors.Any)
            return await Page(http, smederij, typed, 400);
        await names.Meet(smederij.Id, http.Staff());
        var id = ItemId.New(clock.GetUtcNow());
        var outcome = await meetings.HandleOrBegin(
            new MeetingKey(smederij.Id, id), typed.Pressed, Meeting.Empty(id), at => new MeetingEvent.Proposed(
                at, happening.By, happening.On, happening.Present, happening.Decisions), [], CancellationToken.None);
        return new SeeOther(new MeetingKey(smederij.Id, outcome is Outcome<MeetingRefusal>.Done done ? done.Result : id).Address);
    }

    public Task<IResult> ShowOne(HttpContext http) => One(http, Typed.For(http), 200);

    public Task<IResult> Agree(HttpContext http) => Act(http, (_, by) => at => new MeetingEvent.Agreed(at, by));

    public Task<IResult> Drop(HttpContext http) => Act(http, (_, by) => at => new MeetingEvent.Dropped(at, by));

    public Task<IResult> TurnDown(HttpContext http) => Act(http, (typed, by) =>
    {
        var reason = typed.Text(Reason, Ideas.Review.ReviewForm.MaxReason, MeetingTexts.Text(MeetingRefusal.ReasonMissing));
        return at => new MeetingEvent.TurnedDown(at, by, reason);
    });

    private async Task<IResult> Act(HttpContext http, Func<Typed, string, Func<DateTimeOffset, MeetingEvent>> read)
    {
        var typed = await Typed.Read(http);
        var happening = read(typed, http.Staff().Id);
        if (typed.Errors.Any)
            return await One(http, typed, 400);
        if (KeyOf(http) is not { } key)
            return NoSuchMeeting(http);
        await names.Meet(key.Smederij, http.Staff());
        if (MeetingTexts.Problem(await meetings.Handle(key, typed.Pressed, happening, cancellation: CancellationToken.None)) is not { } problem)
            return new SeeOther(key.Address);
        typed.Errors.Add("", problem);
        return await One(http, typed, 409);
    }

    /// <summary>Looks whether each idea would take it over now, so that who enters it hears at once what is wrong.</summary>
    private async Task CheckIdeas(
        string smederij, MeetingEvent.Proposed entered, IReadOnlyDictionary<string, Stored<Idea>> stored, FormErrors errors,
        CancellationToken cancellation)
    {
        var waiting = (await reader.Running(smederij, cancellation)).SelectMany(one => one.Ideas).ToHashSet();
        var meeting = Meeting.Empty("") with { On = entered.On, Present = entered.Present, By = entered.By, Other = Somebody };
        foreach (var decision in entered.Decisions)
        {
            var field = MeetingForm.DecisionOf(decision.Idea);
            if (!stored.TryGetValue(decision.Idea, out var idea))
                errors.Add("", "Een van de ideeën is er niet meer. Kijk na of de andere kloppen, en sla ze opnieuw op.");
            else if (waiting.Contains(decision.Idea))
                errors.Add("", $"‘{idea.Title}’ staat al in een overleg dat nog wacht. Daarom staat het hieronder niet meer.");
            else if (await WhyNot(smederij, idea, meeting, decision, cancellation) is { } why
                && !(why == Refusal.ReasonMissing && errors.Has(MeetingForm.ReasonOf(decision.Idea))))
            {
                if (idea.Item.State is IdeaState.InReview { Panel: var panel })
                    errors.Add(field, MeetingTexts.Wrong(why, panel.Needed, panel.AtTable(entered.Present).Count()));
                else
                    errors.Add("", $"‘{idea.Title}’ is niet meer bij het wijkteam. Daarom staat het hieronder niet meer.");
            }
        }
    }

    /// <summary>Why an idea would not take a decision over now; null when it would.</summary>
    private async Task<Refusal?> WhyNot(
        string smederij, Stored<Idea> idea, Meeting meeting, MeetingDecision decision, CancellationToken cancellation) =>
        (await ideas.Judge(
            new IdeaKey(smederij, idea.Item.Id), idea, MeetingIdeas.EventOf(clock.GetUtcNow(), meeting, decision), cancellation)).Decision
            is IdeaDecision.Refused refused ? refused.Reason : null;

    /// <summary>What was entered and refused, or did not come to all ideas, as a form to go on with.</summary>
    private async Task<Typed?> EnteredBefore(HttpContext http, SmederijSettings smederij) =>
        http.Request.Query[Again].ToString() is var id && ItemId.IsValid(id)
        && await meetings.Load(new MeetingKey(smederij.Id, id), http.RequestAborted) is { Item: { Until: not null } before }
            ? new Typed(MeetingForm.ValuesOf(before), []) : null;

    private async Task<IResult> Page(HttpContext http, SmederijSettings smederij, Typed typed, int status)
    {
        var cancellation = http.RequestAborted;
        var from = http.Request.Query[From].ToString();
        var (shown, next) = await reader.UnderReview(smederij.Id, from, cancellation);
        var (running, over) = (await reader.Running(smederij.Id, cancellation), await reader.Over(smederij.Id, cancellation));
        var known = await names.Known(smederij.Id, [.. running.Concat(over).Select(one => one.By).Distinct()], cancellation);
        return new PageOf<MeetingsPage>(
            new MeetingsModel(
                smederij, shown, await reader.Places(smederij, shown.Select(one => one.State.Panel), cancellation), running, over, settings.Themes,
                known, typed, http.MayHere())
            {
                Here = ItemId.IsValid(from) ? $"{AddressOf(smederij.Id)}?{From}={from}" : AddressOf(smederij.Id),
                Next = next is null ? null : $"{AddressOf(smederij.Id)}?{From}={next}",
            },
            status);
    }

    private async Task<IResult> One(HttpContext http, Typed typed, int status)
    {
        var cancellation = http.RequestAborted;
        if (KeyOf(http) is not { } key || await meetings.Load(key, cancellation) is not { Item: var meeting })
            return NoSuchMeeting(http);
        var stored = await reader.Load(key.Smederij, meeting.Decisions.Select(decision => decision.Idea), cancellation);
        List<MeetingLine> lines = [];
        foreach (var decision in meeting.Decisions)
        {
            var idea = stored.GetValueOrDefault(decision.Idea);
            lines.Add(new(decision, idea?.Title ?? "Een idee dat er niet meer is", idea?.Item.State.Phase)
            {
                Doubt = meeting.Phase is not MeetingPhase.Proposed ? null : idea is null ? Refusal.IdeaHasEnded
                    : await WhyNot(key.Smederij, idea, meeting with { Other = Somebody }, decision, cancellation),
            });
        }
        var smederij = settings.Current(key.Smederij)!;
        string[] people = meeting.Other is { } other ? [meeting.By, other] : [meeting.By];
        return new PageOf<MeetingPage>(
            new MeetingModel(
                smederij, key, meeting, lines, settings.Themes, await names.Known(key.Smederij, people, cancellation), typed, http.Staff(),
                http.MayHere()),
            status);
    }

    private SmederijSettings? Find(HttpContext http) => Endpoint.SmederijIn(http) is { } smederij ? settings.Current(smederij) : null;

    /// <summary>Null when the address cannot be that of one.</summary>
    private MeetingKey? KeyOf(HttpContext http) =>
        Find(http) is { } smederij && http.Request.RouteValues["overleg"] is string id && ItemId.IsValid(id) ? new(smederij.Id, id) : null;

    private static IResult NoSuchSmederij(HttpContext http) => Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij in het overzicht.");

    private static IResult NoSuchMeeting(HttpContext http) => Failures.NotFound(http, "Dit overleg is hier niet. Zoek het op bij de Smederij.");
}

/// <summary>What the page shows on which decisions are entered.</summary>
/// <param name="Ideas">Those under review, as many as fit.</param>
/// <param name="Places">Who can have been there.</param>
/// <param name="Running">What waits for a second person or is being told.</param>
/// <param name="Over">What was entered before.</param>
public sealed record MeetingsModel(
    SmederijSettings Smederij, IReadOnlyList<ReviewedIdea> Ideas, IReadOnlyList<MeetingPlace> Places, IReadOnlyList<MeetingSummary> Running,
    IReadOnlyList<MeetingSummary> Over, IReadOnlyList<MunicipalTheme> Themes, IReadOnlyList<Contact> Known, Typed Typed, Leave MayAct)
{
    /// <summary>The address of this part of the ideas.</summary>
    public string Here { get; init; } = "";

    /// <summary>The address of the following part; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>What waits with this idea in it; null when nothing does.</summary>
    public MeetingSummary? WaitingWith(ReviewedIdea idea) => Running.FirstOrDefault(one => one.Ideas.Contains(idea.Idea.Id));

    /// <summary>Those about which something can be entered.</summary>
    public IEnumerable<ReviewedIdea> ToDecide => Ideas.Where(idea => WaitingWith(idea) is null);

    /// <summary>What goes along with the form about what its sender saw.</summary>
    public string Seen => string.Join(' ', ToDecide.Select(idea => $"{idea.Idea.Id}:{idea.State.Panel.Version}"));

    public string FunctionOf(string seat) => Places.FirstOrDefault(place => place.Id == seat)?.Function
        ?? Smederij.Wijkteam.FunctionOf(seat) ?? "lid van het wijkteam";
}

/// <summary>What was decided about one idea.</summary>
/// <param name="Phase">Where the idea is now; null when it is not there.</param>
public sealed record MeetingLine(MeetingDecision Decision, string Title, IdeaPhase? Phase)
{
    /// <summary>Why the idea would not take it over if it were agreed on now; null when it would, and when that is no question any more.</summary>
    public Refusal? Doubt { get; init; }
}

/// <summary>What the page of the decisions of one meeting shows.</summary>
public sealed record MeetingModel(
    SmederijSettings Smederij, MeetingKey Key, Meeting Meeting, IReadOnlyList<MeetingLine> Lines, IReadOnlyList<MunicipalTheme> Themes,
    IReadOnlyList<Contact> Known, Typed Typed, StaffMember Reader, Leave MayAct)
{
    public bool IsMine => Meeting.IsOf(Reader.Id);

    public string NameOf(string account) => StaffNames.Find(Known, account);

    public string WordsOf(MeetingDecision decision) =>
        MeetingTexts.Words(decision.Advice, Themes.FirstOrDefault(theme => theme.Id == decision.Theme)?.Name);

    public string FunctionOf(string seat) =>
        Smederij.Wijkteam.FunctionOf(seat)
        ?? Known.FirstOrDefault(contact => contact.Id == seat)?.Function ?? "lid van het wijkteam";
}

public static class MeetingEndpoints
{
    private const string Pattern = "/medewerkers/overleg/{smederij}";

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<MeetingDesk>("ShowMeetings", Pattern, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<MeetingDesk>("EnterMeeting", Pattern, (x, http) => x.Propose(http), Access.Staff).For(StaffWork.Ideas),
        Endpoint.Get<MeetingDesk>("ShowMeeting", Pattern + "/{overleg}", (x, http) => x.ShowOne(http), Access.Staff),
        Endpoint.Post<MeetingDesk>("AgreeOnMeeting", Pattern + "/{overleg}/akkoord", (x, http) => x.Agree(http), Access.Staff).For(StaffWork.Ideas),
        Endpoint.Post<MeetingDesk>("TurnDownMeeting", Pattern + "/{overleg}/weigeren", (x, http) => x.TurnDown(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Post<MeetingDesk>("DropMeeting", Pattern + "/{overleg}/weggooien", (x, http) => x.Drop(http), Access.Staff).For(StaffWork.Ideas),
    ];

    internal static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddItems(provider => MeetingKind.Of(provider.GetRequiredService<IOptions<PortalOptions>>().Value))
        .AddSingleton<MeetingIdeas>()
        .AddSingleton<MeetingReader>()
        .AddSingleton<MeetingDesk>();
}
