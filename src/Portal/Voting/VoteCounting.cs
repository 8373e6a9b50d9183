using System.Runtime.CompilerServices;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>
/// Counts a vote, as a step of its round. It can stop anywhere and start again: what it writes follows from the ballots alone,
/// and the ballots as they were cast stay until the result is committed.
/// </summary>
public sealed class VoteCounting(IEntityStore store, BallotBox box, PaperBallots paper, RoundItems rounds, RoundArchive archive)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<VoteCounting, RoundEffect.CountBallots>((x, key, _, cancellation) => x.Count(RoundKey.Of(key), cancellation)),
        Deed.Of<VoteCounting, RoundEffect.DecideByDraw>((x, key, _, cancellation) => x.DecideByDraw(RoundKey.Of(key), cancellation)),
        Deed.Of<VoteCounting, RoundEffect.ShredBallots>((x, key, _, cancellation) => x.Shred(RoundKey.Of(key), cancellation)),
    ];

    /// <summary>Two rows of each code change in one commit.</summary>
    private const int CodesPerCommit = StoreLimits.OperationsPerCommit / 2;

    private const int GroupsPerRow = 200;
    private const int NumbersPerRow = 1000;

    public async Task Count(RoundKey key, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Item: { State: RoundState.Counting { CheckUntil: null } state } round })
            return;
        await EndRights(key, cancellation);
        var manifest = (await archive.ManifestOf(key, round, cancellation))!;
        var (groups, numbers) = await Gather(key, cancellation);
        await CheckAgainstCodes(key, numbers.Count, cancellation);
        await WriteDown(key, groups, numbers, cancellation);
        var election = VoteCount.Election(manifest, state.Struck, groups);
        var counted = new RoundEvent.Counted(default, [], numbers.Count, VoteCount.Head(manifest.Hash, numbers),
            (await paper.Waiting(key, cancellation)).Sum(waiting => waiting.Batch.Ballots.Count),
            InvalidPaper.In((await archive.History(key, cancellation)).Select(line => line.Event)).Sum(invalid => invalid.Ballots))
        { Equal = VoteCount.ToDraw(manifest, election) };
        var verdicts = counted.Equal.IsEmpty
            ? Verdicts(manifest, state.Struck, VoteCount.Count(manifest, election, VoteCount.SeedOf(manifest, counted, null)))
            : [];
        await rounds.Handle(
            key, CommandId.From($"telling-{key}"), at => new RoundEvent.Counted(at, verdicts, counted.Ballots, counted.Seed, counted.Unchecked, counted.Invalid)
            { Equal = counted.Equal }, cancellation: cancellation);
    }

    /// <summary>Counts what was written down and published, with the order that the value of the draw gives.</summary>
    public async Task DecideByDraw(RoundKey key, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Item: { State: RoundState.Drawing { Value: { } value } state } round })
            return;
        var manifest = (await archive.ManifestOf(key, round, cancellation))!;
        var election = VoteCount.Election(manifest, state.Struck, await WrittenDown(store, key, cancellation));
        var seed = DrawValue.Seed(manifest.Hash, value);
        var verdicts = Verdicts(manifest, state.Struck, VoteCount.Count(manifest, election, seed));
        ImmutableArray<string> order =
            [.. state.Equal.SelectMany(equal => equal.Ideas.OrderBy(idea => TieOrder.Lot(seed, idea), StringComparer.Ordinal))];
        await rounds.Handle(
            key, CommandId.From($"loting-{key}"), at => new RoundEvent.Drawn(at, value, order, verdicts), cancellation: cancellation);
    }

    /// <summary>The ballots as they were written down by the count.</summary>
    public static ValueTask<List<SameMarks>> WrittenDown(IEntityStore store, RoundKey key, CancellationToken cancellation) =>
        store.All(key.Smederij, VoteKeys.AllCounted(key.Period), cancellation)
            .SelectMany(row => row.Read(VoteJson.Default.SameMarksArray).ToAsyncEnumerable()).ToListAsync(cancellation);

    /// <summary>The ballots as they were cast, and all else of the ballot box: what is left of it is the count.</summary>
    public async Task Shred(RoundKey key, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Item.State: RoundState.Drawing or RoundState.Decided })
            return;
        await foreach (var rows in Batches(key, VoteKeys.Everything(key.Period), StoreLimits.OperationsPerCommit, cancellation))
            await store.Commit(key.Smederij, [.. rows.Select(row => new Write.Delete(row.Row, row.ETag))], cancellation);
    }

    /// <summary>
    /// Takes away every right that is left. A ballot that was decided in time may still be on its way to the store; it lands
    /// before its right goes, or not at all. So after this nothing comes in any more.
    /// </summary>
    private async Task EndRights(RoundKey key, CancellationToken cancellation)
    {
        await foreach (var rows in Batches(key, VoteKeys.Rights(key.Period), CodesPerCommit, cancellation))
            await store.Commit(key.Smederij, [.. rows.SelectMany(row => Ended(key, row))], cancellation);
    }

    /// <summary>All rows of a range in batches, again and again until none is left: a batch that lost a race comes back.</summary>
    private async IAsyncEnumerable<Entity[]> Batches(
        RoundKey key, RowRange range, int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<Entity> rows;
        do
        {
            rows = await store.All(key.Smederij, range, cancellation).ToListAsync(cancellation);
            foreach (var batch in rows.Chunk(size))
                yield return batch;
        }
        while (rows.Count > 0);
    }

    private static IEnumerable<Write> Ended(RoundKey key, Entity right)
    {
        yield return new Write.Delete(right.Row, right.ETag);
        yield return new Write.Put(VoteKeys.Code(key.Period, right.Row[(right.Row.LastIndexOf('|') + 1)..]), CodeMark.Unused);
    }

    /// <summary>
    /// The ballots without their order: the same marks together, sorted by their marks, and the tracking numbers sorted by
    /// themselves. A sorted list says even less about the order of voting than a shuffled one, and comes out the same each time.
    /// </summary>
    private async Task<(List<SameMarks> Groups, List<string> Numbers)> Gather(RoundKey key, CancellationToken cancellation)
    {
        var groups = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var numbers = new List<string>();
        await foreach (var row in store.All(key.Smederij, VoteKeys.Ballots(key.Period), cancellation))
        {
            var (tracking, marks) = box.Open(row);
            numbers.Add(tracking);
            groups[marks.Value] = groups.GetValueOrDefault(marks.Value) + 1;
        }
        numbers.Sort(StringComparer.Ordinal);
        return ([.. groups.Select(group => new SameMarks(group.Key, group.Value))], numbers);
    }

    /// <exception cref="InvalidOperationException">A ballot was added or lost outside this portal.</exception>
    private async Task CheckAgainstCodes(RoundKey key, int ballots, CancellationToken cancellation)
    {
        var used = 0;
        await foreach (var row in store.All(key.Smederij, VoteKeys.Codes(key.Period), cancellation))
            used += row.Data is CodeMark.Unused or CodeMark.Invalid ? 0 : 1;
        if (used != ballots)
            throw new InvalidOperationException($"The vote of {key} has {ballots} ballots for {used} used codes: look at the store and its backups before it is counted.");
    }

    private async Task WriteDown(RoundKey key, List<SameMarks> groups, List<string> numbers, CancellationToken cancellation)
    {
        foreach (var (i, part) in groups.Chunk(GroupsPerRow).Index())
            await store.Commit(key.Smederij, [new Write.Put(VoteKeys.Counted(key.Period, i), Rows.Write(part, VoteJson.Default.SameMarksArray))],
                cancellation);
        foreach (var (i, part) in numbers.Chunk(NumbersPerRow).Index())
            await store.Commit(key.Smederij, [new Write.Put(VoteKeys.Tracking(key.Period, i), Rows.Write(part, VoteJson.Default.StringArray))],
                cancellation);
    }

    private static ImmutableArray<Verdict> Verdicts(Manifest manifest, ImmutableArray<Struck> struck, Count count) =>
    [
        .. manifest.Ideas.Select(idea => struck.FirstOrDefault(left => left.Idea == idea.Idea) is { } left
            ? new Verdict(idea.Idea, idea.Cost, false, left.Reason, Left: true)
            : Verdict(idea, count.Fates.First(fate => fate.Project.Id == idea.Idea))),
    ];

    private static Verdict Verdict(Candidate idea, Fate fate) =>
        new(idea.Idea, idea.Cost, fate is Fate.Winner, fate is Fate.Winner ? null : FateTexts.Lacked(fate));
}
