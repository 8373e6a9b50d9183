namespace Smederijen.Portal.Initiative;

/// <summary>The initiatiefgroep of a Smederij.</summary>
public static class InitiativeEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<JoinGroup>("ShowGroup", "/smederijen/{smederij}/initiatiefgroep", (x, http) => x.Show(http)),
        Endpoint.Post<JoinGroup>("JoinGroup", "/smederijen/{smederij}/initiatiefgroep", (x, http) => x.Post(http)),
        Endpoint.Get<GroupAgenda>("ShowAgenda", "/smederijen/{smederij}/initiatiefgroep/agenda", (x, http) => x.Show(http)),
        Endpoint.Get<GroupMember>("ShowMembership", "/initiatiefgroep/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<GroupMember>("TakePart", "/initiatiefgroep/{verwijzing}", (x, http) => x.Post(http)),
    ];

    internal static IServiceCollection AddInitiative(this IServiceCollection services) => services
        .AddSingleton<GroupWork>()
        .AddSingleton<IWorkKind>(provider => provider.GetRequiredService<GroupWork>())
        .AddSingleton<GroupAgenda>()
        .AddSingleton<JoinGroup>()
        .AddSingleton<GroupMember>();
}
