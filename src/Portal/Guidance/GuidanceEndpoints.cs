namespace Smederijen.Portal.Guidance;

/// <summary>Help for residents, and the page of those who guide them.</summary>
public static class GuidanceEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<AskForHelp>("ShowHelpForm", "/smederijen/{smederij}/hulp", (x, http) => x.Show(http)),
        Endpoint.Post<AskForHelp>("AskForHelp", "/smederijen/{smederij}/hulp", (x, http) => x.Post(http)),
        Endpoint.Get<AskForHelp>("ShowHelpAsked", "/smederijen/{smederij}/hulp/verstuurd", (x, http) => x.ShowThanks(http)),
        Endpoint.Get<CallDesk>("ShowCallNote", CallDesk.DeskAddress + "/hulp/{smederij}/{id}/notitie", (x, http) => x.Show(http), Access.Staff)
            .OfPeople(),
        Endpoint.Post<CallDesk>("NoteCall", CallDesk.DeskAddress + "/hulp/{smederij}/{id}/notitie", (x, http) => x.Note(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Get<CallDesk>("ShowCalled", CallDesk.DeskAddress + "/hulp/{smederij}/{id}/gebeld", (x, http) => x.ShowCalled(http), Access.Staff)
            .OfPeople(),
        Endpoint.Post<CallDesk>("MarkCalled", CallDesk.DeskAddress + "/hulp/{smederij}/{id}/gebeld", (x, http) => x.Called(http), Access.Staff)
            .For(StaffWork.Ideas),
    ];

    internal static IServiceCollection AddGuidance(this IServiceCollection services) => services
        .AddSingleton<HelpMail>()
        .AddSingleton<IWorkKind, HelpWork>()
        .AddSingleton<AskForHelp>()
        .AddSingleton<CallDesk>();
}
