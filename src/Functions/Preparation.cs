using Microsoft.Extensions.Hosting;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Board;
using Smederijen.Portal.Governing;

namespace Smederijen.Functions;

/// <summary>Makes the table and the private container when they are missing, lays the current settings in the store, and makes the board.</summary>
internal sealed class Preparation(StorageClients storage, SettingsPublishing settings, BoardMaking board) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await storage.Table.CreateIfNotExistsAsync(cancellationToken);
        await storage.Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await settings.Publish(cancellationToken);
        await board.MakeDaily(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
