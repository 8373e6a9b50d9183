namespace Smederijen.Portal.Ideas.Managing;

public static class ManagingEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ManageIdea>("ShowMyIdea", "/mijn-idee/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ManageIdea>("WithdrawIdea", "/mijn-idee/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
