using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Board;

/// <summary>The shared board as it was read at once.</summary>
public sealed class BoardSnapshot
{
    private readonly List<BoardLine> ideas = [];
    private readonly List<(RoundKey Key, BoardRound Round)> rounds = [];
    private readonly List<(MeetingKey Key, MeetingSummary Meeting)> meetings = [];

    private BoardSnapshot(IEnumerable<Entity> rows)
    {
        foreach (var row in rows)
            Take(row);
    }

    /// <summary>False before the board was made for the first time: then it says nothing about what is not on it.</summary>
    public bool IsMade { get; private set; }

    public int Failed { get; private set; }

    public int Late { get; private set; }

    /// <summary>By Smederij, the latest period first.</summary>
    public ILookup<string, RoundSummary> Rounds => rounds.OrderByDescending(one => one.Key.Period, StringComparer.Ordinal)
        .ToLookup(one => one.Key.Smederij, one => one.Round.Round);

    /// <summary>How many batches of ballots on paper wait for a second person, by vote.</summary>
    public IReadOnlyDictionary<(string, string), int> Paper =>
        rounds.ToDictionary(one => (one.Key.Smederij, one.Key.Period), one => one.Round.PaperWaiting);

    /// <summary>Decisions of meetings that wait for a second person, those that wait longest first.</summary>
    public IReadOnlyList<(MeetingKey Key, MeetingSummary Meeting)> Meetings =>
        [.. meetings.OrderBy(one => one.Meeting.At).ThenBy(one => one.Key.Id, StringComparer.Ordinal)];

    public static async Task<BoardSnapshot> Read(IEntityStore store, CancellationToken cancellation) =>
        new(await store.All(Partitions.Board, BoardKeys.All, cancellation).ToListAsync(cancellation));

    /// <summary>
    /// What the rounds can still spend, in one read, null for one that is not open. A round that is not there has to be looked up itself.
    /// </summary>
    public static async Task<IReadOnlyDictionary<RoundKey, Euro?>> Money(IEntityStore store, CancellationToken cancellation) =>
        new BoardSnapshot(await store.All(Partitions.Board, BoardKeys.Rounds, cancellation).ToListAsync(cancellation))
            .rounds.ToDictionary(
                one => one.Key, one => one.Round.Round.Phase is RoundPhase.Open ? new Euro(one.Round.AvailableInCents) : (Euro?)null);

    /// <summary>A page of the board, in the order in which the partitions themselves keep it.</summary>
    public BoardPart Part(BoardFilter filter, int most, DateTimeOffset now)
    {
        var lines = ideas.Where(line => filter.Lets(line.Idea) && (!filter.OnlyOverdue || line.Idea.IsOverdueAt(now)))
            .Where(line => string.CompareOrdinal(IdeaKeys.PlaceOf(line.Idea.Row), filter.From) >= 0)
            .OrderBy(line => line.Idea.Row, StringComparer.Ordinal).Take(most + 1).ToList();
        return new BoardPart([.. lines.Take(most)], lines.Count > most ? IdeaKeys.PlaceOf(lines[most].Idea.Row) : null, now);
    }

    public BoardCounts Counts(DateTimeOffset now) => new(ideas.Count(line => line.Idea.IsOverdueAt(now)), Late, Failed, false)
    {
        ToCount = BoardCounts.LongestFirst(ideas),
    };

    /// <summary>A row that cannot be read is left out: it is made anew at night.</summary>
    private void Take(Entity row)
    {
        if (BoardKeys.IdeaOf(row.Row) is { } idea)
        {
            if (row.TryRead(IdeaJson.Default.RunningIdea) is { } running)
                ideas.Add(new BoardLine(idea.Smederij, running));
        }
        else if (BoardKeys.RoundOf(row.Row) is { } round)
        {
            if (row.TryRead(BoardJson.Default.BoardRound) is { } shown)
                rounds.Add((round, shown));
        }
        else if (BoardKeys.MeetingOf(row.Row) is { } meeting)
        {
            if (row.TryRead(MeetingRows.Default.MeetingSummary) is { } waiting)
                meetings.Add((meeting, waiting));
        }
        else if (BoardMarks.IsFailed(row.Row))
            Failed++;
        else if (row.Row == BoardMarks.Late && int.TryParse(row.Data, CultureInfo.InvariantCulture, out var late))
            Late = late;
        else if (row.Row == BoardKeys.Made)
            IsMade = true;
    }
}
