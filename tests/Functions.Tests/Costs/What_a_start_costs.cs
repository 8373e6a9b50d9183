using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Smederijen.Functions.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Security;
using Smederijen.Portal.Tests;

namespace Smederijen.Functions.Tests.Costs;

/// <summary>A worker that starts on a store that is in use, up to and with what its first visitor needs once.</summary>
[Collection(nameof(Azurite))]
public sealed class What_a_start_costs(Azurite azurite)
{
    private const int Budget = 8;

    [Fact]
    public async Task Is_a_handful_of_requests()
    {
        (string, string)[] settings = [("Storage:ConnectionString", azurite.Connection), ("Storage:Table", Azurite.NewName()), ("Storage:Container", Azurite.NewName())];
        await Start(settings, new CountedRequests(), new CountedRequests());
        var (start, first) = (new CountedRequests(), new CountedRequests());
        await Start(settings, start, first);
        Summary.Write("azure-start", $"requests of a worker's start {start.Count}, and {first.Count - start.Count} more for keys and secrets once they are needed: at most {Budget}");
        first.Count.ShouldBeLessThanOrEqualTo(Budget, string.Join('\n', first.All));
    }

    private static async Task Start((string, string)[] settings, CountedRequests start, CountedRequests all)
    {
        using var host = The_wiring_of_the_app.Build(services => services
            .AddSingleton(start.In(all.In(new TableClientOptions())))
            .AddSingleton(start.In(all.In(new BlobClientOptions()))), settings);
        await host.Services.GetServices<IHostedService>().OfType<Preparation>().Single().StartingAsync(CancellationToken.None);
        start.Stop();
        host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect([1]);
        await host.Services.GetRequiredService<Pseudonyms>().KeyOf("x", "y");
    }
}
