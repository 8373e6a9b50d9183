using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Functions.Tests;

[Collection(nameof(Storage.Azurite))]
public sealed class The_wiring_of_the_app(Storage.Azurite azurite)
{
    private static IHost Build(params (string Name, string Value)[] settings) => Build(_ => { }, settings);

    /// <param name="also">Replaces or adds services.</param>
    internal static IHost Build(Action<IServiceCollection> also, params (string Name, string Value)[] settings)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        // What the Functions host hands to a worker that it starts.
        settings = [("Functions:Worker:HostEndpoint", "http://127.0.0.1:1"), ("Functions:Worker:WorkerId", "1"), ("Functions:Worker:RequestId", "1"), .. settings];
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSmederijen(builder.Configuration);
        also(builder.Services);
        return builder.Build();
    }

    [Fact]
    public void Every_function_finds_what_it_asks_for()
    {
        using var host = Build(("Storage:ConnectionString", azurite.Connection));
        foreach (var type in typeof(Composition).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetMethods().Any(m => m.IsDefined(typeof(FunctionAttribute), false))))
            ActivatorUtilities.CreateInstance(host.Services, type).ShouldNotBeNull();
    }

    [Fact]
    public void The_worker_names_no_server_and_leaves_the_limits_of_bodies_to_the_portal()
    {
        using var host = Build(("Storage:ConnectionString", azurite.Connection));
        var server = host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        server.AddServerHeader.ShouldBeFalse();
        server.Limits.MaxRequestBodySize.ShouldBeNull();
        host.Services.GetRequiredService<IOptions<FormOptions>>().Value.MultipartHeadersCountLimit.ShouldBe(8);
    }

    [Fact]
    public async Task A_first_start_makes_the_table_and_the_container_and_lays_the_settings_in_and_a_second_changes_nothing()
    {
        (string, string)[] settings =
            [("Storage:ConnectionString", azurite.Connection), ("Storage:Table", Storage.Azurite.NewName()), ("Storage:Container", Storage.Azurite.NewName()),
                ("Portal:Example", "true")];
        for (var start = 0; start < 2; start++)
        {
            using var host = Build(settings);
            await host.Services.GetServices<IHostedService>().OfType<Preparation>().Single().StartingAsync(CancellationToken.None);
            var smederij = host.Services.GetRequiredService<SettingsBook>().All[^1];
            (await host.Services.GetRequiredService<IEntityStore>()
                .Get(Partitions.Settings, SettingsKeys.Document(smederij.Id, smederij.Version))).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Without_the_example_a_first_start_makes_an_installation_that_somebody_fills()
    {
        using var host = Build(
            ("Storage:ConnectionString", azurite.Connection), ("Storage:Table", Storage.Azurite.NewName()), ("Storage:Container", Storage.Azurite.NewName()));
        await host.Services.GetServices<IHostedService>().OfType<Preparation>().Single().StartingAsync(CancellationToken.None);
        host.Services.GetRequiredService<SettingsBook>().All.ShouldBeEmpty();
    }

    [Fact]
    public void In_Azure_the_managed_identity_is_used_and_no_key()
    {
        using var host = Build(("Storage:TableUri", "https://x.table.core.windows.net/"), ("Storage:BlobUri", "https://x.blob.core.windows.net/"));
        var clients = host.Services.GetRequiredService<StorageClients>();
        clients.Table.Uri.ToString().ShouldBe("https://x.table.core.windows.net/smederijen");
        clients.Container.Uri.ToString().ShouldBe("https://x.blob.core.windows.net/bijlagen");
    }

    [Fact]
    public void Without_a_place_to_store_anything_the_app_says_which_setting_is_missing()
    {
        using var host = Build(("Storage:ConnectionString", ""));
        Should.Throw<InvalidOperationException>(() => host.Services.GetRequiredService<StorageClients>()).Message.ShouldContain("Storage__TableUri");
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("Azure.Core")]
    public void No_library_writes_the_addresses_of_requests_in_the_log(string library)
    {
        using var host = Build(("Storage:ConnectionString", azurite.Connection));
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(library).IsEnabled(LogLevel.Information).ShouldBeFalse();
    }

    [Fact]
    public void The_settings_of_the_host_are_those_that_the_code_counts_on()
    {
        var root = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"))).RootElement;
        root.GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
        var levels = root.GetProperty("logging").GetProperty("logLevel");
        levels.GetProperty("Host.Results").GetString().ShouldBe("None", "the addresses of requests hold tokens");
        levels.GetProperty("DurableTask.AzureStorage").GetString().ShouldBe("Warning", "otherwise it writes hundreds of lines for every idea");
        levels.GetProperty("DurableTask.Core").GetString().ShouldBe("Warning");
        var host = root.GetProperty("extensions");
        host.GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("");
        host.GetProperty("durableTask").GetProperty("hubName").GetString().ShouldBe("%TASKHUB_NAME%");
        var storage = host.GetProperty("durableTask").GetProperty("storageProvider");
        storage.GetProperty("partitionCount").GetInt32().ShouldBe(2);
        storage.GetProperty("maxQueuePollingInterval").GetString().ShouldBe("00:00:05");
        storage.GetProperty("controlQueueVisibilityTimeout").GetString().ShouldBe("00:01:00", "after a crash the work waits as long as this");
        storage.GetProperty("workItemQueueVisibilityTimeout").GetString().ShouldBe("00:01:00");
        host.GetProperty("durableTask").GetProperty("defaultVersion").GetString().ShouldBe(Smederijen.Functions.Orchestrations.WorkLoop.Version);
    }
}
