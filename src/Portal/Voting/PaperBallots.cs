using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>Ballots on paper as one person typed them; they count once another person finds the same totals on the paper.</summary>
public sealed record PaperBatch(string By, DateTimeOffset At, IReadOnlyList<PaperBallot> Ballots)
{
    public int Crosses => Ballots.Sum(ballot => ballot.Marks.Count(mark => mark == '1'));
}

/// <param name="Code">The keyed hash of the code.</param>
/// <param name="Label">The last group of the code, to find the paper back.</param>
public sealed record PaperBallot(string Code, string Label, string Marks);

/// <summary>What came of checking a batch.</summary>
public abstract record CheckedBatch
{
    private CheckedBatch() { }

    /// <param name="NotTaken">Ballots whose code was used or unknown by then, with the reason.</param>
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
    public async Task<CheckedBatch> Check(RoundKey vote, string id, string by, int ballots, int crosses, CancellationToken cancellation)
    {
        if (await store.Get(vote.Smederij, RoundKeys.Paper(vote.Period, id), cancellation) is not { } row)
            return new CheckedBatch.Gone();
        var batch = Open(row);
        if (batch.By != by && (batch.Ballots.Count != ballots || batch.Crosses != crosses))
            return new CheckedBatch.TotalsDiffer();
        var (good, wrong) = (new List<PaperBallot>(), new List<string>());
        var answer = await rounds.Handle(
            vote, CommandId.From($"papier-{vote}-{id}"), at => new RoundEvent.PaperEntered(at, batch.By, by, good.Count),
            async fresh =>
            {
                (good, wrong) = await Sort(vote, batch, fresh);
                return [.. good.SelectMany(ballot => Dropped(vote, ballot)), new Write.Delete(row.Row, row.ETag)];
            },
            cancellation);
        await board.ShowRound(vote, cancellation);
        return answer is Outcome<RoundRefusal>.Refused refused ? new CheckedBatch.Refused(refused.Reason)
            : new CheckedBatch.Counted(good.Count, wrong);
    }

    /// <summary>The one who typed a batch, or another, finds that it is wrong: it goes, and is typed again.</summary>
    public async Task Discard(RoundKey vote, string id, CancellationToken cancellation)
    {
        await store.Commit(vote.Smederij, [new Write.Delete(RoundKeys.Paper(vote.Period, id))], cancellation);
        await board.ShowRound(vote, cancellation);
    }

    private async Task<(List<PaperBallot> Good, List<string> Wrong)> Sort(RoundKey vote, PaperBatch batch, CancellationToken cancellation)
    {
        var (good, wrong) = (new List<PaperBallot>(), new List<string>());
        foreach (var ballot in batch.Ballots)
        {
            if (await box.Standing(vote, ballot.Code, cancellation) is var standing && standing == CodeStanding.Free)
                good.Add(ballot);
            else
                wrong.Add($"Biljet met code …-{ballot.Label}: {VoteTexts.Standing(standing)}");
        }
        return (good, wrong);
    }

    private IEnumerable<Write> Dropped(RoundKey vote, PaperBallot ballot) =>
    [
        .. box.Writes(vote, new CastBallot(ballot.Code, TrackingNumber.New(), new Marks(ballot.Marks))),
        new Write.Put(VoteKeys.Code(vote.Period, ballot.Code), CodeMark.Paper),
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

/// <summary>
/// Reads typed paper ballots: a line each, first the code, then the numbers of the chosen ideas as they stand on the ballot
/// (<c>7K3M-9QXT-0AB1-CDEF 1 4</c>).
/// </summary>
public static class PaperLines
{
    public static (VoteCode Code, IReadOnlyList<string> Ideas)? Read(string line, Manifest manifest)
    {
        var words = line.Split([' ', ',', '\t', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !VoteCode.TryParse(words[0], out var code))
            return null;
        var ideas = new List<string>();
        foreach (var word in words[1..])
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > manifest.Ideas.Length)
                return null;
            ideas.Add(manifest.Ideas[number - 1].Idea);
        }
        return (code, ideas);
    }
}
