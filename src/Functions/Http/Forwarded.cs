using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Smederijen.Functions.Http;

/// <summary>
/// Puts back who asks. The worker sees the Functions host as its client; the front end of App Service adds the visitor's
/// address at the end of <c>X-Forwarded-For</c>. What stands before it is what the visitor claims, and is not believed.
/// </summary>
internal static class Forwarded
{
    public static void Restore(HttpContext http)
    {
        var addresses = http.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var text in addresses.Reverse())
        {
            if (!IPEndPoint.TryParse(text, out var end))
                return;
            http.Connection.RemoteIpAddress = end.Address;
            if (!IsInside(end.Address))
                return;
        }
    }

    /// <summary>A hop between the front end and this worker; the visitor's own address stands before it.</summary>
    private static bool IsInside(IPAddress address) => IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal
        || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..]);
}
