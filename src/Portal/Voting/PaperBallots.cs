using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>Ballots on paper as one person typed them; they count once another person finds the same totals on the paper.</summary>
public sealed record PaperBatch(string By, DateTimeOffset At, IReadOnlyList<PaperBallot> Ballots)
{
    /// <summary>On the valid ballots.</summary>
    public int Crosses => Ballots.Sum(ballot => ballot.Marks.Count(mark => mark == '1'));

    public int Invalid => Ballots.Count(ballot => ballot.Fault is not null);
}

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
/// checked a batch it lies sealed in one row; that is the one place where a code and a ballot are together, and the row goes
/// with the check.
/// </summary>
public sealed class PaperBallots(
    IEntityStore store, RoundItems rounds, BallotBox box, SharedBoard board, UnreadableRows unreadable, IDataProtectionProvider protection)
{
    /// <summary>Three rows change for each ballot, and the whole batch is one commit with its log line.</summary>
    public const int MostPerBatch = 25;

    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.Paper.v1");

    public async Task Keep(RoundKey vote, CommandId command, PaperBatch batch, CancellationToken cancellation)
    {
        await store.Commit(
            vote.Smederij,
            [
                new Write.Insert(RoundKeys.Paper(vote.Period, IdOf(command)), Seal(batch)),
                CommitRows.Command(command, batch.At, vote.Item),
            ],
            cancellation);
        await board.ShowRound(vote, cancellation);
    }

    public async Task<IReadOnlyList<(string Id, PaperBatch Batch)>> Waiting(RoundKey vote, CancellationToken cancellation) =>
        await unreadable.Read(
            vote.Smederij, await store.All(vote.Smederij, RoundKeys.PaperBatches(vote.Period), cancellation).ToListAsync(cancellation),
            row => (row.Row[(row.Row.LastIndexOf('|') + 1)..], Open(row)));

    /// <summary>The totals are those that the second person counted on the paper, without seeing the first person's.</summary>
    public async Task<CheckedBatch> Check(RoundKey vote, string id, string by, PaperTotals totals, CancellationToken cancellation)
    {
        if (await store.Get(vote.Smederij, RoundKeys.Paper(vote.Period, id), cancellation) is not { } row)
            return new CheckedBatch.Gone();
        var batch = Open(row);
        if (batch.By != by && PaperTotals.Of(batch) != totals)
            return new CheckedBatch.TotalsDiffer();
        SortedBatch sorted = new([], [], []);
        var answer = await rounds.Handle(
            vote, CommandId.From($"papier-{vote}-{id}"), at => new RoundEvent.PaperEntered(at, batch.By, by, sorted.Good.Count)
            { Invalid = InvalidPaper.Of(sorted.Invalid.Select(ballot => ballot.Fault!.Value)) },
            async fresh =>
            {
                sorted = await Sort(vote, batch, fresh);
                return
                [
                    .. sorted.Good.SelectMany(ballot => Dropped(vote, ballot)),
                    .. sorted.Invalid.Where(ballot => ballot.Code.Length > 0).SelectMany(ballot => UsedUp(vote, ballot)),
                    new Write.Delete(row.Row, row.ETag),
                ];
            },
            cancellation);
        await board.ShowRound(vote, cancellation);
        return answer is Outcome<RoundRefusal>.Refused refused ? new CheckedBatch.Refused(refused.Reason)
            : new CheckedBatch.Counted(sorted.Good.Count, sorted.NotTaken);
    }

    /// <summary>The one who typed a batch, or another, finds that it is wrong: it goes, and is typed again.</summary>
    public async Task Discard(RoundKey vote, string id, CancellationToken cancellation)
    {
        await store.Commit(vote.Smederij, [new Write.Delete(RoundKeys.Paper(vote.Period, id))], cancellation);
        await board.ShowRound(vote, cancellation);
    }

    /// <summary>A code may have been used since its paper was typed: that ballot is not valid then, and leaves the same trace.</summary>
    private async Task<SortedBatch> Sort(RoundKey vote, PaperBatch batch, CancellationToken cancellation)
    {
        var sorted = new SortedBatch([], [], []);
        foreach (var ballot in batch.Ballots)
        {
            var standing = ballot.Code.Length == 0 ? CodeStanding.Unknown : await box.Standing(vote, ballot.Code, cancellation);
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
                sorted.NotTaken.Add($"Biljet met code …-{ballot.Label}: {VoteTexts.Standing(standing)}");
            }
        }
        return sorted;
    }

    private sealed record SortedBatch(List<PaperBallot> Good, List<PaperBallot> Invalid, List<string> NotTaken);

    private IEnumerable<Write> Dropped(RoundKey vote, PaperBallot ballot) =>
    [
        .. box.Writes(vote, new CastBallot(ballot.Code, TrackingNumber.New(), new Marks(ballot.Marks))),
        new Write.Put(VoteKeys.Code(vote.Period, ballot.Code), CodeMark.Paper),
    ];

    /// <summary>Its voter has voted: nobody else may use the code, least of all who read it on the paper.</summary>
    private static IEnumerable<Write> UsedUp(RoundKey vote, PaperBallot ballot) =>
    [
        new Write.Delete(VoteKeys.Right(vote.Period, ballot.Code)),
        new Write.Put(VoteKeys.Code(vote.Period, ballot.Code), CodeMark.Invalid),
    ];

    private static string IdOf(CommandId command) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(command.Key)))[..12];

    private string Seal(PaperBatch batch) =>
        Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(batch, VoteJson.Default.PaperBatch)));

    /// <exception cref="UnreadableRowException">It was not sealed here, or is damaged.</exception>
    private PaperBatch Open(Entity row)
    {
        try
        {
            return JsonSerializer.Deserialize(protector.Unprotect(Base64Url.DecodeFromChars(row.Data)), VoteJson.Default.PaperBatch)!;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or JsonException)
        {
            throw new UnreadableRowException(row.Row, failure);
        }
    }
}
