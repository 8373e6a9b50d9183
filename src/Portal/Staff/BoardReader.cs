using Smederijen.Portal.Board;
using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Staff;

/// <summary>
/// Reads the running ideas of one Smederij or of all, those first whose term ends first. It reads index rows only: a page
/// of them per Smederij, merged by their keys, so its cost does not grow with the store.
/// </summary>
public sealed class BoardReader(IEntityStore store, EffectContracts effects, SettingsBook settings, SharedBoard board, UnreadableRows unreadable,
    TimeProvider clock)
{
    private const int LinesPerPage = 50;

    /// <summary>How often to read on when a filter lets few lines through; after that the reader asks for more.</summary>
    private const int Rounds = 5;

    /// <summary>Beyond this the board says "more than".</summary>
    private const int CountUpTo = 100;

    /// <summary>How many running ideas of a Smederij to look through for lists to count: an idea with one has its term within weeks.</summary>
    private const int LookUpTo = 200;

    /// <summary>All Smederijen at once, from the shared board; null for one Smederij, and where no board is kept or made yet.</summary>
    public async Task<BoardSnapshot?> Shared(BoardFilter filter, CancellationToken cancellation = default) =>
        board.IsKept && filter.Smederij is null && await BoardSnapshot.Read(store, cancellation) is { IsMade: true } made ? made : null;

    public BoardPart Read(BoardFilter filter, BoardSnapshot shared) => shared.Part(filter, LinesPerPage, clock.GetUtcNow());

    public BoardCounts Count(BoardSnapshot shared) => shared.Counts(clock.GetUtcNow());

    public async Task<BoardPart> Read(BoardFilter filter, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var lines = new List<BoardLine>();
        string? place = filter.From;
        for (var round = 0; round < Rounds && place is not null && lines.Count <= LinesPerPage; round++)
        {
            var range = filter.OnlyOverdue ? IdeaKeys.OverdueFrom(place, now) : IdeaKeys.RunningFrom(place);
            var pages = await ForEach(filter.Smederij, async smederij =>
                (Smederij: smederij, Page: await store.Query(smederij, range, LinesPerPage + 1, cancellation)));
            // Beyond the first place that a partition has not told yet, the order is not known.
            var horizon = pages.Select(read => read.Page.Continuation).OfType<string>().Min(StringComparer.Ordinal);
            foreach (var (smederij, row) in pages
                .SelectMany(read => read.Page.Rows.Select(row => (read.Smederij, Row: row)))
                .Where(found => horizon is null || string.CompareOrdinal(found.Row.Row, horizon) < 0)
                .OrderBy(found => found.Row.Row, StringComparer.Ordinal))
                lines.AddRange((await unreadable.Read(smederij, [row], IdeaJson.Default.RunningIdea)).Where(filter.Lets)
                    .Select(idea => new BoardLine(smederij, idea)));
            place = horizon is null ? null : IdeaKeys.PlaceOf(horizon);
        }
        var next = lines.Count > LinesPerPage ? IdeaKeys.PlaceOf(lines[LinesPerPage].Idea.Row) : place;
        return new BoardPart([.. lines.Take(LinesPerPage)], next, now);
    }

    /// <summary>What is not as it should be, over all that this reader of the board looks at.</summary>
    public async Task<BoardCounts> Count(string? smederij, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var counts = await ForEach(smederij, async partition =>
        {
            // Those whose term ends first: of those the overdue ones are the first, and what waits for a count is among them.
            var running = await unreadable.Read(
                partition, (await store.Query(partition, IdeaKeys.RunningFrom(""), LookUpTo, cancellation)).Rows, IdeaJson.Default.RunningIdea);
            var overdue = running.Count(idea => idea.IsOverdueAt(now));
            var pending = await store.Query(partition, Keys.AllEffects, CountUpTo, cancellation);
            var failed = await store.Query(partition, Keys.AllFailed, CountUpTo, cancellation);
            var late = (await unreadable.Read(partition, pending.Rows, effects.Pending))
                .Count(effect => effect.IsLateAt(now - BoardCounts.LateAfter));
            return new BoardCounts(Math.Min(overdue, CountUpTo), late, failed.Rows.Count, overdue > CountUpTo)
            {
                ToCount = BoardCounts.LongestFirst(running.Select(idea => new BoardLine(partition, idea))),
            };
        });
        return counts.Aggregate(new BoardCounts(0, 0, 0, false), (sum, one) => sum + one);
    }

    private async Task<IReadOnlyList<T>> ForEach<T>(string? smederij, Func<string, Task<T>> read) =>
        await Task.WhenAll((smederij is not null ? [smederij] : settings.All.Select(one => one.Id)).Select(read));
}
