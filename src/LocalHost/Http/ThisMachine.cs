using System.Net;

namespace Smederijen.LocalHost.Http;

/// <summary>
/// Whether the one who asks sits at this machine. Behind a proxy every visitor comes from here, and some proxies even pass the name of this
/// machine; so nothing that was passed on counts, and nothing does where the site has a public address. Another website can point its own
/// name at this machine, so the name that was asked for counts too.
/// </summary>
public sealed class ThisMachine(IConfiguration configuration)
{
    private static readonly string[] PassedOn = ["Forwarded", "Via", "X-Real-IP"];

    public bool Asks(HttpContext http) =>
        configuration["Portal:PublicUrl"] is null
        && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (http.Request.Host.Host == "localhost"
            || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)))
        && !http.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || PassedOn.Contains(name, StringComparer.OrdinalIgnoreCase));
}
