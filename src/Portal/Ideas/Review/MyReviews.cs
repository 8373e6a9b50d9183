namespace Smederijen.Portal.Ideas.Review;

/// <summary>
/// What waits for one member of a wijkteam and what they decided, from a link in a mail. It tells titles and nothing of people, and looking
/// changes nothing. What the one before on the same place decided is not theirs, and not shown.
/// </summary>
public sealed class MyReviews(
    OpenedLinks links, SettingsBook settings, IEntityStore store, WaitingReviews reviews, Mailing.GathersMail gathers, UnreadableRows unreadable,
    TimeProvider clock)
{
    /// <summary>What stands in the place of a title that nobody may read.</summary>
    public const string HiddenTitle = "Een idee dat niet op de website staat";

    /// <summary>The field with how often its holder wants mail.</summary>
    public const string Mail = "mail";

    /// <summary>One mail a day.</summary>
    public const string PerDay = "per-dag";

    /// <summary>A mail about each idea.</summary>
    public const string PerIdea = "per-idee";

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

    public Task<IResult> Show(HttpContext http) => Open(http, opened => Page(http, opened, Typed.For(http), 200));

    /// <summary>The page behind the link, as long as its holder holds the place.</summary>
    public async Task<IResult> Open(HttpContext http, Func<OpenedReviews, Task<IResult>> page)
    {
        if (links.Find(http, LinkPurpose.MyReviews) is not ReadLink.Valid { Link: var link } valid)
            return LinkPages.UsedUp(
                links.Find(http, LinkPurpose.MyReviews), $"Deze link werkt {ReviewerMail.LinkDays} dagen. Vraag een nieuwe.",
                new("Vraag een nieuwe link", AskForMyReviews.Address));
        return settings.Current(link.Smederij) is { } smederij
            && await settings.StillHolds(smederij.Id, link.Person, link.Holder, http.RequestAborted)
                ? await page(new(link, smederij, $"/{link.Page}/{valid.Reference}"))
                : Failures.Answer(http, 410, LinkedIdeas.PlacePassedOn);
    }

    /// <param name="typed">The choice about mail, where something lacks in it.</param>
    public async Task<IResult> Page(HttpContext http, OpenedReviews opened, Typed typed, int status)
    {
        var (link, smederij, here) = opened;
        var cancellation = http.RequestAborted;
        var running = await reviews.In(smederij.Id, cancellation);
        var (decided, next) = await Decided(link, http.Request.Query[From].ToString(), cancellation);
        return new PageOf<MyReviewsPage>(new MyReviewsModel(
            smederij, smederij.Wijkteam.FunctionOf(link.Person) ?? "lid van het wijkteam",
            [.. WaitingReviews.For(link.Person, running).Select(review =>
                new WaitingReview(review.Title, review.State, review.IsPaused, AddressOf(link, review)))],
            [.. decided.Select(one => one with
            {
                Again = running.FirstOrDefault(review => review.Id == one.Idea && review.State.Panel.Version == one.Version) is { } review
                    ? AddressOf(link, review) : null,
            })],
            clock.GetUtcNow(), here)
        {
            IsLater = http.Request.Query.ContainsKey(From),
            Next = next is null ? null : $"{here}?{From}={next}",
            Typed = typed,
            IsDaily = await gathers(smederij.Id, link.Person, cancellation),
        }, status);
    }

    private string AddressOf(Link link, RunningReview review) => reviews.AddressOf(review, link.Smederij, link.Person, link.Holder);

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
}

/// <summary>The link of somebody who still holds the place.</summary>
/// <param name="Here">The address of the page.</param>
public sealed record OpenedReviews(Link Link, SmederijSettings Smederij, string Here);

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

    public Typed Typed { get; init; } = Typed.Empty;

    /// <summary>The reader chose one mail a day.</summary>
    public bool IsDaily { get; init; }
}
