using Microsoft.Extensions.Hosting;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Board;
using Smederijen.Portal.Governing;

namespace Smederijen.Functions;

/// <summary>
/// Makes the table and the private container when they are missing, brings the store up to date, and makes the board: before the worker tells
/// the host that it is there, so that nobody is served meanwhile.
/// </summary>
internal sealed class Preparation(StorageClients storage, SettingsPublishing settings, BoardMaking board) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await storage.Table.CreateIfNotExistsAsync(cancellationToken);
        await storage.Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await settings.Publish(cancellationToken);
        await board.MakeDaily(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
