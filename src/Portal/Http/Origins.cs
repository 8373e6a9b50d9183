namespace Smederijen.Portal.Http;

/// <summary>
/// Refuses forms that another website sends in the name of a visitor. Browsers say where a form comes from
/// (Sec-Fetch-Site, or Origin in older ones); programs say nothing, and carry no cookies of anybody.
/// Source: OWASP Cross-Site Request Forgery Prevention, "Fetch Metadata" and "verifying origin".
/// </summary>
public static class Origins
{
    public static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
