using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Board;

/// <summary>
/// Keeps one partition with what pages over all Smederijen show, where reading each partition would cost a request to a
/// service. Every change of it is an effect that was decided with what it shows; performing one reads the thing as it is now,
/// so a late or doubled effect does no harm. Off, it writes nothing, and the pages read the partitions themselves.
/// </summary>
public sealed class SharedBoard(IEntityStore store, VoteVault vault, IOptions<PortalOptions> options)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<SharedBoard, BoardEffect.Show>((x, key, show, cancellation) => RoundKey.TryRead(key) is { } round
            ? x.ShowRound(round, cancellation)
            : MeetingKey.TryRead(key) is { } meeting ? x.ShowMeeting(meeting, cancellation)
            : x.ShowIdea(IdeaKey.Of(key), show.Period, cancellation)),
    ];

    public bool IsKept => options.Value.KeepsBoard;

    /// <param name="period">The round whose money changed with the idea; null when none did.</param>
    public async Task ShowIdea(IdeaKey key, string? period = null, CancellationToken cancellation = default)
    {
        var idea = await RowOf(key, cancellation);
        if (period is null || await RowOf(new RoundKey(key.Smederij, period), cancellation) is not { } round)
            await store.Commit(Partitions.Board, [idea], cancellation);
        // A row that was taken off before cannot be taken off again.
        else if (await store.Commit(Partitions.Board, [idea, round], cancellation) is CommitResult.Conflict)
            await store.Commit(Partitions.Board, [round], cancellation);
    }

    public async Task ShowRound(RoundKey key, CancellationToken cancellation = default)
    {
        if (IsKept && await RowOf(key, cancellation) is { } round)
            await store.Commit(Partitions.Board, [round], cancellation);
    }

    public async Task ShowMeeting(MeetingKey key, CancellationToken cancellation = default) =>
        await store.Commit(
            Partitions.Board,
            [
                await MeetingKind.WaitingRow(store, key, cancellation) is { } waiting
                    ? new Write.Put(BoardKeys.Meeting(key), waiting) : new Write.Delete(BoardKeys.Meeting(key)),
            ], cancellation);

    private async Task<Write> RowOf(IdeaKey key, CancellationToken cancellation)
    {
        var stored = (await store.Get(key.Smederij, IdeaKeys.Idea(key.Id), cancellation))?.Read(IdeaJson.Default.StoredIdea);
        return stored is not null && RunningIdea.Of(stored.Item, stored.Title) is { } running
            ? new Write.Put(BoardKeys.Idea(key), Rows.Write(running, IdeaJson.Default.RunningIdea))
            : new Write.Delete(BoardKeys.Idea(key));
    }

    internal async Task<Write.Put?> RowOf(RoundKey key, CancellationToken cancellation)
    {
        if (await store.LoadRound(key, cancellation) is not { Item: var round })
            return null;
        var paper = await RoundKind.PaperWaiting(vault, key, round, cancellation);
        return new Write.Put(BoardKeys.Round(key), Rows.Write(BoardRound.Of(round, paper), BoardJson.Default.BoardRound));
    }
}
