namespace Smederijen.Portal.Http;

/// <summary>
/// Puts back who asks and under which address, before anything looks at it: as far as the proxies are trusted, and by the address
/// of the site. Where that is one with TLS, everybody came by TLS, also when a proxy forgot to say so: a cookie that is given too
/// freely cannot be taken back, and one that a browser refuses is seen at once (docs/decisions/0029-the-front-door.md).
/// </summary>
public sealed class Arrival(TrustedProxies proxies, IOptions<PortalOptions> portal)
{
    public void Settle(HttpContext http)
    {
        proxies.Apply(http);
        if (portal.Value.PublicUrl.Scheme == Uri.UriSchemeHttps)
            http.Request.Scheme = Uri.UriSchemeHttps;
    }
}
