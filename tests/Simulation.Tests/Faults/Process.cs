using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smederijen.Portal;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Board;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Http;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>
/// One running portal with the wiring of the hosts. What it holds in memory (caches, locks, the queue of its driver) goes
/// when it crashes; store, attachments, outbox and clock stay.
/// </summary>
internal sealed class Process : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FaultyStore _connection;

    public Process(Machine machine, Accidents accidents)
    {
        _connection = new FaultyStore(machine.Store, accidents);
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(machine.Logs))
            .AddPortal()
            .Configure<PortalOptions>(options => (options.LimitRequests, options.SharesStore, options.KeepsBoard) = (false, true, true))
            .AddSingleton(machine.Settings)
            .AddSingleton(new PlainStore(_connection))
            .AddSingleton<IVoteStores>(new FaultyVoteStores(machine.Votes, _connection, accidents))
            .AddSingleton<IAttachmentStore>(machine.Attachments)
            .AddSingleton<IMailer>(new FaultyMailer(machine.Outbox, _connection, accidents))
            .AddSingleton<IDriver>(new FaultyDriver(Woken, accidents))
            .AddSingleton<IStaffAccess, StaffOfTheBrowser>()
            .AddSingleton(new WallClock(machine.Clock))
            .AddSingleton<TimeProvider>(machine.Clock)
            .BuildServiceProvider();
    }

    public bool Gone => _connection.Gone;

    /// <summary>What was committed and is to be carried on.</summary>
    public Queue<WorkKey> Woken { get; } = [];

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Browser NewBrowser(StaffMember? staff = null) => new(_services) { Staff = staff };

    /// <summary>Lays the settings in the store and makes the board, as every host does when it starts.</summary>
    public async Task Start()
    {
        await Get<SettingsPublishing>().Publish();
        await Get<BoardMaking>().MakeDaily();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class FaultyDriver(Queue<WorkKey> woken, Accidents accidents) : IDriver
    {
        public ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due)
        {
            if (!hasEffects || accidents.WakeUpIsLost())
                return ValueTask.CompletedTask;
            woken.Enqueue(key);
            if (accidents.WakeUpComesTwice())
                woken.Enqueue(key);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class StaffOfTheBrowser(WallClock clock) : IStaffAccess
    {
        public string SignInAddress(string back) => "/aanmelden";

        public string SignOutAddress => "/afmelden";

        public string SignInAgainAddress(StaffMember member, string back) => "/aanmelden";

        public ValueTask<StaffMember?> Identify(HttpContext http) =>
            ValueTask.FromResult(http.Features.Get<StaffMember>() is { } member ? member with { SignedInAt = clock.Now } : null);
    }
}
