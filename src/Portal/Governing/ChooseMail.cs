using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Review;

namespace Smederijen.Portal.Governing;

/// <summary>A member of a wijkteam chooses between a mail about each idea and one a day, on the page with their own reviews.</summary>
public sealed class ChooseMail(MyReviews reviews, PlaceItems places, RequestLimits limits, TimeProvider clock)
{
    /// <summary>The page that says what was chosen, below that with the reviews.</summary>
    public const string Chosen = "/mail";

    /// <summary>The field is <c>mail</c>.</summary>
    public Task<IResult> Post(HttpContext http) => reviews.Open(http, async opened =>
    {
        if (await limits.Count(Limit.StepPerAddress, RequestLimits.AddressOf(http), http.RequestAborted) is { } wait)
            return Failures.TooMany(http, wait);
        var typed = await Typed.Read(http);
        if (typed.Raw(MyReviews.Mail) is not (MyReviews.PerDay or MyReviews.PerIdea))
        {
            typed.Errors.Add(MyReviews.Mail, "Kies hoe u mail wilt krijgen.");
            return await reviews.Page(http, opened, typed, 400);
        }
        var (smederij, place) = (opened.Smederij.Id, opened.Link.Person);
        var since = (await places.Load(new PlaceKey(smederij, place), http.RequestAborted))?.Item.HeldSince;
        if ((since?.ToUnixTimeMilliseconds() ?? 0) != opened.Link.Holder)
            return Failures.Answer(http, 410, LinkedIdeas.PlacePassedOn);
        var outcome = await places.ChooseMail(
            new(smederij, place), typed.Pressed, since, typed.Raw(MyReviews.Mail) == MyReviews.PerDay, http.RequestAborted);
        return outcome is Outcome<SettingsRefusal>.Refused
            ? Failures.Answer(http, 410, LinkedIdeas.PlacePassedOn)
            : new SeeOther(opened.Here + Chosen);
    });

    public Task<IResult> Show(HttpContext http) => reviews.Open(http, async opened => new PageOf<MailChosenPage>(new MailChosenModel(
        (await places.Load(new PlaceKey(opened.Smederij.Id, opened.Link.Person), http.RequestAborted))?.Item.Daily, opened.Here, clock.GetUtcNow())));
}

/// <summary>What a member of a wijkteam chose.</summary>
/// <param name="Daily">Null for a mail about each idea.</param>
/// <param name="Back">The page with their reviews.</param>
public sealed record MailChosenModel(DailyMail? Daily, string Back, DateTimeOffset Now);

public static class MailChoiceEndpoints
{
    private const string Reviews = "/mijn-beoordelingen/{verwijzing}";

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Post<ChooseMail>("ChooseMail", Reviews, (x, http) => x.Post(http)),
        Endpoint.Get<ChooseMail>("ShowMailChosen", Reviews + ChooseMail.Chosen, (x, http) => x.Show(http)),
    ];
}
