using System.Collections.Concurrent;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;

namespace Smederijen.Portal.Board;

/// <summary>
/// Makes the shared board from the partitions: at the first start of a store that had none, and once a day, which puts right
/// whatever an effect missed. What cannot be read is reported, and is on the board again the night after it was mended.
/// </summary>
public sealed class BoardMaking(IEntityStore store, SharedBoard board, SettingsBook settings, UnreadableRows unreadable, TimeProvider clock)
{
    private string madeOn = "";

    /// <summary>Makes the board when nobody did yet today.</summary>
    public async Task MakeDaily(CancellationToken cancellation = default)
    {
        var today = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!board.IsKept || madeOn == today)
            return;
        madeOn = (await store.Get(Partitions.Board, BoardKeys.Made, cancellation))?.Data ?? "";
        if (madeOn == today)
            return;
        await Make(isFirst: madeOn.Length == 0, cancellation);
        await store.Commit(Partitions.Board, [new Write.Put(BoardKeys.Made, today)], cancellation);
        madeOn = today;
    }

    private async Task Make(bool isFirst, CancellationToken cancellation)
    {
        var there = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in store.All(Partitions.Board, BoardKeys.All, cancellation))
            there[row.Row] = row.Data;
        var wanted = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Task.WhenAll(settings.WorkPartitions.Select(partition => Collect(partition, wanted, cancellation)));
        List<string> wrong = [.. wanted.Where(row => there.GetValueOrDefault(row.Key) != row.Value).Select(row => row.Key)];
        wrong.AddRange(there.Keys.Where(row => row is not (BoardKeys.Made or BoardMarks.Late) && !wanted.ContainsKey(row)));
        if (isFirst)
            foreach (var some in wrong.Where(wanted.ContainsKey).Chunk(StoreLimits.OperationsPerCommit))
                await store.Commit(Partitions.Board, [.. some.Select(row => new Write.Put(row, wanted[row]))], cancellation);
        else
            foreach (var row in wrong)
                await PutRight(row, wanted.GetValueOrDefault(row), cancellation);
    }

    /// <summary>Ideas, meetings and rounds are read once more: what differs may have changed since.</summary>
    private async Task PutRight(string row, string? wanted, CancellationToken cancellation)
    {
        if (BoardKeys.IdeaOf(row) is { } idea)
            await unreadable.Try(idea.Smederij, () => board.ShowIdea(idea, cancellation: cancellation));
        else if (BoardKeys.MeetingOf(row) is { } meeting)
            await unreadable.Try(meeting.Smederij, () => board.ShowMeeting(meeting, cancellation));
        else if (wanted is not null && BoardKeys.RoundOf(row) is { } round)
            await unreadable.Try(round.Smederij, () => board.ShowRound(round, cancellation));
        else
            await store.Commit(Partitions.Board, [wanted is null ? new Write.Delete(row) : new Write.Put(row, wanted)], cancellation);
    }

    private async Task Collect(string partition, ConcurrentDictionary<string, string> wanted, CancellationToken cancellation)
    {
        await foreach (var row in store.All(partition, IdeaKeys.RunningFrom(""), cancellation))
        {
            if (await unreadable.Read(partition, [row], IdeaJson.Default.RunningIdea) is [var idea])
                wanted[BoardKeys.Idea(new IdeaKey(partition, idea.Id))] = row.Data;
        }
        await foreach (var row in store.All(partition, MeetingKind.Waiting, cancellation))
        {
            if (await unreadable.Read(partition, [row], MeetingRows.Default.MeetingSummary) is [var meeting])
                wanted[BoardKeys.Meeting(new MeetingKey(partition, meeting.Id))] = row.Data;
        }
        await foreach (var row in store.All(partition, Keys.AllFailed, cancellation))
        {
            if (Keys.TryReadEffect(row.Row) is var (item, number))
                wanted[BoardMarks.Failed(new WorkKey(partition, item), number)] = "";
        }
        await foreach (var row in store.All(partition, RoundKeys.AllListed, cancellation))
        {
            var key = new RoundKey(partition, row.Row[RoundKeys.Listed("").Length..]);
            if (await unreadable.Try(partition, () => board.RowOf(key, cancellation)) is { } round)
                wanted[round.Row] = round.Data;
        }
    }
}
