using Smederijen.Domain.Ideas;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.LocalHost.Tests;

public sealed class The_example_ideas : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Are_in_every_phase_with_a_whole_history_and_all_mails_sent()
    {
        await using var town = await Edition.Start(_folder, seed: true);
        var phases = new HashSet<IdeaPhase>();
        foreach (var smederij in town.Get<SettingsBook>().All)
        {
            foreach (var summary in (await town.Rows("fase|", smederij.Id)).Select(row => row.Read(IdeaJson.Default.IdeaSummary)))
            {
                phases.Add(summary.Phase);
                summary.Since.ShouldBeLessThan(town.Clock.GetUtcNow());
                await ShouldHaveAWholeLog(town, new IdeaKey(smederij.Id, summary.Id));
            }
            await Edition.Eventually(
                () => town.Rows("effect|", smederij.Id), waiting => !waiting.Any(row => IsDue(row, town.Clock.GetUtcNow())), $"the last effects of {smederij.Id}");
            (await town.Rows("mislukt|", smederij.Id)).ShouldBeEmpty();
        }
        // No Smederij of the example looks first, offers a part of the money or pays in two, and nobody had to stop one of its ideas.
        Enum.GetValues<IdeaPhase>().Except(phases).ShouldBe(
            [IdeaPhase.AwaitingLook, IdeaPhase.OfferedPart, IdeaPhase.AwaitingRest, IdeaPhase.Stopped], ignoreOrder: true);
    }

    /// <summary>Who did not confirm to join a group is only forgotten when the time for it is over.</summary>
    private static bool IsDue(Entity effect, DateTimeOffset now) => !(effect.Read(House.Effects.Pending).RetryAt > now);

    [Fact]
    public async Task Leave_a_history_in_which_the_check_finds_nothing()
    {
        await using var town = await Edition.Start(_folder, seed: true);
        (await town.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Come_once_per_folder()
    {
        await using (await Edition.Start(_folder, seed: true))
        {
        }
        await using var again = await Edition.Start(_folder, seed: true);
        (await again.Rows("fase|")).Count.ShouldBe(3);
    }

    private static async Task ShouldHaveAWholeLog(Edition town, IdeaKey key)
    {
        (await town.Get<IdeaStories>().Read(key)).ShouldNotBeNull().FirstBrokenLine.ShouldBeNull($"the log of {key} is broken");
    }
}
