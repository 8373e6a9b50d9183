using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Smederijen.Portal.Http;
using Smederijen.Portal.Settings;

namespace Smederijen.Functions.Http;

/// <summary>
/// Puts back who asks, and under which address. The front end of App Service adds the visitor's address at the end of
/// <c>X-Forwarded-For</c>; the Functions host passes only one address on to this worker, whose own middleware takes that. The
/// header as it came in stands in the invocation, so it is read there: what App Service added is believed, and before it as much
/// as <see cref="Arrival"/> says.
/// </summary>
public sealed class WhoAsks(Arrival arrival, IConfiguration settings, IOptions<PortalOptions> portal) : IFunctionsWorkerMiddleware
{
    private const string For = "X-Forwarded-For";
    private const string Proto = "X-Forwarded-Proto";

    /// <summary>Whether the host and this worker, which have the same environment, take the last address out of the header themselves.</summary>
    private readonly bool taken = settings.GetValue("ASPNETCORE_FORWARDEDHEADERS_ENABLED", false);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
            Restore(http, context.BindingContext.BindingData);
        return next(context);
    }

    /// <param name="invocation">What the Functions host tells beside the request: <c>Headers</c> holds those that it got.</param>
    internal void Restore(HttpContext http, IReadOnlyDictionary<string, object?> invocation)
    {
        var arrived = Arrived(http, invocation);
        var addresses = arrived.For.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!taken)
        {
            if (addresses is [.., var last] && IPEndPoint.TryParse(last, out var visitor))
                http.Connection.RemoteIpAddress = visitor.Address;
            addresses = addresses[..^Math.Min(1, addresses.Count)];
            http.Request.Scheme = arrived.Proto.Split(',')[^1].Trim() == Uri.UriSchemeHttps ? Uri.UriSchemeHttps : http.Request.Scheme;
        }
        http.Request.Headers[For] = string.Join(", ", addresses);
        arrival.Settle(http);
        http.Request.Headers.Remove(For);
        if (http.Request.Host.Host is "localhost" or "127.0.0.1")
            http.Request.Host = new HostString(portal.Value.PublicUrl.Authority);
    }

    /// <summary>The headers as the Functions host got them, less what its own middleware took.</summary>
    private static (string For, string Proto) Arrived(HttpContext http, IReadOnlyDictionary<string, object?> invocation)
    {
        if (invocation.GetValueOrDefault("Headers") is not string { Length: > 0 } json)
            return (http.Request.Headers[For].ToString(), http.Request.Headers[Proto].ToString());
        using var headers = JsonDocument.Parse(json);
        return (Value(headers, For), Value(headers, Proto));
    }

    private static string Value(JsonDocument headers, string name) => headers.RootElement.EnumerateObject()
        .FirstOrDefault(header =>
            string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: JsonValueKind.String } value
        ? value.GetString()!
        : "";
}
