using Microsoft.Extensions.Hosting;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Settings;

namespace Smederijen.Functions;

/// <summary>Makes the table and the private container when they are missing, and lays the current settings in the store.</summary>
internal sealed class Preparation(StorageClients storage, SettingsBook settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await storage.Table.CreateIfNotExistsAsync(cancellationToken);
        await storage.Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await settings.Publish(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
