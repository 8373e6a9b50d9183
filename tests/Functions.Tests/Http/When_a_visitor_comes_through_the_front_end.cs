using System.Net;
using Microsoft.AspNetCore.Http;
using Smederijen.Functions.Http;

namespace Smederijen.Functions.Tests.Http;

public sealed class When_a_visitor_comes_through_the_front_end
{
    private static HttpContext After(string header, string? value, string host = "127.0.0.1:5000")
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString(host);
        if (value is not null)
            http.Request.Headers[header] = value;
        Forwarded.Restore(http, new Uri("https://smederijen.voorbeeld.example"));
        return http;
    }

    private static string? AddressAfter(string? forwarded) => After("X-Forwarded-For", forwarded).Connection.RemoteIpAddress?.ToString();

    [Theory]
    [InlineData("https", true)]
    [InlineData("http, https", true)]
    [InlineData("http", false)]
    [InlineData(null, false)]
    public void Cookies_are_for_TLS_only_where_the_visitor_came_by_TLS(string? proto, bool https) =>
        After("X-Forwarded-Proto", proto).Request.IsHttps.ShouldBe(https);

    [Theory]
    [InlineData("127.0.0.1:5000", "smederijen.voorbeeld.example")]
    [InlineData("localhost:5000", "smederijen.voorbeeld.example")]
    [InlineData("func-smederijen.azurewebsites.net", "func-smederijen.azurewebsites.net")]
    public void The_address_of_the_portal_stands_in_for_that_of_the_worker(string host, string seen) =>
        After("X-Forwarded-For", null, host).Request.Host.Value.ShouldBe(seen);

    [Theory]
    [InlineData("203.0.113.7:50123", "203.0.113.7")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("[2001:db8::7]:50123", "2001:db8::7")]
    [InlineData("203.0.113.7:50123, 10.0.1.4", "203.0.113.7")]
    [InlineData("203.0.113.7:50123, 172.16.0.9:80, 169.254.1.1", "203.0.113.7")]
    public void The_portal_sees_the_address_that_the_front_end_saw(string forwarded, string address) => AddressAfter(forwarded).ShouldBe(address);

    [Theory]
    [InlineData("198.51.100.1, 203.0.113.7:50123")]
    [InlineData("onzin, 203.0.113.7:50123")]
    public void What_the_visitor_put_before_it_is_not_believed(string forwarded) => AddressAfter(forwarded).ShouldBe("203.0.113.7");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("onzin")]
    public void Without_a_usable_address_all_stays_as_it_is(string? forwarded) => AddressAfter(forwarded).ShouldBe("127.0.0.1");
}
