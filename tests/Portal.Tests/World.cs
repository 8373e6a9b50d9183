using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests;

/// <summary>
/// The whole portal in memory, with the wiring of the hosts and collections in place of their media. Nothing happens by
/// itself: <see cref="Work"/> performs what was woken, <see cref="Until"/> moves the clock past every deadline on the way.
/// </summary>
public sealed class World : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A village that grants at once while the money lasts: 5 supporters, 3 reviewers, quorum 2, postcode 7927.</summary>
    public const string Village = "alteveer";

    private static readonly SettingsFile s_example = SettingsFile.Embedded();

    private readonly ServiceProvider _services;
    private readonly WokenDriver _driver = new();

    private World(Action<IServiceCollection>? also)
    {
        Votes.Before = (_, writes) => Store.Before?.Invoke(VoteRows.Partition, writes);
        Votes.After = (_, writes) => Store.After?.Invoke(VoteRows.Partition, writes);
        var services = new ServiceCollection()
            .AddLogging()
            .AddPortal()
            .AddSingleton(s_example)
            .AddSingleton(new PlainStore(Store))
            .AddSingleton<IVoteStores>(Votes)
            .AddSingleton<IAttachmentStore>(Attachments)
            .AddSingleton<IMailer>(Mailbox)
            .AddSingleton<IDriver>(_driver)
            .AddSingleton<IStaffAccess, StaffOfTheBrowser>()
            .AddSingleton(new WallClock(Clock))
            .AddSingleton<TimeProvider>(Clock);
        also?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        Browser = NewBrowser();
    }

    public InMemoryEntityStore Store { get; } = new();

    /// <summary>Writes rows as the portal does, with their stamps; what goes straight into <see cref="Store"/> is the work of somebody else.</summary>
    public Task Lay(string partition, IReadOnlyList<Write> writes) => Get<IEntityStore>().Commit(partition, writes);

    /// <summary>The stores of votes; the hooks of <see cref="Store"/> hear of them too.</summary>
    public InMemoryVoteStores Votes { get; } = new();

    public InMemoryAttachmentStore Attachments { get; } = new();

    public Mailbox Mailbox { get; } = new();

    public MovableClock Clock { get; } = new(Monday);

    /// <summary>The browser of a resident.</summary>
    public Browser Browser { get; }

    /// <param name="also">Replaces or adds services.</param>
    public static async Task<World> Begin(Action<IServiceCollection>? also = null)
    {
        var world = new World(also);
        await world.Get<SettingsPublishing>().Publish();
        foreach (var smederij in world.Get<SettingsBook>().All)
            await world.Get<WorkList>().PerformDue(new RoundKey(smederij.Id, smederij.Round.Period).Work);
        return world;
    }

    /// <summary>For a browser that is unlike the others.</summary>
    public IServiceProvider Services => _services;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Browser NewBrowser(IPAddress? address = null) => new(_services) { Address = address ?? IPAddress.Loopback };

    public Browser BrowserWithoutCookies() => new(_services) { KeepsCookies = false };

    public Browser BrowserOf(string staff, params string[] roles) => new(_services) { Staff = new StaffMember(staff, staff, roles.ToHashSet()) };

    public SmederijSettings Settings(string smederij = Village) => Get<SettingsBook>().Current(smederij) ?? throw new ArgumentException($"No Smederij '{smederij}'.");

    /// <summary>Lets something happen to an idea without the page for it. Nobody is mailed until <see cref="Work"/>.</summary>
    public Task<Outcome<Refusal>> Happens(IdeaKey idea, Func<DateTimeOffset, IdeaEvent> happening) =>
        Get<IdeaItems>().Handle(idea, CommandId.Fresh(), happening);

    public async Task<Idea> Idea(IdeaKey idea) => (await Get<IdeaItems>().Load(idea)).ShouldNotBeNull($"no idea {idea}").Item;

    /// <summary>Stands in for <see cref="Work"/> and <see cref="Until"/> where another driver does what is due up to an instant.</summary>
    public Func<DateTimeOffset, Task>? OtherDriver { get; set; }

    /// <summary>Performs all effects and fires all deadlines that are due now, until nothing is left to do.</summary>
    public async Task Work()
    {
        if (OtherDriver is not null)
            await OtherDriver(Clock.GetUtcNow());
        while (_driver.Woken.TryDequeue(out var key))
            await Get<WorkList>().PerformDue(key);
    }

    /// <summary>Moves the clock, and does what is due on the way at its own instant.</summary>
    public async Task Until(DateTimeOffset instant)
    {
        await Work();
        if (OtherDriver is not null)
            await OtherDriver(instant);
        while (await FirstDue(instant) is (var due, var key))
        {
            if (due > Clock.GetUtcNow())
                Clock.MoveTo(due);
            await Get<WorkList>().PerformDue(key);
            await Work();
            (await FirstDue(instant))?.ShouldNotBe((due, key), $"the clock would stand still at {due:u}");
        }
        if (instant > Clock.GetUtcNow())
            Clock.MoveTo(instant);
    }

    public Task After(int days) => Until(Clock.GetUtcNow().AddDays(days));

    public Task AfterMinutes(int minutes) => Until(Clock.GetUtcNow().AddMinutes(minutes));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<(DateTimeOffset Due, WorkKey Key)?> FirstDue(DateTimeOffset instant)
    {
        (DateTimeOffset Due, WorkKey Key)? first = null;
        foreach (var partition in Get<SettingsBook>().WorkPartitions)
        {
            var page = await Get<IEntityStore>().Query(partition, Keys.DueUntil(instant), 1);
            if (page.Rows is [var row] && Keys.ReadDue(row.Row) is var (due, item) && (first is null || due < first.Value.Due))
                first = (due, new WorkKey(partition, item));
        }
        return first;
    }

    private sealed class WokenDriver : IDriver
    {
        public Queue<WorkKey> Woken { get; } = [];

        public ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due)
        {
            if (hasEffects)
                Woken.Enqueue(key);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Whoever the browser says, who signed in just now unless it says when.</summary>
    private sealed class StaffOfTheBrowser(WallClock clock) : IStaffAccess
    {
        public string SignInAddress(string back) => $"/aanmelden?terug={back}";

        public string SignOutAddress => "/afmelden";

        public string SignInAgainAddress(StaffMember member, string back) => $"/opnieuw?terug={back}";

        public ValueTask<StaffMember?> Identify(HttpContext http) => ValueTask.FromResult(
            http.Features.Get<StaffMember>() is { } member ? member with { SignedInAt = member.SignedInAt ?? clock.Now } : null);
    }
}
