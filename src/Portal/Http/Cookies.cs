namespace Smederijen.Portal.Http;

/// <summary>
/// Every cookie of the portal goes through here: for the server alone (HttpOnly), sent along from our own pages and from links in
/// mails (Lax), and gone with the browser. Over TLS its name begins with <c>__Host-</c> where the whole site gets it, and with
/// <c>__Secure-</c> below a path. A browser takes such a name by TLS only, so nobody on the line can lay a cookie of theirs under
/// it; and over TLS no other name is read. Source: RFC 6265bis, 4.1.3.
/// </summary>
public static class Cookies
{
    private const string WholeSite = "/";

    /// <summary>The longest value: browsers keep 4,096 bytes, the name and what else belongs to it included.</summary>
    public const int Longest = 3_800;

    /// <param name="path">The address below which the browser sends it along.</param>
    public static void Give(HttpContext http, string name, string value, string path = WholeSite) =>
        http.Response.Cookies.Append(NameOf(http, name, path), value, Options(http, path));

    /// <summary>What the browser sent along; null when there is none, or none that we gave.</summary>
    /// <param name="path">The one that it was given for, or a page below it.</param>
    public static string? Read(HttpContext http, string name, string path = WholeSite) =>
        http.Request.Cookies[NameOf(http, name, path)] is { Length: > 0 and <= Longest } value ? value : null;

    /// <summary>The browser forgets it.</summary>
    public static void Take(HttpContext http, string name, string path = WholeSite) =>
        http.Response.Cookies.Delete(NameOf(http, name, path), Options(http, path));

    private static string NameOf(HttpContext http, string name, string path) =>
        !http.Request.IsHttps ? name : path == WholeSite ? $"__Host-{name}" : $"__Secure-{name}";

    private static CookieOptions Options(HttpContext http, string path) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = path,
        IsEssential = true,
    };
}
