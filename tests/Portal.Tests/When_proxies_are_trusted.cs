using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Smederijen.Portal.Http;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests;

public sealed class When_proxies_are_trusted
{
    private static HttpContext After(string trusted, string peer, string? forwarded, string proto = "https")
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        http.Request.Scheme = "http";
        if (forwarded is not null)
            (http.Request.Headers["X-Forwarded-For"], http.Request.Headers["X-Forwarded-Proto"]) = (forwarded, proto);
        TrustedProxies.Parse(trusted).Apply(http);
        return http;
    }

    [Theory]
    [InlineData("", "10.1.0.4", "203.0.113.7", "10.1.0.4", "http")]
    [InlineData("0", "10.1.0.4", "203.0.113.7", "10.1.0.4", "http")]
    [InlineData("1", "10.1.0.4", "203.0.113.7", "203.0.113.7", "https")]
    [InlineData("1", "10.1.0.4", "198.51.100.1, 203.0.113.7", "203.0.113.7", "https")]
    [InlineData("10.1.0.0/16", "10.1.0.4", "203.0.113.7", "203.0.113.7", "https")]
    [InlineData("10.1.0.4", "10.1.0.4", "203.0.113.7", "203.0.113.7", "https")]
    [InlineData("2001:db8::1", "2001:db8::1", "203.0.113.7", "203.0.113.7", "https")]
    [InlineData("10.1.0.0/16", "203.0.113.9", "203.0.113.7", "203.0.113.9", "http")]
    [InlineData("1", "10.1.0.4", null, "10.1.0.4", "http")]
    public void Only_what_they_say_counts(string trusted, string peer, string? forwarded, string address, string scheme)
    {
        var http = After(trusted, peer, forwarded);
        http.Connection.RemoteIpAddress!.ToString().ShouldBe(address);
        http.Request.Scheme.ShouldBe(scheme);
    }

    [Theory]
    [InlineData("https://smederijen.example.nl", "http", "https")]
    [InlineData("https://smederijen.example.nl", "https", "https")]
    [InlineData("https://smederijen.example.nl", null, "https")]
    [InlineData("http://smederijen.example.nl", "https", "https")]
    [InlineData("http://smederijen.example.nl", null, "http")]
    public void A_site_with_TLS_has_it_also_where_a_proxy_forgets_to_say_so(string site, string? proto, string scheme)
    {
        var http = new DefaultHttpContext();
        (http.Connection.RemoteIpAddress, http.Request.Scheme) = (IPAddress.Loopback, "http");
        http.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
        if (proto is not null)
            http.Request.Headers["X-Forwarded-Proto"] = proto;
        new Arrival(TrustedProxies.Parse("1"), Options.Create(new PortalOptions { PublicUrl = new Uri(site) })).Settle(http);
        http.Request.Scheme.ShouldBe(scheme);
        http.Connection.RemoteIpAddress!.ToString().ShouldBe("203.0.113.7");
    }

    [Theory]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("10.1.0.0/40")]
    [InlineData("10.1.0.0/16, frontdoor")]
    [InlineData("*")]
    public void A_setting_that_is_none_says_what_it_may_be(string trusted) =>
        Should.Throw<FormatException>(() => TrustedProxies.Parse(trusted)).Message.ShouldContain("Portal__TrustedProxies");
}
