using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Smederijen.Functions.Http;

/// <summary>
/// Puts back who asks, and under which address. The worker sees the Functions host as its client, over plain HTTP on the same
/// machine; the front end of App Service ends TLS, and adds the visitor's address at the end of <c>X-Forwarded-For</c>. What
/// stands before it is what the visitor claims, and is not believed.
/// </summary>
internal static class Forwarded
{
    /// <param name="portal">The address that visitors use.</param>
    public static void Restore(HttpContext http, Uri portal)
    {
        var request = http.Request;
        if (request.Headers["X-Forwarded-Proto"].ToString().Split(',')[^1].Trim() == "https")
            request.Scheme = Uri.UriSchemeHttps;
        if (request.Host.Host is "localhost" or "127.0.0.1")
            request.Host = new HostString(portal.Authority);
        if (Visitor(request.Headers["X-Forwarded-For"].ToString()) is { } visitor)
            http.Connection.RemoteIpAddress = visitor;
    }

    /// <summary>The last address that is not of a hop between the front end and this worker; null when there is none to read.</summary>
    private static IPAddress? Visitor(string forwarded)
    {
        IPAddress? visitor = null;
        foreach (var text in forwarded.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (!IPEndPoint.TryParse(text, out var end))
                break;
            visitor = end.Address;
            if (!IsInside(visitor))
                break;
        }
        return visitor;
    }

    private static bool IsInside(IPAddress address) => IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal
        || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..]);
}
