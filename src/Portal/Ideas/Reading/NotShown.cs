namespace Smederijen.Portal.Ideas.Reading;

/// <summary>
/// What a reader is told where an idea cannot be read, in the same words on its page, its forms and in the API: that it is hidden and why,
/// or words that fit both an idea that does not exist and one that nobody confirmed.
/// </summary>
public sealed class NotShown(IdeaStories stories)
{
    public async Task<IResult> Answer(HttpContext http, IdeaKey key) =>
        await stories.Read(key, http.RequestAborted) is { HiddenBecause: { } reason }
        ? Failures.Hidden(http, "Dit idee is verborgen",
            $"De gemeente heeft dit idee verborgen. Daarom kunt u het nu niet lezen of steunen. De reden: “{reason}” Is het uw idee? "
            + "Dan kunt u de gebiedsregisseur bellen.")
        : Failures.NotFound(http,
            "Dit idee bestaat niet, of het is nog niet openbaar. Hebt u het idee zelf ingediend? Bevestig het dan eerst met de link in uw mail. "
                + "Hebt u dat al gedaan? Dan kijkt de gemeente er misschien nog naar.");
}
