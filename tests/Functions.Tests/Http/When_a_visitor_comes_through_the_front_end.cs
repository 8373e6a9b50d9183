using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Smederijen.Functions.Http;
using Smederijen.Portal.Http;
using Smederijen.Portal.Settings;

namespace Smederijen.Functions.Tests.Http;

/// <summary>
/// The way of a request, as seen on a real Functions host: the host's middleware may take the last address (the environment says
/// so), its forwarder puts the address that the host then sees in a header of its own in the place of the one that came in, and the
/// worker's middleware takes that.
/// </summary>
public sealed class When_a_visitor_comes_through_the_front_end
{
    private const string FrontEnd = "169.254.130.1";

    private static HttpContext After(string? forwarded, string? proto = "https", string trusted = "", bool taken = true, string host = "127.0.0.1:5000",
        string site = "https://smederijen.voorbeeld.example")
    {
        var outside = new DefaultHttpContext();
        outside.Connection.RemoteIpAddress = IPAddress.Parse(FrontEnd);
        outside.Request.Scheme = "http";
        if (forwarded is not null)
            outside.Request.Headers["X-Forwarded-For"] = forwarded;
        if (proto is not null)
            outside.Request.Headers["X-Forwarded-Proto"] = proto;
        if (taken)
            TakeLast(outside);
        var inside = new DefaultHttpContext();
        inside.Connection.RemoteIpAddress = IPAddress.Loopback;
        inside.Request.Scheme = "http";
        inside.Request.Host = new HostString(host);
        inside.Request.Headers["X-Forwarded-For"] = outside.Connection.RemoteIpAddress.ToString();
        inside.Request.Headers["X-Forwarded-Proto"] = outside.Request.Scheme;
        TakeLast(inside);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("ASPNETCORE_FORWARDEDHEADERS_ENABLED", (string?)(taken ? "true" : "false"))]).Build();
        var portal = Options.Create(new PortalOptions { PublicUrl = new Uri(site) });
        var told = JsonSerializer.Serialize(outside.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));
        new WhoAsks(new Arrival(TrustedProxies.Parse(trusted), portal), settings, portal)
            .Restore(inside, new Dictionary<string, object?> { ["Headers"] = told });
        return inside;
    }

    /// <summary>What ASP.NET Core's middleware does in the host and in the worker: trust whoever is there, for one address.</summary>
    private static void TakeLast(HttpContext http)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options)).ApplyForwarders(http);
    }

    private static string AddressAfter(string? forwarded, string trusted, bool taken) =>
        After(forwarded, trusted: trusted, taken: taken).Connection.RemoteIpAddress!.ToString();

    [Theory]
    [InlineData("https", true)]
    [InlineData("http, https", true)]
    [InlineData("https, http", false)]
    [InlineData("http", false)]
    [InlineData(null, false)]
    public void Cookies_are_for_TLS_only_where_the_visitor_came_by_TLS(string? proto, bool https)
    {
        const string WithoutTls = "http://smederijen.voorbeeld.example";
        After("203.0.113.7", proto, taken: true, site: WithoutTls).Request.IsHttps.ShouldBe(https);
        After("203.0.113.7", proto, taken: false, site: WithoutTls).Request.IsHttps.ShouldBe(https);
    }

    [Theory]
    [InlineData("https")]
    [InlineData("http")]
    [InlineData("ht tp")]
    [InlineData(null)]
    public void Where_the_site_has_TLS_they_are_for_TLS_only_whatever_the_front_end_says(string? proto) =>
        After("203.0.113.7", proto).Request.IsHttps.ShouldBeTrue();

    [Theory]
    [InlineData("127.0.0.1:5000", "smederijen.voorbeeld.example")]
    [InlineData("localhost:5000", "smederijen.voorbeeld.example")]
    [InlineData("func-smederijen.azurewebsites.net", "func-smederijen.azurewebsites.net")]
    public void The_address_of_the_portal_stands_in_for_that_of_the_worker(string host, string seen) =>
        After("203.0.113.7", host: host).Request.Host.Value.ShouldBe(seen);

    [Theory]
    [InlineData("203.0.113.7:50123", "203.0.113.7")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("[2001:db8::7]:50123", "2001:db8::7")]
    public void The_portal_sees_the_address_that_the_front_end_saw(string forwarded, string address)
    {
        AddressAfter(forwarded, "", taken: true).ShouldBe(address);
        AddressAfter(forwarded, "", taken: false).ShouldBe(address);
    }

    [Theory]
    [InlineData("198.51.100.1, 203.0.113.7:50123")]
    [InlineData("onzin, 203.0.113.7:50123")]
    [InlineData("127.0.0.1, 203.0.113.7:50123")]
    public void What_the_visitor_put_before_it_is_not_believed(string forwarded)
    {
        AddressAfter(forwarded, "", taken: true).ShouldBe("203.0.113.7");
        AddressAfter(forwarded, "0", taken: false).ShouldBe("203.0.113.7");
    }

    [Theory]
    [InlineData("203.0.113.7, 192.0.2.1", "1", "203.0.113.7")]
    [InlineData("198.51.100.1, 203.0.113.7, 192.0.2.1", "1", "203.0.113.7")]
    [InlineData("198.51.100.1, 203.0.113.7, 10.0.0.4, 192.0.2.1", "2", "203.0.113.7")]
    [InlineData("198.51.100.1, 203.0.113.7, 192.0.2.1", "192.0.2.0/24", "203.0.113.7")]
    [InlineData("198.51.100.1, 203.0.113.7, 10.0.0.4, 192.0.2.1:443", "192.0.2.1, 10.0.0.0/8", "203.0.113.7")]
    [InlineData("203.0.113.7, 192.0.2.1", "198.51.100.0/24", "192.0.2.1")]
    [InlineData("192.0.2.1", "1", "192.0.2.1")]
    public void Behind_a_gateway_that_the_setting_names_every_visitor_is_told_apart(string forwarded, string trusted, string address)
    {
        AddressAfter(forwarded, trusted, taken: true).ShouldBe(address);
        AddressAfter(forwarded, trusted, taken: false).ShouldBe(address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("onzin")]
    public void Without_a_usable_address_it_is_that_of_the_front_end(string? forwarded) =>
        AddressAfter(forwarded, "1", taken: true).ShouldBe(FrontEnd);
}
