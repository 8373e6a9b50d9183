namespace Smederijen.Portal.Api;

/// <summary>
/// Addresses of resources, without the host: so they hold behind every proxy and on every port, and clients resolve them
/// against the address that they asked (RFC 3986, section 5).
/// </summary>
internal static class ApiPaths
{
    public const string Root = "/v1";

    public static string Smederij(string smederij) => $"{Root}/smederijen/{smederij}";

    public static string Ideas(string smederij) => $"{Smederij(smederij)}/ideeen";

    public static string Plans(string smederij) => $"{Smederij(smederij)}/plannen";

    public static string Plan(string smederij, string id) => $"{Plans(smederij)}/{id}";

    public static string Round(string smederij, string period) => $"{Smederij(smederij)}/rondes/{period}";

    public const string Resolutions = $"{Root}/besluiten";

    public static string Resolution(string id) => $"{Resolutions}/{id}";

    public static string Idea(string smederij, string id) => $"{Ideas(smederij)}/{id}";
}
