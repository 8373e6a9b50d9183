using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests;
using Xunit.Abstractions;

namespace Smederijen.LocalHost.Tests.Hostile;

/// <summary>
/// What is no HTTP is refused or hung up on, soon, and leaves nothing behind. <c>HOSTILE_CONNECTIONS=200000 dotnet test
/// tests/LocalHost.Tests --filter hostile</c> opens more.
/// </summary>
public sealed class When_the_bytes_on_the_line_are_hostile(ITestOutputHelper output)
{
    private static readonly int Connections = int.Parse(Environment.GetEnvironmentVariable("HOSTILE_CONNECTIONS") ?? "3000", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_portal_stays_up_and_no_idea_is_half_written()
    {
        var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        // By itself, and as a program that believes proxies.
        foreach (var (trusted, first) in ((string, int)[])[("", 0), ("2", 1)])
            await Throw(trusted, first, statuses);
        var summary = $"{Connections:N0} hostile connections; answers: {string.Join(", ", statuses.Select(status => $"{status.Key} × {status.Value:N0}"))}";
        output.WriteLine(summary);
        Summary.Write("hostile-connections", summary);
    }

    private static async Task Throw(string trusted, int first, SortedDictionary<string, int> statuses)
    {
        using var folder = new TemporaryFolder();
        await using var town = await Edition.Start(folder, services => services.Configure<PortalOptions>(portal => portal.TrustedProxies = trusted));
        for (var seed = first; seed < Connections; seed += 2)
        {
            var request = new RawRequests(new Random(seed)).Next();
            var answer = await Send(town.Address, request);
            var status = answer.StartsWith("HTTP/1.", StringComparison.Ordinal) ? answer[9..12] : "hung up";
            // RFC 9110, 15.6.6: 505 is the answer to a version of HTTP that does not exist; any other 5xx would be a failure of ours.
            (status[0] == '5' && status != "505").ShouldBeFalse($"Seed {seed}:\n{Encoding.Latin1.GetString(request)}\n\n{answer}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }
        (await town.Rows("idee|")).ShouldBeEmpty();
        await town.HandIn();
        (await town.Rows("fase|")).Count.ShouldBe(1);
    }

    /// <summary>Sends the bytes and nothing more, and reads until the other side hangs up.</summary>
    private static async Task<string> Send(Uri address, byte[] request)
    {
        using var patience = new CancellationTokenSource(Bound);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = client.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Hung up on before everything was sent or read: what was answered until then counts.
        }
        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
