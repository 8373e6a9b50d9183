using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Smederijen.LocalHost.Mail;
using Smederijen.Portal;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ballots;

namespace Smederijen.LocalHost.Demo;

/// <summary>
/// Fills a new demo with example ideas, a plan, votes, divisions of money and calls for help, once per data folder. They go
/// through the real portal with a clock of its own that begins in the past, so their histories, mails and money are what
/// people would have made.
/// </summary>
public sealed class Seeding(
    IEntityStore store, IVoteStores votes, IAttachmentStore attachments, OutboxFolder outbox, Sender sender, IOptions<PortalOptions> portal,
    ILoggerFactory logs, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Row = "voorbeelden";

    public async Task SeedOnce(CancellationToken cancellation)
    {
        if (await store.Get(Partitions.Installation, Row, cancellation) is not null)
            return;
        var past = new SeedClock();
        var driver = new SeedDriver();
        await using var services = Portal(past, driver);
        await services.GetRequiredService<SettingsBook>().Reload(cancellation);
        var stories = ActivatorUtilities.CreateInstance<SeedStory>(services, past, driver);
        var number = 0;
        foreach (var idea in SeedIdea.All())
            await stories.Tell(idea, number++, clock.GetUtcNow(), cancellation);
        await ActivatorUtilities.CreateInstance<SeedPlan>(services, past, driver).Tell(clock.GetUtcNow(), cancellation);
        var elections = ActivatorUtilities.CreateInstance<SeedVote>(services, past, driver, stories);
        foreach (var vote in SeedVote.All)
            await elections.Hold(vote, clock.GetUtcNow(), cancellation);
        var divisions = ActivatorUtilities.CreateInstance<SeedDivision>(services, past, driver);
        foreach (var division in SeedDivision.All)
            await divisions.Decide(division, clock.GetUtcNow(), cancellation);
        await ActivatorUtilities.CreateInstance<SeedGuidance>(services, past, driver).Tell(clock.GetUtcNow(), cancellation);
        await store.Commit(Partitions.Installation, [new Write.Insert(Row, "klaar")], cancellation);
    }

    /// <summary>The portal as it runs here, but for the clock and the driver: a story does its own work in its own time.</summary>
    private ServiceProvider Portal(SeedClock past, SeedDriver driver) => new ServiceCollection()
        .AddPortal()
        .AddSingleton(logs)
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddSingleton(portal)
        .AddSingleton(protection)
        .AddSingleton(store)
        .AddSingleton(votes)
        .AddSingleton(attachments)
        .AddSingleton<IMailer>(new OutboxMailer(outbox, sender, past))
        .AddSingleton<IDriver>(driver)
        .AddSingleton<TimeProvider>(past)
        .BuildServiceProvider();
}
