using Smederijen.Portal.Ideas.Answering;

namespace Smederijen.Portal.Ideas.Referral;

/// <summary>The municipality answers what the wijkteam passed on, from the link in the mail; everyone can read the answer.</summary>
public sealed class AnswerReferral(LinkedIdeas links, WrittenAnswer answer, SettingsBook settings)
{
    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Referral, linked => Page(linked, Typed.For(http), 200, null));

    public Task<IResult> Post(HttpContext http) =>
        answer.Post(http, LinkPurpose.Referral, (link, text, at) => new IdeaEvent.MunicipalityAnswered(at, link.Version, text), Page);

    private Task<IResult> Page(LinkedIdea linked, Typed typed, int status, string? problem) => Task.FromResult<IResult>(new PageOf<ReferralPage>(
        new ReferralModel(linked.Story, settings.Theme(linked.Link.Person)?.Name ?? "", linked.Link.Version, typed, linked.Here, problem), status));
}

/// <summary>What the page for the municipality shows.</summary>
/// <param name="Version">The passing on that this link belongs to.</param>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record ReferralModel(IdeaStory Story, string Theme, int Version, Typed Typed, string Here, string? Problem)
{
    /// <summary>The question while it waits for an answer from the holder of this link.</summary>
    public IdeaState.WithMunicipality? Open => Story.Idea.State is IdeaState.WithMunicipality asked && asked.Version == Version ? asked : null;

    public IEnumerable<string> Reasons => Story.Advices
        .Where(advised => advised is { Advice: Advice.MunicipalMatter, Reason: not null }).Select(advised => advised.Reason!)
        .Concat(Story.Log.Select(line => line.Event).OfType<IdeaEvent.DecidedInMeeting>()
            .Where(decided => decided is { Advice: Advice.MunicipalMatter, Reason: not null }).Select(decided => decided.Reason!));

    /// <summary>The answer; null while there is none.</summary>
    public IdeaEvent.MunicipalityAnswered? Given => Story.Log.Select(line => line.Event).OfType<IdeaEvent.MunicipalityAnswered>().LastOrDefault();
}

public static class ReferralEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<AnswerReferral>("ShowReferral", "/gemeentevraag/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<AnswerReferral>("AnswerReferral", "/gemeentevraag/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
