namespace Smederijen.Portal.Ideas.Support;

public static class SupportEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<OfferSupport>("ShowSupportForm", "/smederijen/{smederij}/ideeen/{id}/steun", (x, http) => x.Show(http)),
        Endpoint.Post<OfferSupport>("OfferSupport", "/smederijen/{smederij}/ideeen/{id}/steun", (x, http) => x.Post(http)),
        Endpoint.Get<OfferSupport>("ShowSupportReceived", "/smederijen/{smederij}/ideeen/{id}/steun/verstuurd", (x, http) => x.ShowThanks(http)),
        Endpoint.Get<ConfirmSupport>("ShowSupportConfirmation", "/steunen/{verwijzing}", (x, http) => x.Show(http)),
        Endpoint.Post<ConfirmSupport>("ConfirmSupport", "/steunen/{verwijzing}", (x, http) => x.Post(http)),
    ];
}
