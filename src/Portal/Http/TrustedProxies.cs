using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using IPNetwork = System.Net.IPNetwork;

namespace Smederijen.Portal.Http;

/// <summary>
/// The proxies of the municipality that stand before the portal. What these say about who asks, and whether by TLS, is believed;
/// everything before that in <c>X-Forwarded-For</c> is what the visitor claims. The setting is their number (<c>1</c>), or their
/// addresses and networks (<c>10.1.0.0/16, 203.0.113.4</c>); nobody is trusted when it is empty or <c>0</c>.
/// </summary>
public sealed class TrustedProxies
{
    private readonly ForwardedHeadersMiddleware? handling;

    private TrustedProxies(ForwardedHeadersOptions? options) => handling = options is null
        ? null
        : new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Microsoft.Extensions.Options.Options.Create(options));

    /// <summary>Puts back who asks (<see cref="ConnectionInfo.RemoteIpAddress"/>) and the scheme, as far as the proxies are trusted.</summary>
    public void Apply(HttpContext http) => handling?.ApplyForwarders(http);

    /// <exception cref="FormatException">The setting is none of these; the message says what it may be.</exception>
    public static TrustedProxies Parse(string? setting)
    {
        var text = setting?.Trim() ?? "";
        if (text.Length == 0)
            return new TrustedProxies(null);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostHops)
            return new TrustedProxies(number == 0 ? null : Believing(number, []));
        return new TrustedProxies(Believing(null, [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Network)]));
    }

    private const int MostHops = 10;

    private static ForwardedHeadersOptions Believing(int? hops, IReadOnlyList<IPNetwork> networks)
    {
        var options =
            new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = hops };
        // Both lists begin with this machine itself, which is no proxy unless the setting says so.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
            options.KnownIPNetworks.Add(network);
        return options;
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : text.AsSpan().IndexOfAny('.', ':') >= 0 && IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new FormatException(
            $"The setting Portal__TrustedProxies holds '{text}'. Give the number of your own proxies before this program (0 to {MostHops}), or their addresses and networks: 10.1.0.0/16, 203.0.113.4");
}
