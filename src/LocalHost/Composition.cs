using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Smederijen.LocalHost.Demo;
using Smederijen.LocalHost.Http;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Security;
using Smederijen.LocalHost.Staff;
using Smederijen.LocalHost.Storage;
using Smederijen.LocalHost.Watching;
using Smederijen.LocalHost.Work;
using Smederijen.Portal;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Security;
using Smederijen.Portal.Watching;

namespace Smederijen.LocalHost;

/// <summary>The whole local edition, wired from top to bottom.</summary>
public static class Composition
{
    /// <param name="also">Replaces or adds services.</param>
    public static WebApplication Build(LocalOptions options, Action<IServiceCollection>? also = null)
    {
        PrivateFiles.FromNowOn();
        // Nothing that is not used is loaded: no settings files to watch, no HTTPS, no debug logs.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Smederijen.LocalHost" });
        builder.Configuration.AddEnvironmentVariables();
        Logs(builder.Logging);
        Web(builder, options);
        StartSettings.Check(builder.Configuration);
        builder.Services.AddSingleton(options).AddPortal();
        builder.Services.Configure<PortalOptions>(builder.Configuration.GetSection("Portal"));
        builder.Services.Configure<PortalOptions>(portal => portal.Demo = options.Demo);
        builder.Services.Configure<PortalOptions>(portal => portal.ShowsDemoTools = options.Demo && !ThisMachine.IsPublic(builder.Configuration));
        builder.Services.Configure<DeliveryOptions>(builder.Configuration.GetSection("Mail"));
        builder.Services.Configure<DeliveryOptions>(mail => mail.FromAddress = Sender.From(builder.Configuration).Address);
        // A real installation is filled by its beheerder.
        builder.Services.AddSingleton(_ => options.Demo ? SettingsFile.Embedded() : SettingsFile.None);
        Storage(builder.Services, options);
        Driver(builder.Services);
        builder.Services.AddSingleton(Sender.From(builder.Configuration));
        Mails(builder.Services, options, builder.Configuration);
        builder.Services.AddSingleton(provider =>
            new HeldMail(options.Data, provider.GetRequiredService<Sender>(), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(provider => new MailHold(() => provider.GetRequiredService<HeldMail>().IsOn));
        People(builder.Services, options);
        Clock(builder.Services, options);
        builder.Services.AddSingleton<LocalFigures>().AddSingleton<LocalChecks>().AddHostedService<StartUp>();
        builder.Services.AddSingleton<IEnumerable<ReadyCheck>>(provider => [.. provider.GetRequiredService<LocalChecks>().All]);
        Telemetry.AddIfConfigured(builder);
        also?.Invoke(builder.Services);
        var app = builder.Build();
        Routes.Map(app, options);
        return app;
    }

    /// <summary>
    /// Sentences of our own; of the framework only what is wrong. Its request log would write the tokens in addresses.
    /// </summary>
    private static void Logs(ILoggingBuilder logging) => logging
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddFilter("Microsoft", LogLevel.Warning)
        // A line for each connection that is ended or sends nonsense: who wants could fill the disk with them.
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)
        // What keeps the program from starting is told by Program, in words.
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

    private static void Web(WebApplicationBuilder builder, LocalOptions options)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                var room = listen.ApplicationServices.GetRequiredService<ConnectionRoom>();
                kestrel.Limits.MaxConcurrentConnections = room.PlacesAndDoor;
                listen.Use(next => connection => room.Serve(connection, next));
                listen.Use(next => connection => RejectedRequests.Serve(connection, next));
            });
            // The portal limits bodies itself, and answers who sends too much.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 60;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            // In bytes a second: less than the slowest telephone sends, and reads.
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(2048, TimeSpan.FromSeconds(10));
            kestrel.Limits.MinResponseDataRate = new MinDataRate(2048, TimeSpan.FromSeconds(10));
        });
        var places = FileHandles.Connections(FileHandles.Limit());
        builder.Services.AddSingleton(provider =>
            new ConnectionRoom(places, TimeProvider.System, provider.GetRequiredService<ILogger<ConnectionRoom>>()));
        // What arrives is worked on by the thread that read it; a change of thread for every request costs a tenth of them.
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddRoutingCore();
    }

    private static void Storage(IServiceCollection services, LocalOptions options) => services
        .AddSingleton(new SqliteStoreOptions { Folder = options.Data })
        .AddSingleton<SqliteEntityStore>()
        .AddSingleton(provider => new PlainStore(provider.GetRequiredService<SqliteEntityStore>()))
        .AddSingleton<SqliteVoteStores>()
        .AddSingleton<OldBallotBoxes>()
        .AddSingleton<IVoteStores>(provider => provider.GetRequiredService<SqliteVoteStores>())
        .AddSingleton(_ => new FolderAttachmentStore(Path.Combine(options.Data, "bijlagen")))
        .AddSingleton<IAttachmentStore>(provider => provider.GetRequiredService<FolderAttachmentStore>())
        .AddWrappedKeys((provider, stored) => new KeyFileRing(stored, options.Keys, provider.GetRequiredService<ILogger<KeyFileRing>>()))
        .AddSingleton<KeyWrapping>();

    private static void Driver(IServiceCollection services) => services
        .AddSingleton<PendingWork>()
        .AddSingleton<Alarms>()
        .AddSingleton(_ => new RushHour(TimeProvider.System))
        .AddSingleton<IDriver, LocalDriver>()
        .AddSingleton<WorkRunner>()
        .AddHostedService<Tidying>();

    /// <summary>The people of a demo do not exist, so nothing for them goes out.</summary>
    private static void Mails(IServiceCollection services, LocalOptions options, IConfiguration configuration)
    {
        if (!options.Demo && SmtpSettings.From(configuration) is { } relay)
            services.AddSingleton(relay).AddSingleton<SmtpMailer>().AddSingleton<IMailer>(Holding<SmtpMailer>);
        else
            services.AddSingleton(_ => new OutboxFolder(Path.Combine(options.Data, "uitgaand")))
                .AddSingleton<OutboxMailer>().AddSingleton<IMailer>(Holding<OutboxMailer>);
    }

    private static HoldingMailer Holding<TMailer>(IServiceProvider provider) where TMailer : IMailer =>
        new(provider.GetRequiredService<TMailer>(), provider.GetRequiredService<HeldMail>());

    private static void People(IServiceCollection services, LocalOptions options) => services
        .AddSingleton<ThisMachine>()
        .AddSingleton(_ => StaffFile.Read(StaffFile.In(options.Data), options.Demo))
        .AddSingleton<Sessions>()
        .AddSingleton<LocalStaff>()
        .AddSingleton<IStaffAccess>(provider => provider.GetRequiredService<LocalStaff>())
        .AddSingleton<SignIn>()
        .AddSingleton<SignInMail>()
        .AddSingleton<DemoSignIn>()
        .AddSingleton<SignInPost>()
        .AddHostedService(provider => provider.GetRequiredService<SignInPost>());

    private static void Clock(IServiceCollection services, LocalOptions options)
    {
        if (!options.Demo)
            services.AddSingleton(TimeProvider.System);
        else
            services
                .AddSingleton<DemoClock>()
                .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>())
                .AddSingleton<ClockPages>()
                .AddSingleton<Mailbox.MailboxPages>()
                .AddSingleton<Seeding>();
    }
}
