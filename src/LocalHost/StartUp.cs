using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Smederijen.LocalHost.Demo;
using Smederijen.LocalHost.Http;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Security;
using Smederijen.LocalHost.Storage;
using Smederijen.LocalHost.Watching;
using Smederijen.LocalHost.Work;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Governing;

namespace Smederijen.LocalHost;

/// <summary>
/// The order of starting: keys and settings before the first request, then the address that mails link to, then the work that was left.
/// And of stopping: requests end first, then the work that runs.
/// </summary>
internal sealed class StartUp(
    IServiceProvider services, LocalOptions options, SettingsPublishing settings, WorkRunner runner, LocalChecks checks,
    IServer server, IConfiguration configuration, IOptions<PortalOptions> portal) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await DataFolder.Claim(services.GetRequiredService<Portal.Storage.IEntityStore>(), options.Demo, cancellationToken);
        TemporaryFiles.Clear(options.Temporary);
        await services.GetRequiredService<KeyWrapping>().Run(cancellationToken);
        if (options.Demo)
            await services.GetRequiredService<DemoClock>().Load(cancellationToken);
        await settings.Publish(cancellationToken);
        await services.GetRequiredService<OldBallotBoxes>().Remove(cancellationToken);
        services.GetService<OutboxFolder>()?.Prepare();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!ThisMachine.IsPublic(configuration))
            portal.Value.PublicUrl = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        if (options.Seed)
            await services.GetRequiredService<Seeding>().SeedOnce(cancellationToken);
        services.GetRequiredService<LocalFigures>().Publish();
        runner.Start();
        checks.Begin();
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        checks.End();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => runner.Stop(cancellationToken);
}
