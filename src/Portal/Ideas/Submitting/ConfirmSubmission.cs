namespace Smederijen.Portal.Ideas.Submitting;

/// <summary>The submitter confirms the idea from the link in the mail: looking changes nothing, only the button does.</summary>
public sealed class ConfirmSubmission(OpenedLinks links, IdeaItems ideas, IdeaStories stories, IEntityStore store, RequestLimits limits,
    IdeaErasure erasure, IAttachmentStore attachments)
{
    internal const string Answer = "antwoord";
    internal const string NotMine = "niet-van-mij";

    /// <summary>What shows the question whether all of it is to be erased: the page with this in its address.</summary>
    internal const string Asks = "wissen=vraag";

    public async Task<IResult> Show(HttpContext http) => links.Find(http, LinkPurpose.ConfirmSubmission) switch
    {
        ReadLink.Valid valid => await Page(http, valid, 200),
        var unusable => LinkPages.Unusable(unusable),
    };

    public async Task<IResult> Post(HttpContext http)
    {
        if (links.Find(http, LinkPurpose.ConfirmSubmission) is not ReadLink.Valid valid)
            return LinkPages.Unusable(links.Find(http, LinkPurpose.ConfirmSubmission));
        var typed = await Typed.Read(http);
        var isTheirs = typed.Raw(Answer) != NotMine;
        var outcome = await ideas.Handle(
            Key(valid), typed.Pressed, at => isTheirs ? new IdeaEvent.SubmissionConfirmed(at) : new IdeaEvent.SubmissionDisowned(at),
            async cancellation => !valid.Link.IsFor(await Submitter(valid, cancellation)) ? null
                : isTheirs ? [] : await erasure.SubmitterOf(Key(valid), cancellation));
        if (outcome is Outcome<Refusal>.Done && await Submitter(valid, CancellationToken.None) is { } submitter)
            await limits.Forgive(submitter.Email);
        return outcome switch
        {
            Outcome<Refusal>.Refused refused => Failures.Answer(http, 409, Refusals.Text(refused.Reason)),
            Outcome<Refusal>.Unknown => Failures.NotFound(http, "Dit idee bestaat niet meer."),
            _ => new SeeOther($"/{valid.Link.Page}/{valid.Reference}"),
        };
    }

    /// <summary>A photo or document of the idea, for whoever has to say whether it is theirs.</summary>
    public async Task<IResult> ShowFile(HttpContext http)
    {
        if (links.Find(http, LinkPurpose.ConfirmSubmission) is not ReadLink.Valid valid)
            return LinkPages.Unusable(links.Find(http, LinkPurpose.ConfirmSubmission));
        return AttachmentName.Parse(http.Request.RouteValues["naam"] as string) is { } name
            && valid.Link.IsFor(await Submitter(valid, http.RequestAborted))
            && await stories.Read(Key(valid), http.RequestAborted) is { Idea.State: IdeaState.AwaitingConfirmation } story
            && story.Content.Attachments.Any(file => file.Name == name.ToString())
            && await ServedFile.Open(attachments, http, name) is { } file
            ? file : Failures.NotFound(http, "Dit bestand bestaat niet, of het is gewist.");
    }

    private async Task<IResult> Page(HttpContext http, ReadLink.Valid valid, int status)
    {
        if (await stories.Read(Key(valid), http.RequestAborted) is not { } story)
            return Failures.NotFound(http, "Dit idee bestaat niet meer.");
        var person = await Submitter(valid, http.RequestAborted);
        var disowned = person is null && story.Log.Any(line => line.Event is IdeaEvent.SubmissionDisowned);
        if (!disowned && !valid.Link.IsFor(person))
            return Failures.Answer(http, 410, SubmitterLinks.Moved);
        return new PageOf<ConfirmSubmissionPage>(
            new ConfirmSubmissionModel(story, person?.Name, http.Request.Path, CommandId.NewToken(), disowned)
            {
                AsksToErase = http.Request.Query["wissen"] == "vraag",
            }, status);
    }

    private async Task<Person?> Submitter(ReadLink.Valid valid, CancellationToken cancellation) =>
        (await store.Get(valid.Link.Smederij, IdeaKeys.Submitter(valid.Link.Idea), cancellation))?.Read(WorkJson.Default.Person);

    private static IdeaKey Key(ReadLink.Valid valid) => new(valid.Link.Smederij, valid.Link.Idea);
}

/// <summary>What the confirmation page shows. <paramref name="Name"/> is the one whom the link is for.</summary>
/// <param name="Disowned">Whoever has the mailbox said that it is not theirs.</param>
public sealed record ConfirmSubmissionModel(IdeaStory Story, string? Name, string Here, string Command, bool Disowned)
{
    /// <summary>Whether it asks once more before all of it is erased.</summary>
    public bool AsksToErase { get; init; }
}
