namespace Smederijen.Portal.Ideas.Managing;

/// <summary>The submitter sees how the idea is, what is asked of them now, and can withdraw it.</summary>
public sealed class ManageIdea(LinkedIdeas links, LinkTokens tokens, IdeaItems ideas)
{
    public const string Sure = "zeker";

    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Manage, linked => Page(linked, Typed.For(http), 200));

    /// <summary>Withdraws, after an explicit tick: this cannot be taken back.</summary>
    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.Manage, async (linked, typed) =>
    {
        if (typed.Raw(Sure) != "ja")
        {
            typed.Errors.Add(Sure, "Zet een vinkje als u zeker weet dat u het idee wilt intrekken.");
            return await Page(linked, typed, 400);
        }
        var outcome = await ideas.Handle(linked.Story.Key, typed.Pressed, at => new IdeaEvent.Withdrawn(at));
        return await links.Answer(http, linked, outcome, (now, problem) => Page(now, typed, 409, problem));
    });

    private Task<IResult> Page(LinkedIdea linked, Typed typed, int status, string? problem = null) => Task.FromResult<IResult>(
        new PageOf<ManagePage>(new ManageModel(linked.Story, Asked(linked), typed, linked.Here, problem), status));

    /// <summary>What waits for the submitter, with the way to it: who holds this link is the one whom that link was mailed to.</summary>
    private AskedOfSubmitter? Asked(LinkedIdea linked) => linked.Story.Idea.State switch
    {
        IdeaState.AwaitingConfirmation => new("Bevestig uw idee.", "Mijn idee bevestigen", To(linked, LinkPurpose.ConfirmSubmission)),
        IdeaState.AwaitingAnswer s => new("Beantwoord de vraag van het wijkteam.", "De vraag beantwoorden", To(linked, LinkPurpose.Answer, s.Panel.Version)),
        IdeaState.OfferedPart s => new(
            $"Er is {Dutch.EuroShort(s.Amount.Cents)} over. Kies of uw idee daarmee door kan gaan.", "Kiezen", To(linked, LinkPurpose.Part)),
        IdeaState.Granted { AccountKnown: false } => new(
            "Vul in op welke rekening wij mogen betalen.", "Rekeningnummer invullen", To(linked, LinkPurpose.Account)),
        IdeaState.Granted => new(
            "U hoeft nu niets te doen. Klopt uw rekeningnummer niet? Dan kunt u het nog veranderen.", "Rekeningnummer veranderen",
            To(linked, LinkPurpose.Account)),
        IdeaState.Released { Advance: not null } => new(
            "Voer uw idee uit, en vertel af en toe hoe het gaat. Is het klaar? Meld dan wat het kostte, met de bonnen. Daarna betalen wij de rest.",
            "Vertellen hoe het gaat", To(linked, LinkPurpose.Progress)),
        IdeaState.Released => new("Voer uw idee uit, en vertel af en toe hoe het gaat.", "Vertellen hoe het gaat", To(linked, LinkPurpose.Progress)),
        _ => null,
    };

    private string To(LinkedIdea linked, LinkPurpose purpose, int version = 0) =>
        $"/link/{tokens.Seal(linked.Link with { Purpose = purpose, Version = version })}";
}

/// <summary>Something for the submitter to do now. <paramref name="Address"/> opens the page for it.</summary>
public sealed record AskedOfSubmitter(string What, string Words, string Address);

/// <summary>What the page of the submitter shows.</summary>
/// <param name="Asked">Null when there is nothing to do.</param>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record ManageModel(IdeaStory Story, AskedOfSubmitter? Asked, Typed Typed, string Here, string? Problem);

public static class ManagingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ManageIdea>("ShowMyIdea", "/mijn-idee/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ManageIdea>("WithdrawIdea", "/mijn-idee/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
