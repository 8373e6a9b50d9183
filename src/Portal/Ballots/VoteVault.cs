using System.Buffers.Text;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Ballots;

/// <summary>
/// Opens the ballot box of a vote. One half of its key lies sealed in the main store, the other in the box itself: neither opens
/// anything, and the copy of a row that a medium kept after it was deleted opens nothing either once the box is gone.
/// </summary>
public sealed class VoteVault(IEntityStore store, IVoteStores stores, IDataProtectionProvider protection)
{
    /// <summary>What is left of the key when the vote is decided, so that a lost key is told from one that was destroyed.</summary>
    private const string Destroyed = "vernietigd";

    private const int HalfLength = 32;
    private readonly ConcurrentDictionary<RoundKey, VoteRows> opened = new();

    /// <summary>Makes the box and its key, where they are not there yet.</summary>
    public async Task<VoteRows> Make(RoundKey vote, CancellationToken cancellation = default)
    {
        await stores.Make(vote, cancellation);
        var box = stores.Of(vote);
        await box.Commit(VoteRows.Partition, [new Write.Insert(VoteRows.HalfOfKey, NewHalf())], cancellation);
        var half = Base64Url.EncodeToString(Protector(vote).Protect(RandomNumberGenerator.GetBytes(HalfLength)));
        await store.Commit(vote.Smederij, [new Write.Insert(RoundKeys.VoteKey(vote.Period), half)], cancellation);
        opened.TryRemove(vote, out _);
        return await Find(vote, cancellation) ?? throw new InvalidOperationException($"The vote of {vote} was decided: it gets no codes any more.");
    }

    /// <summary>What lies in the box; null once the vote is decided and its key destroyed.</summary>
    /// <exception cref="BallotBoxLostException">Half of the key, or the whole box, is not there.</exception>
    public async ValueTask<VoteRows?> Find(RoundKey vote, CancellationToken cancellation = default)
    {
        if (await store.Get(vote.Smederij, RoundKeys.VoteKey(vote.Period), cancellation) is not { } key)
            throw new BallotBoxLostException(vote, "has no key");
        if (key.Data == Destroyed)
        {
            // Another instance may have decided the vote: what this one opened is gone.
            opened.TryRemove(vote, out _);
            return null;
        }
        if (opened.TryGetValue(vote, out var rows))
            return rows;
        var box = stores.Of(vote);
        var other = await box.Get(VoteRows.Partition, VoteRows.HalfOfKey, cancellation) ?? throw new BallotBoxLostException(vote, "was emptied");
        return opened[vote] = new VoteRows(box, Open(vote, key.Data), Base64Url.DecodeFromChars(other.Data));
    }

    /// <summary>The vote whose half of the key a row of the main store holds; null for any other row, and once the key was destroyed.</summary>
    public static RoundKey? RunningVote(string partition, Entity row) =>
        row.Row.Split('|') is [_, var period, _] && row.Row == RoundKeys.VoteKey(period) && row.Data != Destroyed
            ? new RoundKey(partition, period) : null;

    /// <summary>The command by which a round takes a batch of paper into its log, once.</summary>
    public static CommandId PaperCommand(RoundKey vote, string batch) => CommandId.From($"papier-{vote}-{batch}");

    /// <summary>
    /// Batches of ballots on paper that a round can wait for: for a second person, or for their line in the log where the machine stopped
    /// before it.
    /// </summary>
    public async ValueTask<int> PaperWaiting(RoundKey vote, CancellationToken cancellation)
    {
        try
        {
            var box = stores.Of(vote);
            var waiting = await box.All(VoteRows.Partition, VoteRows.RangeOf(BoxRow.Paper), cancellation).CountAsync(cancellation);
            var taken = await box.All(VoteRows.Partition, VoteRows.RangeOf(BoxRow.PaperTaken), cancellation).ToListAsync(cancellation);
            if (taken.Count == 0 || await Find(vote, cancellation) is not { } rows)
                return waiting;
            foreach (var batch in taken)
            {
                if (await store.Get(vote.Smederij, Keys.Command(PaperCommand(vote, rows.Open(batch).Name).Key), cancellation) is null)
                    waiting++;
            }
            return waiting;
        }
        catch (BallotBoxLostException)
        {
            // Voting and counting tell of it; boards and the start of the program go on.
            return 0;
        }
    }

    /// <summary>Destroys the key, and then the box. After a stop in between the following call does the rest.</summary>
    /// <param name="also">Rows of the main store that go with the key.</param>
    public async Task Shred(RoundKey vote, IReadOnlyList<Write> also, CancellationToken cancellation = default)
    {
        opened.TryRemove(vote, out _);
        await store.Commit(vote.Smederij, [new Write.Put(RoundKeys.VoteKey(vote.Period), Destroyed), .. also], cancellation);
        await stores.Remove(vote, cancellation);
    }

    private static string NewHalf() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(HalfLength));

    private byte[] Open(RoundKey vote, string half)
    {
        try
        {
            return Protector(vote).Unprotect(Base64Url.DecodeFromChars(half));
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            throw new UnreadableRowException(RoundKeys.VoteKey(vote.Period), failure);
        }
    }

    private IDataProtector Protector(RoundKey vote) => protection.CreateProtector($"Smederijen.VoteKeys.v1|{vote.Smederij}|{vote.Period}");
}
