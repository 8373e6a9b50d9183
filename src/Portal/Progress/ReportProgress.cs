using Microsoft.AspNetCore.Http;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Links;

namespace Smederijen.Portal.Progress;

/// <summary>Residents tell how their plan goes, from the link in the mail; everyone can read it.</summary>
public sealed class ReportProgress(LinkedIdeas links, IdeaCommands ideas)
{
    public const string Report = "verslag";
    public const int MaxReport = 2000;

    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Progress, linked => Page(linked, Typed.Empty, 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.Progress, async (linked, typed) =>
    {
        var text = typed.Text(Report, MaxReport, "Schrijf op hoe het gaat.");
        if (typed.Errors.Any)
            return await Page(linked, typed, 400);
        var outcome = await ideas.Handle(linked.Story.Key, CommandId.From(typed.Command), at => new IdeaEvent.ProgressReported(at, text));
        return await links.Answer(http, linked, outcome, (now, problem) => Page(now, typed, 409, problem));
    });

    private static Task<IResult> Page(LinkedIdea linked, Typed typed, int status, string? problem = null) =>
        Task.FromResult<IResult>(new PageOf<ProgressPage>(new ProgressModel(linked.Story, typed, linked.Here, problem), status));
}

/// <summary>What the progress page shows.</summary>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record ProgressModel(IdeaStory Story, Typed Typed, string Here, string? Problem)
{
    /// <summary>What was told before, the newest first.</summary>
    public IEnumerable<IdeaEvent.ProgressReported> Reports => Story.Log.Select(line => line.Event).OfType<IdeaEvent.ProgressReported>().Reverse();
}
