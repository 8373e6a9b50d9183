namespace Smederijen.Portal.Ideas.Answering;

/// <summary>The submitter answers a question of the wijkteam, from the link in the mail.</summary>
public sealed class AnswerQuestion(LinkedIdeas links, WrittenAnswer answer)
{
    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Answer, linked => Page(linked, Typed.For(http), 200, null));

    public Task<IResult> Post(HttpContext http) =>
        answer.Post(http, LinkPurpose.Answer, (link, text, at) => new IdeaEvent.Answered(at, link.Version, text), Page);

    private static Task<IResult> Page(LinkedIdea linked, Typed typed, int status, string? problem) =>
        Task.FromResult<IResult>(new PageOf<AnswerPage>(new AnswerModel(linked.Story, linked.Link.Version, typed, linked.Here, problem), status));
}

/// <summary>What the page with the question shows.</summary>
/// <param name="Version">The version of the review in which the question of this link was asked.</param>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record AnswerModel(IdeaStory Story, int Version, Typed Typed, string Here, string? Problem)
{
    /// <summary>The question while it waits for an answer.</summary>
    public IdeaState.AwaitingAnswer? Open => Story.Idea.State is IdeaState.AwaitingAnswer asked && asked.Panel.Version == Version ? asked : null;

    public string? Question => Open?.Question ?? Story.Log.Select(line => line.Event switch
    {
        IdeaEvent.Advised { Advice: Advice.Question } advised when advised.Version == Version => advised.Reason,
        IdeaEvent.DecidedInMeeting { Advice: Advice.Question } decided when decided.Version == Version => decided.Reason,
        _ => null,
    }).LastOrDefault(question => question is not null);

    /// <summary>What was answered to it; null when nothing was.</summary>
    public IdeaEvent.Answered? Given =>
        Story.Log.Select(line => line.Event).OfType<IdeaEvent.Answered>().LastOrDefault(answered => answered.Version == Version);
}

public static class AnsweringEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<AnswerQuestion>("ShowQuestion", "/antwoorden/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<AnswerQuestion>("AnswerQuestion", "/antwoorden/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
