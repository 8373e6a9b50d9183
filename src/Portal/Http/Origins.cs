namespace Smederijen.Portal.Http;

/// <summary>
/// Refuses forms that another website sends in the name of a visitor. Browsers say where a form comes from
/// (Sec-Fetch-Site, Origin in older ones, or else Referer); programs say nothing, and carry no cookies of anybody.
/// Source: OWASP Cross-Site Request Forgery Prevention, "Fetch Metadata" and "verifying origin".
/// </summary>
public static class Origins
{
    /// <param name="site">The address that residents use. A proxy may ask for us by another name.</param>
    public static bool AreOurs(HttpRequest request, Uri site)
    {
        var from = request.Headers["Sec-Fetch-Site"].ToString();
        if (from.Length > 0)
            return from is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString() is { Length: > 0 } told ? told : request.Headers.Referer.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && (IsOf(page, site) || IsWhereItWasSent(page, request)));
    }

    private static bool IsOf(Uri page, Uri site) => page.Scheme == site.Scheme && IsSame(page.Authority, site.Authority);

    /// <summary>Without TLS anybody on the line can write a page, so such a page may not send a form to one with TLS.</summary>
    private static bool IsWhereItWasSent(Uri page, HttpRequest request) =>
        IsSame(page.Authority, request.Host.Value) && (page.Scheme == Uri.UriSchemeHttps || !request.IsHttps);

    private static bool IsSame(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
