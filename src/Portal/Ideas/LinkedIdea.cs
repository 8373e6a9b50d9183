namespace Smederijen.Portal.Ideas;

/// <summary>What a page behind a mailed link works with: who may do what, and the idea as it is now.</summary>
/// <param name="Here">The address of the page, for its form and for coming back to it.</param>
public sealed record LinkedIdea(Link Link, string Here, IdeaStory Story);

/// <summary>
/// Finds the idea behind a mailed link, or answers why that cannot be. Showing reads only; a post counts for the limits,
/// and after it the browser comes back to the page, which tells how it is now.
/// </summary>
public sealed class LinkedIdeas(OpenedLinks links, IdeaStories stories, IEntityStore store, SettingsBook settings, RequestLimits limits)
{
    /// <summary>What somebody reads whose place another holds now.</summary>
    public const string PlacePassedOn =
        "Deze link werkt niet meer: iemand anders heeft nu deze plek. Wat u eerder deed, blijft staan. Klopt dit niet? Vraag het de gebiedsregisseur.";

    public async Task<IResult> Show(HttpContext http, LinkPurpose purpose, Func<LinkedIdea, Task<IResult>> page)
    {
        if (links.Find(http, purpose) is not ReadLink.Valid valid)
            return LinkPages.Unusable(links.Find(http, purpose));
        if (purpose is LinkPurpose.Manage or LinkPurpose.Answer or LinkPurpose.Account or LinkPurpose.Progress or LinkPurpose.Part
            && !valid.Link.IsFor(await Submitter(valid.Link, http.RequestAborted)))
            return Failures.Answer(http, 410, SubmitterLinks.Moved);
        if (purpose == LinkPurpose.Review
            && !await settings.StillHolds(valid.Link.Smederij, valid.Link.Person, valid.Link.Holder, http.RequestAborted))
            return Failures.Answer(http, 410, PlacePassedOn);
        return await stories.Read(new IdeaKey(valid.Link.Smederij, valid.Link.Idea), http.RequestAborted) is { } story
            ? await page(new LinkedIdea(valid.Link, $"/{valid.Link.Page}/{valid.Reference}", story))
            : Failures.NotFound(http, "Dit idee bestaat niet meer.");
    }

    public Task<IResult> Post(HttpContext http, LinkPurpose purpose, Func<LinkedIdea, Typed, Task<IResult>> decide) =>
        Show(http, purpose, async linked => await limits.Count(Limit.StepPerAddress, RequestLimits.AddressOf(http), http.RequestAborted) is { } wait
            ? Failures.TooMany(http, wait)
            : await decide(linked, await Typed.Read(http)));

    private async Task<Person?> Submitter(Link link, CancellationToken cancellation) =>
        (await store.Get(link.Smederij, IdeaKeys.Submitter(link.Idea), cancellation))?.Read(WorkJson.Default.Person);

    /// <summary>Back to the page after a post. What was refused is told on the page as the idea is now (409).</summary>
    /// <param name="page">Shows the page with a sentence about the refusal.</param>
    public async Task<IResult> Answer(HttpContext http, LinkedIdea linked, Outcome<Refusal> outcome, Func<LinkedIdea, string, Task<IResult>> page) =>
        outcome is not (Outcome<Refusal>.Refused or Outcome<Refusal>.Unknown) ? new SeeOther(linked.Here)
        : outcome is Outcome<Refusal>.Refused refused && await stories.Read(linked.Story.Key, http.RequestAborted) is { } now
            ? await page(linked with { Story = now }, Refusals.Text(refused.Reason))
            : Failures.NotFound(http, "Dit idee bestaat niet meer.");
}
