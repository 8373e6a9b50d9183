using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Settings;

namespace Smederijen.LocalHost.Tests.Proxy;

public sealed class When_forwarded_headers_are_nonsense : IDisposable
{
    private static readonly string[] Headers =
        ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded", "X-Real-IP", "Via", "X-Original-For", "X-Original-Proto"];

    private static readonly string[] Values =
    [
        "", " ", ",", ",,,,", "unknown", "_hidden", "[::1", "[::1]:x", "::1%eth0", "1.2.3.4:99999", "1.2.3.4:-1", "999.1.2.3", "0x7f.1", "1", "\"", "\"\"\"",
        "for=;proto=", "for=\"[", "https, https, https", "ht tp", "javascript:", "https://", "%00", "%0d%0aX: y", "\t", "127.0.0.1, , 127.0.0.1",
        string.Join(", ", Enumerable.Repeat("10.0.0.1", 800)), new string('9', 8000), new string(',', 8000),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("10")]
    [InlineData("127.0.0.1, 10.0.0.0/8, ::1")]
    public async Task Whoever_sends_them_gets_a_page_and_never_an_error_of_ours(string trusted)
    {
        await using var town = await Edition.Start(_folder, services => services.Configure<PortalOptions>(portal => portal.TrustedProxies = trusted));
        var visitor = town.NewVisitor();
        var random = new Random(29);
        foreach (var (header, value) in Headers.SelectMany(header => Values.Select(value => (header, value))))
            (await visitor.Get("/", (header, value))).Status.ShouldBe(200, $"{header}: {value}");
        for (var i = 0; i < 300; i++)
        {
            var some = random.GetItems(Headers, 4).Distinct()
                .Select(header => (header, string.Join(',', random.GetItems(Values[..^3], 3)))).ToArray();
            (await visitor.Get("/", some)).Status.ShouldBe(200, string.Join('\n', some));
            (await visitor.Post("/aanmelden", new { email = "geen adres" }, some)).Status.ShouldBe(400, string.Join('\n', some));
        }
    }
}
