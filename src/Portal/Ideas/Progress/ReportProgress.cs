namespace Smederijen.Portal.Ideas.Progress;

/// <summary>
/// Residents tell how their plan goes and what came of it, from the link in the mail. Everyone can read it, except the
/// receipts: those are for staff.
/// </summary>
public sealed class ReportProgress(LinkedIdeas links, IdeaItems ideas, ProgressFiles files)
{
    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Progress, linked => Page(http, linked, Typed.For(http), 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.Progress, async (linked, typed) =>
    {
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var form = await ProgressForm.Read(ProgressStep.Of(http.Request), typed, new PostedFiles(http, posted.Files, typed.Raw), http.RequestAborted);
        if (typed.Errors.Any)
            return await Page(http, linked, typed, 400);
        var command = typed.Pressed;
        var kept = await files.Keep(linked.Story.Key, command, form, http.RequestAborted);
        var outcome = await ideas.Handle(
            linked.Story.Key, command, at => form.Happening(at, kept.Pictures), _ => Task.FromResult<IReadOnlyList<Storage.Write>?>(kept.Rows),
            CancellationToken.None);
        if (outcome is not Outcome<Refusal>.Done)
            await files.Forget(kept);
        return await links.Answer(http, linked, outcome, (now, problem) => Page(http, now, typed, 409, problem));
    });

    private static Task<IResult> Page(HttpContext http, LinkedIdea linked, Typed typed, int status, string? problem = null) =>
        Task.FromResult<IResult>(
        new PageOf<ProgressPage>(new ProgressModel(linked.Story, ProgressStep.Of(http.Request), typed, linked.Here, problem), status));
}

/// <summary>What the progress page shows.</summary>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record ProgressModel(IdeaStory Story, ProgressStep Step, Typed Typed, string Here, string? Problem)
{
    /// <summary>The plan while it is carried out.</summary>
    public IdeaState.Released? Plan => Story.Idea.State as IdeaState.Released;

    /// <summary>The last question about costs with its answer, once there is one.</summary>
    public IdeaEvent.OverrunAnswered? Answer =>
        Plan is { Overrun: null } ? Story.Log.Select(line => line.Event).OfType<IdeaEvent.OverrunAnswered>().LastOrDefault() : null;

    public IEnumerable<ProgressStep> OtherSteps => ProgressStep.All.Where(step => step != Step);
}

public static class ProgressEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ReportProgress>("ShowProgress", "/voortgang/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ReportProgress>("ReportProgress", "/voortgang/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
