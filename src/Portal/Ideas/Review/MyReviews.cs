namespace Smederijen.Portal.Ideas.Review;

/// <summary>
/// What waits for one member of a wijkteam and what they decided, from a link in a mail. It tells titles and nothing of people, and looking
/// changes nothing. What the one before on the same place decided is not theirs, and not shown.
/// </summary>
public sealed class MyReviews(
    OpenedLinks links, LinkTokens tokens, SettingsBook settings, IEntityStore store, IdeaItems ideas, UnreadableRows unreadable, TimeProvider clock)
{
    /// <summary>Where the list of decisions goes on: the newest idea that was not looked at.</summary>
    public const string From = "vanaf";

    /// <summary>So many decisions make a page; those about one idea stay together.</summary>
    private const int PerPage = 20;

    /// <summary>No page looks at the history of more ideas than this; the next page goes on.</summary>
    private const int MostIdeas = 60;

    /// <summary>So many histories are read at once.</summary>
    private const int AtOnce = 10;

    /// <summary>An idea in one of these phases was never before a wijkteam.</summary>
    private static readonly string[] NeverReviewed =
    [
        .. new[] { IdeaPhase.AwaitingConfirmation, IdeaPhase.AwaitingLook, IdeaPhase.GatheringSupport, IdeaPhase.NotSupported }
            .Select(phase => IdeaKeys.InPhase(phase).From),
    ];

    public async Task<IResult> Show(HttpContext http)
    {
        if (links.Find(http, LinkPurpose.MyReviews) is not ReadLink.Valid { Link: var link } valid)
            return LinkPages.UsedUp(
                links.Find(http, LinkPurpose.MyReviews), $"Deze link werkt {ReviewerMail.LinkDays} dagen. Vraag een nieuwe.",
                new("Vraag een nieuwe link", AskForMyReviews.Address));
        var cancellation = http.RequestAborted;
        if (settings.Current(link.Smederij) is not { } smederij || !await settings.StillHolds(smederij.Id, link.Person, link.Holder, cancellation))
            return Failures.Answer(http, 410, LinkedIdeas.PlacePassedOn);
        var running = await Running(smederij.Id, cancellation);
        var waiting = running.Where(review => review.State.Panel.Find(link.Person) is { IsOpen: true }).OrderBy(review => review.State.EscalateAt);
        var (decided, next) = await Decided(link, http.Request.Query[From].ToString(), cancellation);
        var here = $"/{link.Page}/{valid.Reference}";
        return new PageOf<MyReviewsPage>(new MyReviewsModel(
            smederij, smederij.Wijkteam.Members.FirstOrDefault(member => member.Id == link.Person)?.Function ?? "lid van het wijkteam",
            [.. waiting.Select(review => new WaitingReview(review.Title, review.State, review.IsPaused, AddressOf(link, review)))],
            [.. decided.Select(one => one with
            {
                Again = running.FirstOrDefault(review => review.Id == one.Idea && review.State.Panel.Version == one.Version) is { } review
                    ? AddressOf(link, review) : null,
            })],
            clock.GetUtcNow(), here)
        {
            IsLater = http.Request.Query.ContainsKey(From),
            Next = next is null ? null : $"{here}?{From}={next}",
        });
    }

    /// <summary>As the mail about it gives it.</summary>
    private string AddressOf(Link link, RunningReview review) => $"/link/{tokens.Seal(new Link(
        LinkPurpose.Review, link.Smederij, review.Id, review.State.Panel.Version, link.Person, clock.GetUtcNow() + Mailing.MailRoom.LinkLife)
        { Holder = link.Holder })}";

    private async Task<IReadOnlyList<RunningReview>> Running(string smederij, CancellationToken cancellation)
    {
        List<RunningReview> running = [];
        await foreach (var row in store.All(smederij, IdeaKeys.InPhase(IdeaPhase.InReview), cancellation))
        {
            var id = IdeaKeys.IdeaOfPhase(row.Row);
            await unreadable.Try(smederij, async () =>
            {
                if (await ideas.Load(new IdeaKey(smederij, id), cancellation) is { Item: { State: IdeaState.InReview state } idea } stored)
                    running.Add(new(id, stored.Published ? stored.Title : null, state, idea.PausedAt is not null));
            });
        }
        return running;
    }

    /// <summary>What stands of the decisions of one place since its holder came, of the newest ideas first, and where the list goes on.</summary>
    private async Task<(IReadOnlyList<MyAdvice> Decided, string? Next)> Decided(Link link, string from, CancellationToken cancellation)
    {
        var rows = new List<Entity>();
        await foreach (var row in store.All(link.Smederij, IdeaKeys.AllPhases, cancellation))
            if (!Array.Exists(NeverReviewed, start => row.Row.StartsWith(start, StringComparison.Ordinal)))
                rows.Add(row);
        // The ids of ideas sort by age.
        var newest = rows.Select(row => (Id: IdeaKeys.IdeaOfPhase(row.Row), Row: row))
            .Where(idea => !ItemId.IsValid(from) || string.CompareOrdinal(idea.Id, from) <= 0)
            .OrderByDescending(idea => idea.Id, StringComparer.Ordinal).ToList();
        var (decided, looked) = (new List<MyAdvice>(), 0);
        foreach (var batch in newest.Take(MostIdeas).Chunk(AtOnce).TakeWhile(_ => decided.Count < PerPage))
        {
            var read = await Task.WhenAll(batch.Select(idea => Of(link, idea.Row, idea.Id, cancellation)));
            foreach (var ofOne in read.TakeWhile(_ => decided.Count < PerPage))
            {
                decided.AddRange(ofOne);
                looked++;
            }
        }
        return ([.. decided.OrderByDescending(one => one.Decided.At)], looked < newest.Count ? newest[looked].Id : null);
    }

    private async Task<IReadOnlyList<MyAdvice>> Of(Link link, Entity row, string idea, CancellationToken cancellation)
    {
        List<(int Version, IdeaEvent Decided)> standing = [];
        foreach (var line in await unreadable.All(link.Smederij, IdeaKeys.LogOf(idea), IdeaJson.Default.LogLine, cancellation))
        {
            if (line.Event.At.ToUnixTimeMilliseconds() < link.Holder)
                continue;
            if (line.Event is IdeaEvent.AdviceTakenBack back && back.Reviewer == link.Person)
                standing.RemoveAll(one => one.Version == back.Version);
            else if (line.Event is IdeaEvent.Advised advised && advised.Reviewer == link.Person)
                standing.Add((advised.Version, advised));
            else if (line.Event is IdeaEvent.DecidedInMeeting decided && decided.Present.Contains(link.Person)
                && !standing.Any(one => one.Decided is IdeaEvent.ConflictDeclared))
                standing.Add((decided.Version, decided));
            else if (line.Event is IdeaEvent.ConflictDeclared declared && declared.Reviewer == link.Person)
                standing.Add((declared.Version, declared));
        }
        if (standing.Count == 0)
            return [];
        var summary = (await unreadable.Read(link.Smederij, [row], IdeaJson.Default.IdeaSummary)).FirstOrDefault();
        return [.. standing.Select(one => new MyAdvice(idea, summary is { Published: true } ? summary.Title : null, one.Version, one.Decided))];
    }

    private sealed record RunningReview(string Id, string? Title, IdeaState.InReview State, bool IsPaused);
}

/// <summary>An idea that waits for the advice of the reader.</summary>
/// <param name="Title">Null of what is hidden.</param>
/// <param name="Address">The link to its review.</param>
public sealed record WaitingReview(string? Title, IdeaState.InReview State, bool IsPaused, string Address);

/// <summary>What the reader decided, and did not take back.</summary>
/// <param name="Title">Null of what is hidden.</param>
public sealed record MyAdvice(string Idea, string? Title, int Version, IdeaEvent Decided)
{
    /// <summary>The link to the review as long as that runs; null after it.</summary>
    public string? Again { get; init; }
}

/// <summary>What the page of a reviewer shows.</summary>
public sealed record MyReviewsModel(
    SmederijSettings Smederij, string Function, IReadOnlyList<WaitingReview> Waiting, IReadOnlyList<MyAdvice> Decided, DateTimeOffset Now,
        string Here)
{
    /// <summary>Whether it is a following page of what was decided.</summary>
    public bool IsLater { get; init; }

    /// <summary>The address of the following page; null on the last.</summary>
    public string? Next { get; init; }
}
