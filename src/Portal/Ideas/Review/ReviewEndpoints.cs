namespace Smederijen.Portal.Ideas.Review;

public static class ReviewEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ReviewIdea>("ShowReview", "/beoordelen/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ReviewIdea>("ReviewIdea", "/beoordelen/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
