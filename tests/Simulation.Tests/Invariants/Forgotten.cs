using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>Where the time to remember is over, nobody is known any more, and who never confirmed was forgotten long ago.</summary>
internal sealed class Forgotten(Simulation simulation)
{
    public async Task Check()
    {
        foreach (var (key, idea) in simulation.Watch.Ideas)
        {
            if (idea.Stored!.Item.State is IdeaState.Ended { EraseAt: null })
                await CheckIdea(key, idea);
        }
        foreach (var (key, plan) in simulation.Watch.Plans)
        {
            if (plan.Stored!.Item.State is PlanState.Ended { EraseAt: null })
                await CheckEmpty(key.Smederij, $"{key} ended long ago", PlanKeys.People(key.Id), PlanKeys.Supporters(key.Id), PlanKeys.Proofs(key.Id),
                    PlanKeys.Notes(key.Id));
        }
        foreach (var (key, meeting) in simulation.Watch.Meetings)
        {
            if (meeting is { IsRunning: false, Meeting.Until: null })
                await CheckEmpty(key.Smederij, $"{key.Address} is over", Words.Of(MeetingKind.Facts.Name!, key.Id));
        }
        foreach (var smederij in simulation.File.Smederijen)
            await CheckGroup(smederij.Id);
    }

    private async Task CheckIdea(IdeaKey key, FollowedIdea idea)
    {
        foreach (var scan in idea.Events.Select(IdeaFiles.ScanOf).OfType<string>())
        {
            if (simulation.Machine.Attachments.Names.Contains(scan))
                throw new Violation($"{key} ended long ago, and a list of signatures is still there.");
        }
        await CheckEmpty(key.Smederij, $"{key} ended long ago", IdeaKeys.People(key.Id), IdeaKeys.Supporters(key.Id), IdeaKeys.Receipts(key.Id), IdeaKeys.Notes(key.Id));
    }

    /// <summary>Who joined the initiatiefgroep and did not confirm is there only until the day on which that is due.</summary>
    private async Task CheckGroup(string smederij)
    {
        var due = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in simulation.Store.All(smederij, Keys.AllEffects))
        {
            if (row.Read(House.Effects.Pending).Effect is GroupEffect.ForgetUnconfirmed forget)
                due.Add(forget.Member);
        }
        await foreach (var row in simulation.Store.All(smederij, RowRange.Prefix("groep|")))
        {
            if (!row.Read(WorkJson.Default.Person).Confirmed && !due.Contains(row.Row.Split('|')[1]))
                throw new Violation($"Somebody who never confirmed is still in the initiatiefgroep of {smederij}.");
        }
    }

    private async Task CheckEmpty(string partition, string why, params RowRange[] ranges)
    {
        foreach (var range in ranges)
        {
            if ((await simulation.Store.Query(partition, range, 1)).Rows is [var row, ..])
                throw new Violation($"{why}, and row {row.Row} is still there.");
        }
    }
}
