using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smederijen.Functions.Http;
using Smederijen.Functions.Mail;
using Smederijen.Functions.Orchestrations;
using Smederijen.Functions.Security;
using Smederijen.Functions.Settings;
using Smederijen.Functions.Staff;
using Smederijen.Functions.Storage;
using Smederijen.Functions.Telemetry;
using Smederijen.Portal;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Http;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;

namespace Smederijen.Functions;

/// <summary>The wiring of the Azure edition: the portal, and what differs here. docs/operations.md lists the settings.</summary>
public static class Composition
{
    public static IServiceCollection AddSmederijen(this IServiceCollection services, IConfiguration settings) => services
        .AddPortal()
        .Configure<PortalOptions>(options => options.PublicUrl = settings.Resolved("Portal").GetValue("PublicUrl", options.PublicUrl)!)
        .Configure<PortalOptions>(options => options.TrustedProxies = settings.Resolved("Portal").GetValue("TrustedProxies", options.TrustedProxies)!)
        // Somebody fills a real installation in; the example is for a trial.
        .AddSingleton(_ => settings.Resolved("Portal").GetValue("Example", false) ? SettingsFile.Embedded() : SettingsFile.None)
        .Configure<PortalOptions>(options => (options.SharesStore, options.KeepsBoard) = (true, true))
        .Configure<StorageOptions>(options => settings.Resolved("Storage").Bind(options))
        .Configure<MailOptions>(options => settings.Resolved("Mail").Bind(options))
        // None of it is a secret, so none of it waits for the key vault.
        .Configure<DeliveryOptions>(options => settings.GetSection("Mail").Bind(options))
        .Configure<StaffOptions>(options => settings.Resolved("Staff").Bind(options))
        .Configure<KeysOptions>(options => settings.Resolved("Keys").Bind(options))
        .AddKeyWrapping(wanted: settings["Keys:Certificate"] is { Length: > 0 })
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new TableClientOptions())
        .AddSingleton(new BlobClientOptions())
        .AddSingleton<StorageClients>()
        .AddSingleton(provider => new ReadsOnce(new TablesEntityStore(provider.GetRequiredService<StorageClients>().Table)))
        .AddSingleton(provider => new PlainStore(provider.GetRequiredService<ReadsOnce>()))
        .AddSingleton<IVoteStores, TableVoteStores>()
        .AddSingleton<IAttachmentStore>(provider => new BlobAttachmentStore(provider.GetRequiredService<StorageClients>().Container))
        .AddSingleton<IMailer, SendGridMailer>()
        .AddSingleton<IStaffAccess, EntraStaff>()
        .AddSingleton<DurableDriver>()
        .AddSingleton<IDriver>(provider => provider.GetRequiredService<DurableDriver>())
        .AddSingleton<Performer>()
        .AddSingleton<Sweeper>()
        .AddSingleton<FailedInstances>()
        .AddSingleton<FrontDoor>()
        .Configure<KestrelServerOptions>(Server)
        .AddHostedService<SettingsCheck>()
        .AddHostedService<Preparation>()
        .AddLogging(Logs)
        .AddTelemetry(settings);

    /// <summary>The portal limits bodies itself, and answers who sends too much; the Functions host has its own limit of 100 MB.</summary>
    private static void Server(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = null;
    }

    /// <summary>
    /// Sentences of our own; of the libraries only what is wrong. Their request logs would write the tokens in addresses, and
    /// host.json turns off the request telemetry of the Functions host for the same reason.
    /// </summary>
    private static void Logs(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("System", LogLevel.Warning)
        .AddFilter("Azure", LogLevel.Warning)
        // Warns of keys that are not wrapped, which the settings check says in words of ours.
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
}
