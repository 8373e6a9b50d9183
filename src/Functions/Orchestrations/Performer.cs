using Microsoft.DurableTask.Client;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Ideas;

namespace Smederijen.Functions.Orchestrations;

/// <summary>Runs the portal's work list for one item, and tells where the item stands after that.</summary>
public sealed class Performer(WorkList work, IEntityStore store, DurableDriver driver, ReadsOnce reads)
{
    /// <param name="client">Wakes what the effects touch, this item included: a turn performs only what it found at its begin.</param>
    public async Task<NextStep> Perform(string instance, DurableTaskClient? client, CancellationToken cancellation)
    {
        var key = Instance.Read(instance);
        driver.Borrow(client);
        reads.Begin();
        var due = (await work.PerformDue(key, cancellation))?.UtcDateTime;
        if (!IdeaKind.Facts.Has(key.Item))
            return new NextStep(due, key.Item, due is null ? "Nobody" : "Clock");
        try
        {
            var state = (await store.Get(key.Smederij, IdeaKeys.Idea(key.Item), cancellation))?.Read(IdeaJson.Default.StoredIdea).Item.State;
            return new NextStep(due, $"{state?.Phase}", $"{state?.WaitsFor}");
        }
        catch (UnreadableRowException)
        {
            return new NextStep(due, "Onleesbaar", "Techniek");
        }
    }
}
