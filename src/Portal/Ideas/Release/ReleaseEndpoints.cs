namespace Smederijen.Portal.Ideas.Release;

public static class ReleaseEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<GiveAccount>("ShowAccount", "/betaalgegevens/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<GiveAccount>("GiveAccount", "/betaalgegevens/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
