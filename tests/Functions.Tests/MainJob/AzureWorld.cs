using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Functions.Http;
using Smederijen.Functions.Storage;
using Smederijen.Functions.Tests.Costs;
using Smederijen.Functions.Tests.Orchestrations;
using Smederijen.Functions.Tests.Storage;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;

namespace Smederijen.Functions.Tests.MainJob;

/// <summary>The portal on Azure Tables and Blobs, driven by the orchestrations, with every request to the table and the container counted.</summary>
internal static class AzureWorld
{
    /// <param name="village">Changes the settings of the village.</param>
    public static async Task<(DurableWorld World, CountedRequests Requests)> Begin(Azurite azurite, Action<JsonNode>? village = null)
    {
        var requests = new CountedRequests();
        var table = new TableClient(azurite.Connection, Azurite.NewName(), requests.In(new TableClientOptions()));
        var container = new BlobContainerClient(azurite.Connection, Azurite.NewName(), requests.In(new BlobClientOptions()));
        await table.CreateAsync();
        await container.CreateAsync();
        DurableWorld? world = null;
        world = await DurableWorld.Begin(services => services
            .AddSingleton(new PlainStore(new TablesEntityStore(table)))
            .AddRouting()
            .AddSingleton<FrontDoor>()
            .AddSingleton<Door>(provider => (endpoint, http) =>
                provider.GetRequiredService<FrontDoor>().Serve(http.Request, world?.Client, endpoint.Name))
            .AddSingleton<IAttachmentStore>(new BlobAttachmentStore(container))
            .AddSingleton(Settings(village)));
        return (world, requests);
    }

    private static SettingsFile Settings(Action<JsonNode>? village)
    {
        using var embedded = typeof(SettingsFile).Assembly.GetManifestResourceStream("smederijen.json")!;
        var file =
            JsonNode.Parse(embedded,
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        village?.Invoke(file["smederijen"]!.AsArray().Single(smederij => (string?)smederij!["id"] == World.Village)!);
        using var document = JsonDocument.Parse(file.ToJsonString());
        return SettingsFile.Read(document.RootElement);
    }
}
