using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>A ballot ready to be cast: with which code (its hash), under which tracking number, with which marks.</summary>
public sealed record CastBallot(string Code, string Tracking, Marks Marks);

/// <summary>How it stands with a code.</summary>
public enum CodeStanding
{
    Free,
    Unknown,
    UsedOnline,
    UsedOnPaper,

    /// <summary>The vote is over and the code was not used.</summary>
    Expired,
}

/// <summary>
/// Takes ballots in. Using up a code and dropping the ballot is one commit of two rows: the right of the code is deleted and
/// the ballot is inserted under its tracking number. Nothing joins the two, no row is shared by voters, and nothing is read.
/// Ballots lie sealed until the count, so that nobody sees a total in the store, an export or a backup without the keys.
/// <c>docs/vote-secrecy.md</c> says what this protects against and what not.
/// </summary>
public sealed class BallotBox(IEntityStore store, Pseudonyms pseudonyms, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.Ballots.v1");

    /// <summary>The keyed hash under which a code is known in one vote.</summary>
    public ValueTask<string> HashOf(RoundKey vote, VoteCode code, CancellationToken cancellation = default) =>
        pseudonyms.KeyOf($"stemcode|{vote.Smederij}|{vote.Period}", code.Characters, cancellation);

    /// <summary>
    /// Casts a ballot; the caller has checked time and limits. The same ballot again is <see cref="CodeStanding.Free"/> again:
    /// its voter sees the same receipt.
    /// </summary>
    public async Task<CodeStanding> Cast(RoundKey vote, CastBallot ballot, CancellationToken cancellation = default)
    {
        var result = await store.Commit(vote.Smederij, Writes(vote, ballot), cancellation);
        if (result is CommitResult.Committed
            || await store.Get(vote.Smederij, VoteKeys.Ballot(vote.Period, ballot.Tracking), cancellation) is not null)
            return CodeStanding.Free;
        return await Standing(vote, ballot.Code, cancellation);
    }

    /// <summary>The two writes of a ballot, for a commit that may hold more than one.</summary>
    public IReadOnlyList<Write> Writes(RoundKey vote, CastBallot ballot) =>
    [
        new Write.Delete(VoteKeys.Right(vote.Period, ballot.Code)),
        new Write.Insert(VoteKeys.Ballot(vote.Period, ballot.Tracking), Seal(ballot.Tracking, ballot.Marks)),
    ];

    public async Task<CodeStanding> Standing(RoundKey vote, string code, CancellationToken cancellation = default) =>
        await store.Get(vote.Smederij, VoteKeys.Code(vote.Period, code), cancellation) switch
        {
            null => CodeStanding.Unknown,
            { Data: CodeMark.Paper or CodeMark.Invalid } => CodeStanding.UsedOnPaper,
            { Data: CodeMark.Unused } => CodeStanding.Expired,
            _ => await store.Get(vote.Smederij, VoteKeys.Right(vote.Period, code), cancellation) is null ? CodeStanding.UsedOnline
                : CodeStanding.Free,
        };

    private string Seal(string tracking, Marks marks) =>
        Base64Url.EncodeToString(protector.Protect(Encoding.ASCII.GetBytes($"{tracking}|{marks.Value}")));

    /// <exception cref="InvalidOperationException">The row was put there or altered by another than this portal.</exception>
    internal (string Tracking, Marks Marks) Open(Entity row)
    {
        var tracking = row.Row[(row.Row.LastIndexOf('|') + 1)..];
        var parts = Encoding.ASCII.GetString(protector.Unprotect(Base64Url.DecodeFromChars(row.Data))).Split('|');
        return parts[0] == tracking ? (tracking, new Marks(parts[1]))
            : throw new InvalidOperationException("A ballot lies under another tracking number than it was cast with: restore the store from its backup.");
    }
}
