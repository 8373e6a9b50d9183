using System.Net;
using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Security;

namespace Smederijen.Portal.Tests.Security;

/// <summary>One client must not escape a limit with the addresses that it has in plenty.</summary>
public sealed class When_an_address_is_counted
{
    public static TheoryData<string> OfAddresses =>
        [.. typeof(Limit).GetProperties().Where(limit => limit.Name.EndsWith("PerAddress", StringComparison.Ordinal)).Select(limit => limit.Name)];

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:0:7:1:2:3:4", "2001:db8:0:7::/64")]
    [InlineData("2001:db8:0:7::", "2001:db8:0:7::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData("::1", "::/64")]
    public void An_IPv4_address_is_itself_and_of_an_IPv6_address_the_network_counts(string address, string counted) =>
        RequestLimits.AddressOf(From(address)).ShouldBe(counted);

    [Theory]
    [MemberData(nameof(OfAddresses))]
    public async Task All_addresses_of_a_network_share_every_limit(string name)
    {
        await using var world = await World.Begin();
        var (limits, limit) = (world.Get<RequestLimits>(), Named(name));
        for (var i = 0; i < limit.Times; i++)
            (await limits.Count(limit, RequestLimits.AddressOf(From($"2001:db8:0:7::{i:x}")))).ShouldBeNull();
        (await limits.Count(limit, RequestLimits.AddressOf(From("2001:db8:0:7:ffff::1")))).ShouldNotBeNull();
        (await limits.Count(limit, RequestLimits.AddressOf(From("2001:db8:0:8::1")))).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(OfAddresses))]
    public async Task All_networks_of_a_site_share_a_higher_limit_of_their_own(string name)
    {
        await using var world = await World.Begin();
        var (limits, limit) = (world.Get<RequestLimits>(), Named(name));
        limit.Site.ShouldBeGreaterThan(limit.Times);
        for (var i = 0; i < limit.Site; i++)
            (await limits.Count(limit, RequestLimits.AddressOf(From($"2001:db8:0:{i:x}::1")))).ShouldBeNull();
        (await limits.Count(limit, RequestLimits.AddressOf(From("2001:db8:0:ffff::1")))).ShouldNotBeNull();
        (await limits.Count(limit, RequestLimits.AddressOf(From("2001:db8:1::1")))).ShouldBeNull();
    }

    private static Limit Named(string name) => (Limit)typeof(Limit).GetProperty(name)!.GetValue(null)!;

    private static DefaultHttpContext From(string address)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return http;
    }
}
