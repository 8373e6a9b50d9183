using System.Text.Json.Serialization.Metadata;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>Ballots on paper as one person typed them; they count once another person finds the same totals on the paper.</summary>
public sealed record PaperBatch(string By, DateTimeOffset At, IReadOnlyList<PaperBallot> Ballots)
{
    /// <summary>On the valid ballots.</summary>
    public int Crosses => Ballots.Sum(ballot => ballot.Marks.Count(mark => mark == '1'));

    public int Invalid => Ballots.Count(ballot => ballot.Fault is not null);
}

/// <summary>A batch whose ballots lie in the box, until the round knows it too.</summary>
/// <param name="Ballots">How many are valid.</param>
/// <param name="NotTaken">Ballots whose code was used or unknown by then, with the reason: they count as not valid.</param>
public sealed record TakenPaper(
    string By, string CheckedBy, DateTimeOffset At, int Ballots, ImmutableArray<InvalidPaper> Invalid, IReadOnlyList<string> NotTaken);

/// <param name="Code">The keyed hash of the code; empty when the ballot has none that it can use up.</param>
/// <param name="Label">The last group of the code, to find the paper back.</param>
/// <param name="Marks">Empty on a ballot that is not valid.</param>
/// <param name="Fault">Why it is not valid; null when it is.</param>
public sealed record PaperBallot(string Code, string Label, string Marks, PaperFault? Fault = null);

/// <summary>What a person counted on a batch of paper.</summary>
/// <param name="Ballots">Valid or not.</param>
/// <param name="Crosses">On the valid ones.</param>
public sealed record PaperTotals(int Ballots, int Crosses, int Invalid)
{
    public static PaperTotals Of(PaperBatch batch) => new(batch.Ballots.Count, batch.Crosses, batch.Invalid);
}

/// <summary>What came of checking a batch.</summary>
public abstract record CheckedBatch
{
    private CheckedBatch() { }

    /// <param name="Taken">How many are valid.</param>
    /// <param name="NotTaken">Ballots whose code was used or unknown by then, with the reason: they count as not valid.</param>
    public sealed record Counted(int Taken, IReadOnlyList<string> NotTaken) : CheckedBatch;

    public sealed record TotalsDiffer : CheckedBatch;

    public sealed record Refused(RoundRefusal Reason) : CheckedBatch;

    public sealed record Gone : CheckedBatch;
}

/// <summary>
/// Ballots on paper go into the same box as those on screen, by the same right of the same code. Until the second person has
/// checked a batch it lies sealed in one row; that is the one place where a code and a ballot are together, and it goes in the commit that
/// drops the ballots. Box and round share no commit, so another row then says what was taken until the round has it in its log.
/// </summary>
public sealed class PaperBallots(VoteVault vault, RoundItems rounds, SharedBoard board, UnreadableRows unreadable, TimeProvider clock)
{
    /// <summary>Three rows change for each ballot, and the whole batch is one commit.</summary>
    public const int MostPerBatch = 25;

    private const int Tries = 40;

    public async Task Keep(RoundKey vote, CommandId command, PaperBatch batch, CancellationToken cancellation)
    {
        var (rows, id) = (await Open(vote, cancellation), IdOf(command));
        if (!await rows.Has(BoxRow.PaperDone, id, cancellation))
            await rows.Commit([rows.Insert(BoxRow.Paper, id, JsonSerializer.Serialize(batch, VoteJson.Default.PaperBatch))], cancellation);
        await board.ShowRound(vote, cancellation);
    }

    /// <summary>The batches that wait to be counted again, in the order in which they were typed: so lie the stacks of paper.</summary>
    public async Task<IReadOnlyList<(string Id, PaperBatch Batch)>> Waiting(RoundKey vote, CancellationToken cancellation) =>
    [
        .. (await All(vote, BoxRow.Paper, VoteJson.Default.PaperBatch, cancellation)).Select(paper => (Id: paper.Row.Name, Batch: paper.Value))
            .OrderBy(paper => paper.Batch.At).ThenBy(paper => paper.Id, StringComparer.Ordinal),
    ];

    /// <summary>The totals are those that the second person counted on the paper, without seeing the first person's.</summary>
    public async Task<CheckedBatch> Check(RoundKey vote, string id, string by, PaperTotals totals, CancellationToken cancellation)
    {
        if (await vault.Find(vote, cancellation) is not { } rows)
            return new CheckedBatch.Gone();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await rows.Get(BoxRow.PaperTaken, id, cancellation) is { } earlier)
                return await Settled(vote, Read(earlier, VoteJson.Default.TakenPaper), cancellation);
            if (await rows.Get(BoxRow.Paper, id, cancellation) is not { } row)
                return new CheckedBatch.Gone();
            var batch = Read(row, VoteJson.Default.PaperBatch);
            if (batch.By != by && PaperTotals.Of(batch) != totals)
                return new CheckedBatch.TotalsDiffer();
            var now = clock.GetUtcNow();
            if (await rounds.ObjectionTo(vote, new RoundEvent.PaperEntered(now, batch.By, by, batch.Ballots.Count), cancellation) is { } objection)
                return new CheckedBatch.Refused(objection);
            var sorted = await Sort(rows, batch, cancellation);
            var taken = sorted.Taken(batch.By, by, now);
            var result = await rows.Commit(
                [
                    .. sorted.Writes(rows), new Write.Delete(row.Row, row.ETag),
                    rows.Insert(BoxRow.PaperTaken, id, JsonSerializer.Serialize(taken, VoteJson.Default.TakenPaper)),
                ],
                cancellation);
            if (result is CommitResult.Committed)
                return await Settled(vote, taken, cancellation);
        }
        throw new TimeoutException($"The box of {vote} changed {Tries} times while a batch was checked; try again.");
    }

    /// <summary>The one who typed a batch, or another, finds that it is wrong: it goes, and is typed again.</summary>
    public async Task Discard(RoundKey vote, string id, CancellationToken cancellation)
    {
        var rows = await Open(vote, cancellation);
        if (await rows.Get(BoxRow.Paper, id, cancellation) is { } row)
            await rows.Commit(Done(rows, row), cancellation);
        await board.ShowRound(vote, cancellation);
    }

    /// <summary>
    /// Tells the round of batches that lie in the box already. Where this stopped after the box and before the round, whoever checks a batch
    /// next, or the count, comes by here once more.
    /// </summary>
    public async Task Settle(RoundKey vote, CancellationToken cancellation)
    {
        var taken = await All(vote, BoxRow.PaperTaken, VoteJson.Default.TakenPaper, cancellation);
        if (taken.Count == 0)
            return;
        var rows = await Open(vote, cancellation);
        foreach (var (row, paper) in taken)
        {
            // The moment is that of the box: what was taken in time stays in time.
            await rounds.Handle(
                vote, VoteVault.PaperCommand(vote, row.Name),
                _ => new RoundEvent.PaperEntered(paper.At, paper.By, paper.CheckedBy, paper.Ballots) { Invalid = paper.Invalid },
                cancellation: cancellation);
            await rows.Commit(Done(rows, row), cancellation);
        }
        await board.ShowRound(vote, cancellation);
    }

    private async Task<CheckedBatch> Settled(RoundKey vote, TakenPaper taken, CancellationToken cancellation)
    {
        await Settle(vote, cancellation);
        return new CheckedBatch.Counted(taken.Ballots, taken.NotTaken);
    }

    private async Task<List<(OpenedRow Row, T Value)>> All<T>(RoundKey vote, BoxRow sort, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            if (await vault.Find(vote, cancellation) is not { } rows)
                return [];
            return await unreadable.Read(vote.Smederij, await rows.Sealed(sort, cancellation).ToListAsync(cancellation), row =>
            {
                var opened = rows.Open(row);
                return (opened, Read(opened, type));
            });
        }
        catch (BallotBoxLostException)
        {
            // Before there are codes, while the box is removed, and when it is lost: whoever votes or counts hears of that.
            return [];
        }
    }

    /// <summary>A code may have been used since its paper was typed: that ballot is not valid then, and leaves the same trace.</summary>
    private static async Task<SortedBatch> Sort(VoteRows rows, PaperBatch batch, CancellationToken cancellation)
    {
        var sorted = new SortedBatch([], [], []);
        foreach (var ballot in batch.Ballots)
        {
            var standing = ballot.Code.Length == 0 ? CodeStanding.Unknown : await BallotBox.Standing(rows, ballot.Code, cancellation);
            if (ballot.Fault is not null)
            {
                sorted.Invalid.Add(standing == CodeStanding.Free ? ballot : ballot with { Code = "" });
            }
            else if (standing == CodeStanding.Free)
            {
                sorted.Good.Add(ballot);
            }
            else
            {
                sorted.Invalid.Add(ballot with { Code = "", Marks = "", Fault = PaperLines.FaultOf(standing) });
                sorted.NotTaken.Add($"Biljet met code …-{ballot.Label}: {VoteTexts.OnPaper(standing)}");
            }
        }
        return sorted;
    }

    private static IReadOnlyList<Write> Done(VoteRows rows, OpenedRow paper) =>
        [new Write.Delete(paper.Row, paper.ETag), rows.Put(BoxRow.PaperDone, paper.Name, "")];

    private async Task<VoteRows> Open(RoundKey vote, CancellationToken cancellation) => await vault.Find(vote, cancellation)
        ?? throw new InvalidOperationException($"The vote of {vote} is decided: its ballot box is gone.");

    private static string IdOf(CommandId command) => Digest.Hex(command.Key, 6);

    /// <exception cref="UnreadableRowException">It holds something else.</exception>
    private static T Read<T>(OpenedRow row, JsonTypeInfo<T> type) => new Entity(row.Row, row.Data, row.ETag).Read(type);

    private sealed record SortedBatch(List<PaperBallot> Good, List<PaperBallot> Invalid, List<string> NotTaken)
    {
        public TakenPaper Taken(string by, string checkedBy, DateTimeOffset at) =>
            new(by, checkedBy, at, Good.Count, InvalidPaper.Of(Invalid.Select(ballot => ballot.Fault!.Value)), NotTaken);

        public IEnumerable<Write> Writes(VoteRows rows) =>
        [
            .. Good.SelectMany(ballot => Dropped(rows, ballot)),
            .. Invalid.Where(ballot => ballot.Code.Length > 0).SelectMany(ballot => UsedUp(rows, ballot)),
        ];

        private static IEnumerable<Write> Dropped(VoteRows rows, PaperBallot ballot) =>
        [
            .. BallotBox.Writes(rows, new CastBallot(ballot.Code, TrackingNumber.New(), new Marks(ballot.Marks))),
            rows.Put(BoxRow.Code, ballot.Code, CodeMark.Paper),
        ];

        /// <summary>Its voter has voted: nobody else may use the code, least of all who read it on the paper.</summary>
        private static IEnumerable<Write> UsedUp(VoteRows rows, PaperBallot ballot) =>
            [rows.Delete(BoxRow.Right, ballot.Code), rows.Put(BoxRow.Code, ballot.Code, CodeMark.Invalid)];
    }
}
