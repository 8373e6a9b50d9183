using System.Net;
using Endpoint = Smederijen.Portal.Http.Endpoint;

namespace Smederijen.LocalHost.Http;

/// <summary>
/// Keeps what is only for who sits at this machine from everybody else: the mailbox, which holds links that decide, and the clock.
/// It looks at the connection, and at the name that was asked for, since another website can point its own name at this machine;
/// at every sign of a proxy, since behind one every visitor comes from here; and where the site has an address for the public it
/// lets nobody in.
/// </summary>
public sealed class ThisMachine(IConfiguration configuration)
{
    /// <summary>A browser never speaks it; nginx does to what stands behind it, and says nothing else about itself unless told to.</summary>
    private const string OldProtocol = "HTTP/1.0";

    /// <summary>RFC 7239 and RFC 9110 (7.6.3), and what proxies and networks of proxies write in their place.</summary>
    private static readonly HashSet<string> SignsOfAProxy = new(StringComparer.OrdinalIgnoreCase)
    {
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-ProxyUser-IP", "True-Client-IP", "CF-Connecting-IP",
    };

    private readonly bool _isPublic = IsPublic(configuration);

    /// <summary>Whether the site has an address for the public; otherwise the program makes one up, of this machine.</summary>
    public static bool IsPublic(IConfiguration configuration) => configuration["Portal:PublicUrl"] is not null;

    /// <summary>Notes who asks, as the request came in: what is believed of a proxy takes its headers away.</summary>
    public void Look(HttpContext http) => http.Features.Set(new Seat(!_isPublic && IsHere(http)));

    /// <summary>Whether the one who asks sits here, by what was noted.</summary>
    public bool Asks(HttpContext http) => http.Features.Get<Seat>() is { IsHere: true };

    /// <summary>The endpoint, for who sits here.</summary>
    public static Endpoint Only(Endpoint endpoint) => endpoint with
    {
        Handle = http => http.RequestServices.GetRequiredService<ThisMachine>().Asks(http) ? endpoint.Handle(http) : Task.FromResult(
            Failures.Answer(http, 403, "Deze pagina is alleen te zien op de computer zelf waarop dit programma draait, en niet via een ander adres.")),
    };

    private static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsNameOfThisMachine(http.Request.Host.Host)
        && http.Request.Protocol != OldProtocol
        && !http.Request.Headers.Keys.Any(name => SignsOfAProxy.Contains(name)
            || name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase));

    private static bool IsNameOfThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named));

    private sealed record Seat(bool IsHere);
}
