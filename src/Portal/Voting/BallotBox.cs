using Smederijen.Portal.Ballots;
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
/// Takes ballots in. Using up a code and dropping the ballot is one commit of two rows in the vote's own store: the right of the code is
/// deleted and the ballot is inserted under its tracking number. Nothing joins the two but the key of the vote, no row is shared by
/// voters, and nothing is read. The rights are the gate of the vote: it is closed when the last of them is gone.
/// <c>docs/vote-secrecy.md</c> says what this protects against and what not.
/// </summary>
public sealed class BallotBox(VoteVault vault, Pseudonyms pseudonyms)
{
    /// <summary>The keyed hash under which a code is known in one vote.</summary>
    public ValueTask<string> HashOf(RoundKey vote, VoteCode code, CancellationToken cancellation = default) =>
        pseudonyms.KeyOf($"stemcode|{vote.Smederij}|{vote.Period}", code.Characters, cancellation);

    /// <summary>
    /// Casts a ballot; the caller has checked time and limits. The same ballot again is <see cref="CodeStanding.Free"/> again:
    /// its voter sees the same receipt.
    /// </summary>
    public async Task<CodeStanding> Cast(RoundKey vote, CastBallot ballot, CancellationToken cancellation = default)
    {
        if (await vault.Find(vote, cancellation) is not { } rows)
            return CodeStanding.Unknown;
        if (await rows.Commit(Writes(rows, ballot), cancellation) is CommitResult.Committed
            || await rows.Has(BoxRow.Ballot, ballot.Tracking, cancellation))
            return CodeStanding.Free;
        return await Standing(rows, ballot.Code, cancellation);
    }

    public async Task<CodeStanding> Standing(RoundKey vote, string code, CancellationToken cancellation = default) =>
        await vault.Find(vote, cancellation) is { } rows ? await Standing(rows, code, cancellation) : CodeStanding.Unknown;

    /// <summary>The two writes of a ballot, for a commit that may hold more than one.</summary>
    internal static IReadOnlyList<Write> Writes(VoteRows rows, CastBallot ballot) =>
    [
        rows.Delete(BoxRow.Right, ballot.Code),
        rows.Insert(BoxRow.Ballot, ballot.Tracking, ballot.Marks.Value),
    ];

    internal static async Task<CodeStanding> Standing(VoteRows rows, string code, CancellationToken cancellation) =>
        await rows.Get(BoxRow.Code, code, cancellation) switch
        {
            null => CodeStanding.Unknown,
            { Data: CodeMark.Paper or CodeMark.Invalid } => CodeStanding.UsedOnPaper,
            { Data: CodeMark.Unused } => CodeStanding.Expired,
            _ => await rows.Has(BoxRow.Right, code, cancellation) ? CodeStanding.Free : CodeStanding.UsedOnline,
        };
}
