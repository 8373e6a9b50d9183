namespace Smederijen.Portal.Ideas.Progress;

public static class ProgressEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<ReportProgress>("ShowProgress", "/voortgang/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ReportProgress>("ReportProgress", "/voortgang/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
