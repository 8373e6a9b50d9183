using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Upgrades;

/// <summary>A first start of a new layout that the machine stops in, and a second one on what it left.</summary>
internal static class StoppedStart
{
    /// <param name="step">How many commits further each following start gets.</param>
    /// <param name="most">After so many commits it is enough, also when no start was whole.</param>
    public static async Task IsBegunAgain(
        Func<Task<InMemoryEntityStore>> before, Func<InMemoryEntityStore, Task<World>> begin, int step, int most)
    {
        for (var commits = 1; ; commits += step)
        {
            var store = await before();
            var left = commits;
            store.After = (_, _) => { if (--left == 0) throw new StoreUnavailableException("The machine stops.", new IOException()); };
            var stopped = false;
            try
            {
                await (await begin(store)).DisposeAsync();
            }
            catch (StoreUnavailableException)
            {
                stopped = true;
            }
            store.After = null;
            await using var world = await begin(store);
            (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty($"stopped after commit {commits}");
            if (!stopped || commits > most)
                return;
        }
    }
}
