namespace Smederijen.Portal.Ideas.Review;

/// <summary>
/// A member of a wijkteam asks for the link to their own reviews. Everybody gets the same answer for the same work, so neither the page nor the
/// time that it takes tells who sits in a wijkteam.
/// </summary>
public sealed class AskForMyReviews(
    IEntityStore store, IDriver driver, EffectContracts effects, Pseudonyms pseudonyms, RequestLimits limits, TimeProvider clock)
{
    public const string Address = "/beoordelaar";

    public static Task<IResult> Show(HttpContext http) => Task.FromResult<IResult>(Page(Typed.For(http), 200));

    public static Task<IResult> ShowSent() => Task.FromResult<IResult>(new PageOf<MyReviewsSentPage>());

    /// <summary>The field is <c>email</c>.</summary>
    public async Task<IResult> Post(HttpContext http)
    {
        var typed = await Typed.Read(http);
        typed.CheckTrap();
        var email = typed.Email("email");
        if (typed.Errors.Any)
            return Page(typed, 400);
        if (await limits.CountSubmitting(store, http, Partitions.Settings, email, typed.Pressed) is { } wait)
            return Failures.TooMany(http, wait);
        var now = clock.GetUtcNow();
        var key = new WorkKey(Partitions.Settings, ReviewerMail.Kind.Prefix + ItemId.New(now));
        var asked = new PendingEffect(
            new ReviewerEffect.SendOverview(await ReviewerMail.KeyOf(pseudonyms, email, http.RequestAborted)), now);
        if (await store.Commit(
            key.Smederij, [.. CommitRows.Effects(effects, key, 1, [asked]), CommitRows.Command(typed.Pressed, now, "")], CancellationToken.None)
            is CommitResult.Committed)
            await driver.Wake(key, hasEffects: true, due: null);
        return new SeeOther($"{Address}/verstuurd");
    }

    private static PageOf<AskForMyReviewsPage> Page(Typed typed, int status) => new(typed, status);
}
