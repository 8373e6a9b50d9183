namespace Smederijen.Portal.Ideas.Submitting;

/// <summary>The submitter confirms the idea from the link in the mail: looking changes nothing, only the button does.</summary>
public sealed class ConfirmSubmission(OpenedLinks links, IdeaItems ideas, SettingsBook settings, IEntityStore store)
{
    public async Task<IResult> Show(HttpContext http) => links.Find(http, LinkPurpose.ConfirmSubmission) switch
    {
        ReadLink.Valid valid => await Page(http, valid, 200),
        var unusable => LinkPages.Unusable(unusable),
    };

    public async Task<IResult> Post(HttpContext http)
    {
        if (links.Find(http, LinkPurpose.ConfirmSubmission) is not ReadLink.Valid valid)
            return LinkPages.Unusable(links.Find(http, LinkPurpose.ConfirmSubmission));
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await ideas.Handle(Key(valid), CommandId.From(form[CommandField.FieldName]), at => new IdeaEvent.SubmissionConfirmed(at)) switch
        {
            Outcome<Refusal>.Refused refused => Failures.Answer(http, 409, Refusals.Text(refused.Reason)),
            Outcome<Refusal>.Unknown => Failures.NotFound(http, "Dit idee bestaat niet meer."),
            _ => new SeeOther($"/{valid.Link.Page}/{valid.Reference}"),
        };
    }

    private async Task<IResult> Page(HttpContext http, ReadLink.Valid valid, int status)
    {
        if (await ideas.Load(Key(valid), http.RequestAborted) is not { } idea)
            return Failures.NotFound(http, "Dit idee bestaat niet meer.");
        var smederij = await settings.Version(valid.Link.Smederij, idea.Item.SettingsVersion, http.RequestAborted);
        var person = await store.Get(valid.Link.Smederij, IdeaKeys.Person(valid.Link.Idea, "indiener"), http.RequestAborted);
        return new PageOf<ConfirmSubmissionPage>(
            new ConfirmSubmissionModel(smederij, idea, person?.Read(WorkJson.Default.Person).Name, http.Request.Path, CommandId.NewToken()), status);
    }

    private static IdeaKey Key(ReadLink.Valid valid) => new(valid.Link.Smederij, valid.Link.Idea);
}

/// <summary>What the confirmation page shows. <paramref name="Name"/> is the one whom the link is for.</summary>
public sealed record ConfirmSubmissionModel(Domain.Settings.SmederijSettings Smederij, Stored<Idea> Idea, string? Name, string Here, string Command);
