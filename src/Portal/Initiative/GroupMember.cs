using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Initiative;

/// <summary>A member of the initiatiefgroep confirms, advises on ideas before the wijkteam decides, or leaves.</summary>
public sealed class GroupMember(OpenedLinks links, SettingsBook settings, IEntityStore store, IdeaItems ideas, GroupAgenda agenda,
    JoinGroup groups, RequestLimits limits)
{
    private const int MaxAdvice = 2000;

    public Task<IResult> Show(HttpContext http) => WithMember(http, found => Page(http, found, Typed.For(http), 200));

    public Task<IResult> Post(HttpContext http) => WithMember(http, async found =>
    {
        if (await limits.Count(Limit.StepPerAddress, RequestLimits.AddressOf(http), http.RequestAborted) is { } wait)
            return Failures.TooMany(http, wait);
        var typed = await Typed.Read(http);
        switch (typed.Raw("stap"))
        {
            case "meedoen":
                var member = Rows.Write(found.Member with { Confirmed = true, KeptUntil = null }, WorkJson.Default.Person);
                await store.Commit(found.Link.Smederij, [new Write.Replace(found.Row.Row, member, found.Row.ETag)], CancellationToken.None);
                return new SeeOther(found.Here);
            case "weg" when !found.Member.Confirmed:
                return new SeeOther(found.Here);
            case "weg" when typed.Raw(Leaving.Sure) != "ja":
                return new SeeOther($"{found.Here}?{Leaving.Asks}");
            case "weg":
                await groups.Leave(found.Link.Smederij, found.Row, found.Member, typed.Pressed);
                return new SeeOther(found.Here);
            default:
                return await Advise(http, found, typed);
        }
    });

    private async Task<IResult> Advise(HttpContext http, FoundMember found, Typed typed)
    {
        var text = typed.Text("advies", MaxAdvice, "Schrijf uw advies of vraag op.");
        var id = typed.Raw("idee");
        if (!ItemId.IsValid(id))
            typed.Errors.Add("idee", "Kies een idee.");
        if (typed.Errors.Any || !found.Member.Confirmed)
            return await Page(http, found, typed, 400);
        var idea = new IdeaKey(found.Link.Smederij, id);
        return await ideas.Handle(idea, typed.Pressed, at =>
            new IdeaEvent.GroupAdvised(at, text), cancellation: CancellationToken.None) switch
        {
            Outcome<Refusal>.Refused refused => await Page(http, found, typed, 409, Refusals.Text(refused.Reason)),
            Outcome<Refusal>.Unknown => Failures.NotFound(http, "Dit idee bestaat niet meer."),
            _ => new SeeOther($"{found.Here}?verstuurd={idea.Id}"),
        };
    }

    private async Task<IResult> WithMember(HttpContext http, Func<FoundMember, Task<IResult>> answer)
    {
        if (links.Find(http, LinkPurpose.Group) is not ReadLink.Valid valid)
            return LinkPages.Unusable(links.Find(http, LinkPurpose.Group));
        return settings.Current(valid.Link.Smederij) is { } smederij
            && await store.Get(smederij.Id, GroupKeys.Member(valid.Link.Person), http.RequestAborted) is { } row
            ? await answer(new FoundMember(valid.Link, smederij, row, row.Read(WorkJson.Default.Person), $"/{valid.Link.Page}/{valid.Reference}"))
            : Failures.NotFound(http, "U doet niet (meer) mee met deze initiatiefgroep. Wilt u meedoen? Meld u dan aan op de pagina van de Smederij.");
    }

    private async Task<IResult> Page(HttpContext http, FoundMember found, Typed typed, int status, string? problem = null) => new PageOf<GroupPage>(
        new GroupModel(found.Smederij, found.Member, await agenda.BeforeReview(found.Smederij.Id, http.RequestAborted), typed, found.Here, problem,
            http.Request.Query["verstuurd"].ToString() is var advised && ItemId.IsValid(advised) ? advised : null)
        {
            AsksToLeave = Leaving.IsAsked(http),
        }, status);

    private sealed record FoundMember(Link Link, SmederijSettings Smederij, Entity Row, Person Member, string Here);
}

/// <summary>What the page of a member shows.</summary>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
/// <param name="Advised">The idea that the member wrote about just now.</param>
public sealed record GroupModel(
    SmederijSettings Smederij, Person Member, IReadOnlyList<IdeaSummary> Ideas, Typed Typed, string Here, string? Problem, string? Advised)
{
    /// <summary>Whether to ask once more before the member leaves.</summary>
    public bool AsksToLeave { get; init; }

    public string PathOf(string idea) => $"/smederijen/{Smederij.Id}/ideeen/{idea}";
}
