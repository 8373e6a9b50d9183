using Microsoft.AspNetCore.Http;
using Smederijen.Domain.Money;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Links;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Review;

/// <summary>A member of the wijkteam looks at an idea and advises, from the link in the mail and without signing in.</summary>
public sealed class ReviewIdea(LinkedIdeas links, IdeaCommands ideas, SettingsBook settings, UnreadableRows unreadable)
{
    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Review, linked => Page(http, linked, Typed.Empty, 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.Review, async (linked, typed) =>
    {
        if (ReviewForm.Check(typed, linked.Link, settings.Themes) is not { } happening)
            return await Page(http, linked, typed, 400);
        var outcome = await ideas.Handle(linked.Story.Key, CommandId.From(typed.Command), happening);
        return await links.Answer(http, linked, outcome, (now, problem) => Page(http, now, typed, 409, problem));
    });

    private async Task<IResult> Page(HttpContext http, LinkedIdea linked, Typed typed, int status, string? problem = null)
    {
        var smederij = linked.Link.Smederij;
        var seat = new ReviewSeat(
            linked.Link.Person, await settings.Contact(smederij, linked.Link.Person, http.RequestAborted), linked.Link.Version);
        var model = new ReviewModel(linked.Story, seat, null, typed, linked.Here, problem) { Themes = settings.Themes };
        return new PageOf<ReviewPage>(model.CanAdvise ? model with { Money = await MoneyOf(smederij, http.RequestAborted) } : model, status);
    }

    /// <summary>What is left in the round, for who still has to advise.</summary>
    private async Task<Euro?> MoneyOf(string smederij, CancellationToken cancellation) =>
        (await unreadable.Find(smederij, Keys.Round(settings.Current(smederij)!.Round.Period), PortalJson.Default.Round, cancellation))?.Ledger.Available;
}
