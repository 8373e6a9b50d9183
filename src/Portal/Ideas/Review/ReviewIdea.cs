using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Ideas.Review;

/// <summary>A member of the wijkteam looks at an idea and advises, from the link in the mail and without signing in.</summary>
public sealed class ReviewIdea(LinkedIdeas links, IdeaItems ideas, SettingsBook settings, UnreadableRows unreadable)
{
    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.Review, linked => Page(http, linked, Typed.For(http), 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.Review, async (linked, typed) =>
    {
        if (ReviewForm.Check(typed, linked.Link, settings.Themes) is not { } happening)
            return await Page(http, linked, typed, 400);
        var outcome = await ideas.Handle(linked.Story.Key, typed.Pressed, happening);
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
        (await unreadable.Find(smederij, RoundKeys.Round(settings.Current(smederij)!.Round.Period), LedgerJson.Default.StoredRound,
            cancellation))?.Item.Ledger.Available;
}

public static class ReviewEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ReviewIdea>("ShowReview", "/beoordelen/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ReviewIdea>("ReviewIdea", "/beoordelen/{verwijzing}", (x, http) => x.Post(http)),
        Endpoint.Get<AskForMyReviews>("ShowReviewer", AskForMyReviews.Address, (_, http) => AskForMyReviews.Show(http)),
        Endpoint.Post<AskForMyReviews>("AskForMyReviews", AskForMyReviews.Address, (x, http) => x.Post(http)),
        Endpoint.Get<AskForMyReviews>("ShowMyReviewsSent", AskForMyReviews.Address + "/verstuurd", (_, _) => AskForMyReviews.ShowSent()),
        Endpoint.Get<MyReviews>("ShowMyReviews", "/mijn-beoordelingen/{verwijzing}", (x, http) => x.Show(http)),
    ];

    internal static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddSingleton<ReviewIdea>()
        .AddSingleton<ReviewerMail>()
        .AddSingleton<WaitingReviews>()
        .AddSingleton<WaitingMail>()
        .AddSingleton<IWorkKind>(provider => provider.GetRequiredService<ReviewerMail>())
        .AddSingleton<AskForMyReviews>()
        .AddSingleton<MyReviews>();
}
