using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>
/// Counts a vote, as a step of its round. It can stop anywhere and start again: what it writes follows from the ballots alone,
/// and the ballots as they were cast stay until the result is committed.
/// </summary>
public sealed class VoteCounting(IEntityStore store, VoteVault vault, PaperBallots paper, RoundItems rounds, RoundArchive archive)
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
        // The key goes only after the decision, so there is nothing to count any more.
        if (await vault.Find(key, cancellation) is not { } rows)
            return;
        await EndRights(rows, cancellation);
        await paper.Settle(key, cancellation);
        var manifest = (await archive.ManifestOf(key, round, cancellation))!;
        var (groups, numbers) = await Gather(rows, cancellation);
        await CheckAgainstCodes(key, rows, numbers.Count, cancellation);
        await WriteDown(key, groups, numbers, cancellation);
        var election = VoteCount.Election(manifest, state.Struck, groups);
        var counted = new RoundEvent.Counted(default, [], numbers.Count, VoteCount.Head(manifest.Hash, numbers),
            (await paper.Waiting(key, cancellation)).Sum(waiting => waiting.Batch.Ballots.Count),
            InvalidPaper.In((await archive.History(key, cancellation)).Select(line => line.Event)).Sum(invalid => invalid.Ballots))
        { Equal = VoteCount.ToDraw(manifest, election) };
        var (verdicts, next) = counted.Equal.IsEmpty
            ? Outcome(manifest, state.Struck, election, VoteCount.SeedOf(manifest, counted, null))
            : ([], []);
        var digest = CountDigest.Of(groups, numbers).RowOf(key.Period);
        await rounds.Handle(
            key, CommandId.From($"telling-{key}"), at => new RoundEvent.Counted(at, verdicts, counted.Ballots, counted.Seed, counted.Unchecked, counted.Invalid)
            { Equal = counted.Equal, Next = next }, _ => Task.FromResult<IReadOnlyList<Write>?>([digest]), cancellation);
    }

    /// <summary>Counts what was written down and published, with the order that the value of the draw gives.</summary>
    public async Task DecideByDraw(RoundKey key, CancellationToken cancellation)
    {
        if (await rounds.Load(key, cancellation) is not { Item: { State: RoundState.Drawing { Value: { } value } state } round })
            return;
        var manifest = (await archive.ManifestOf(key, round, cancellation))!;
        var election = VoteCount.Election(manifest, state.Struck, await WrittenDown(store, key, cancellation));
        var seed = DrawValue.Seed(manifest.Hash, value);
        var (verdicts, next) = Outcome(manifest, state.Struck, election, seed);
        ImmutableArray<string> order =
            [.. state.Equal.SelectMany(equal => equal.Ideas.OrderBy(idea => TieOrder.Lot(seed, idea), StringComparer.Ordinal))];
        await rounds.Handle(
            key, CommandId.From($"loting-{key}"), at => new RoundEvent.Drawn(at, value, order, verdicts) { Next = next },
            cancellation: cancellation);
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
        IReadOnlyList<Write> maker = await store.Get(key.Smederij, RoundKeys.Maker(key.Period), cancellation) is { } claim
            ? [new Write.Delete(claim.Row)] : [];
        await vault.Shred(key, maker, cancellation);
    }

    /// <summary>
    /// Takes away every right that is left. A ballot that was decided in time may still be on its way to the store; it lands
    /// before its right goes, or not at all. So after this nothing comes in any more.
    /// </summary>
    private static async Task EndRights(VoteRows rows, CancellationToken cancellation)
    {
        List<OpenedRow> left;
        // Again and again until none is left: a batch that lost a race comes back.
        do
        {
            left = await rows.All(BoxRow.Right, cancellation).ToListAsync(cancellation);
            foreach (var rights in left.Chunk(CodesPerCommit))
                await rows.Commit([.. rights.SelectMany(right => Ended(rows, right))], cancellation);
        }
        while (left.Count > 0);
    }

    private static IEnumerable<Write> Ended(VoteRows rows, OpenedRow right)
    {
        yield return new Write.Delete(right.Row, right.ETag);
        yield return rows.Put(BoxRow.Code, right.Name, CodeMark.Unused);
    }

    /// <summary>
    /// The ballots without their order: the same marks together, sorted by their marks, and the tracking numbers sorted by
    /// themselves. A sorted list says even less about the order of voting than a shuffled one, and comes out the same each time.
    /// </summary>
    private static async Task<(List<SameMarks> Groups, List<string> Numbers)> Gather(VoteRows rows, CancellationToken cancellation)
    {
        var groups = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var numbers = new List<string>();
        await foreach (var ballot in rows.All(BoxRow.Ballot, cancellation))
        {
            numbers.Add(ballot.Name);
            groups[ballot.Data] = groups.GetValueOrDefault(ballot.Data) + 1;
        }
        numbers.Sort(StringComparer.Ordinal);
        return ([.. groups.Select(group => new SameMarks(group.Key, group.Value))], numbers);
    }

    /// <exception cref="NeedsPeopleException">A ballot was added or lost outside this portal.</exception>
    private static async Task CheckAgainstCodes(RoundKey key, VoteRows rows, int ballots, CancellationToken cancellation)
    {
        var used = await rows.All(BoxRow.Code, cancellation)
            .CountAsync(code => code.Data is not (CodeMark.Unused or CodeMark.Invalid), cancellation);
        if (used != ballots)
            throw new NeedsPeopleException($"The vote of {key} has {ballots} ballots for {used} used codes: look at the store and its backups before it is counted.");
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

    /// <param name="seed">Of the draw between equals; null when it can change nothing.</param>
    private static (ImmutableArray<Verdict> Verdicts, ImmutableArray<string> Next) Outcome(
        Manifest manifest, ImmutableArray<Struck> struck, Election election, string? seed)
    {
        var count = VoteCount.Count(manifest, election, seed);
        return (Verdicts(manifest, struck, count, seed), VoteCount.Next(manifest, count, seed));
    }

    /// <inheritdoc cref="Outcome" path="/param"/>
    internal static ImmutableArray<Verdict> Verdicts(Manifest manifest, ImmutableArray<Struck> struck, Count count, string? seed)
    {
        return
        [
            .. manifest.Ideas.Select(idea => struck.Any(left => left.Idea == idea.Idea)
                ? new Verdict(idea.Idea, idea.Cost, false, Left: true)
                : Told(idea, count.Fates.First(fate => fate.Project.Id == idea.Idea))),
        ];

        Verdict Told(Candidate idea, Fate fate) =>
            new(idea.Idea, idea.Cost, fate is Fate.Winner,
                fate is Fate.Winner ? null : FateTexts.LackedByItself(fate, count, drawn: seed is not null));
    }
}
