using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Initiative;

/// <summary>What the initiatiefgroep can talk about now: a list for its members, and an agenda to print for its meeting.</summary>
public sealed class GroupAgenda(SettingsBook settings, IdeaLists lists, IdeaStories stories, UnreadableRows unreadable)
{
    private static readonly IdeaPhase[] Undecided = [IdeaPhase.InReview, IdeaPhase.AwaitingAnswer, IdeaPhase.GatheringSupport];

    public async Task<IResult> Show(HttpContext http)
    {
        if (settings.Current(http.Request.RouteValues["smederij"] as string ?? "") is not { } smederij)
            return Failures.NotFound(http, JoinGroup.NoSuchSmederij);
        var ideas = await BeforeReview(smederij.Id, http.RequestAborted);
        var told =
            await Task.WhenAll(ideas.Select(idea =>
            unreadable.Try(smederij.Id, () => stories.Read(new IdeaKey(smederij.Id, idea.Id), http.RequestAborted))));
        return new PageOf<AgendaPage>(new AgendaModel(smederij, [.. told.OfType<IdeaStory>()]));
    }

    /// <summary>The ideas on which the wijkteam has not decided yet; those that it looks at now come first.</summary>
    public async Task<IReadOnlyList<IdeaSummary>> BeforeReview(string smederij, CancellationToken cancellation)
    {
        var ideas = new List<IdeaSummary>();
        foreach (var phase in Undecided)
            ideas.AddRange((await lists.Read(smederij, phase, null, cancellation)).Ideas);
        return ideas;
    }
}

/// <summary>What the agenda lists.</summary>
public sealed record AgendaModel(SmederijSettings Smederij, IReadOnlyList<IdeaStory> Ideas);
