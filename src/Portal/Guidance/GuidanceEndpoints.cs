using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Http;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Guidance;

/// <summary>Help for residents, and the page of those who guide them.</summary>
public static class GuidanceEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<AskForHelp>("ShowHelpForm", "/smederijen/{smederij}/hulp", (x, http) => x.Show(http)),
        Endpoint.Post<AskForHelp>("AskForHelp", "/smederijen/{smederij}/hulp", (x, http) => x.Post(http)),
        Endpoint.Get<AskForHelp>("ShowHelpAsked", "/smederijen/{smederij}/hulp/verstuurd", (x, http) => x.ShowThanks(http)),
        Endpoint.Get<RegisseurDesk>("ShowRegisseur", RegisseurDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Get<CallDesk>("ShowCallNote", RegisseurDesk.Address + "/hulp/{smederij}/{id}/notitie", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<CallDesk>("NoteCall", RegisseurDesk.Address + "/hulp/{smederij}/{id}/notitie", (x, http) => x.Note(http), Access.Staff),
        Endpoint.Post<CallDesk>("MarkCalled", RegisseurDesk.Address + "/hulp/{smederij}/{id}/gebeld", (x, http) => x.Called(http), Access.Staff),
    ];

    internal static IServiceCollection AddGuidance(this IServiceCollection services) => services
        .AddSingleton<HelpMail>()
        .AddSingleton<IWorkKind, HelpWork>()
        .AddSingleton<AskForHelp>()
        .AddSingleton<RegisseurDesk>()
        .AddSingleton<CallDesk>();
}
