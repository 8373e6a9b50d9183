using Smederijen.Domain.Ideas;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Storage;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The shared board says of every idea and every round what the partitions say, and of nothing else.</summary>
internal sealed class BoardRows(Simulation simulation)
{
    private Watch Watch => simulation.Watch;

    public async Task Check()
    {
        var running = Watch.Ideas.Where(idea => idea.Value.Stored!.Item.State is not IdeaState.Ended { Refund: null })
            .ToDictionary(idea => idea.Key, idea => idea.Value.Stored!);
        var rounds = Watch.Rounds.Keys.ToHashSet();
        var meetings = Watch.Meetings.Where(one => one.Value.Meeting!.Phase is MeetingPhase.Proposed)
            .ToDictionary(one => one.Key, one => MeetingSummary.Of(one.Value.Meeting!));
        await foreach (var row in simulation.Store.All(Partitions.Board, BoardKeys.All))
        {
            if (BoardKeys.IdeaOf(row.Row) is { } idea)
                MustBe(row, running.Remove(idea, out var stored) ? RunningIdea.Of(stored.Item, stored.Title)
                    : null, row.Read(IdeaJson.Default.RunningIdea));
            else if (BoardKeys.RoundOf(row.Row) is { } round)
                await CheckRound(row, round, rounds.Remove((round.Smederij, round.Period)));
            else if (BoardKeys.MeetingOf(row.Row) is { } meeting
                && (!meetings.Remove(meeting, out var waits) || Rows.Write(waits, MeetingRows.Default.MeetingSummary) != row.Data))
                throw new Violation($"The shared board shows {row.Row} as {row.Data}.");
        }
        if (running.Count > 0)
            throw new Violation($"{running.First().Key} runs and is not on the shared board.");
        if (meetings.Count > 0)
            throw new Violation($"{meetings.First().Key} waits and is not on the shared board.");
        if (rounds.Count > 0)
            throw new Violation($"Round {rounds.First()} is not on the shared board.");
    }

    /// <summary>How much paper waits is told as it was after the last press of a button that was answered.</summary>
    private async Task CheckRound(Entity row, RoundKey key, bool isThere)
    {
        var round = (await simulation.Store.Get(key.Smederij, RoundKeys.Round(key.Period)))?.Read(LedgerJson.Default.StoredRound);
        var shown = row.Read(BoardJson.Default.BoardRound);
        MustBe(row, isThere && round is not null ? BoardRound.Of(round.Item, shown.PaperWaiting) : null, shown);
    }

    private static void MustBe<T>(Entity row, T? wanted, T shown) where T : class
    {
        if (!shown.Equals(wanted))
            throw new Violation($"The shared board shows {row.Row} as {shown}, and it is {wanted?.ToString() ?? "not there"}.");
    }
}
