using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>
/// Slows down who tries codes, and nobody else: a code is looked up first, and a right one passes whatever others typed. Only
/// codes that do not exist count, by network (<see cref="RequestLimits.AddressOf"/>) and by the whole site that an IPv6 network
/// belongs to. So a whole street can vote from one address, and wrong codes lock nobody out.
/// <para>
/// Somebody who is slowed down therefore still learns whether a code exists. That helps nobody: a code is 75 bits of chance. A
/// million tries a second during the two weeks of a vote find one of 15,000 codes with a chance of one in two million. What the
/// limit spares is the store, not the codes.
/// </para>
/// <para>
/// A code whose check character is wrong counts for nothing: it is told by looking at it, no guess comes nearer by it, and it is
/// what people type who misread a letter.
/// </para>
/// </summary>
public sealed class CodeGuard(BallotBox box, RequestLimits limits)
{
    private static readonly Limit Wrong = new("stemcode-adres", 30, TimeSpan.FromHours(1), Site: 300);

    /// <summary>How it stands with the code, and its keyed hash. <c>Wait</c> is null, but for a wrong code that was one too many.</summary>
    public async Task<(CodeStanding Standing, string Hash, TimeSpan? Wait)> Check(HttpContext http, RoundKey vote, VoteCode code)
    {
        var hash = await box.HashOf(vote, code, http.RequestAborted);
        var standing = await box.Standing(vote, hash, http.RequestAborted);
        var wait = standing is CodeStanding.Unknown ? await limits.Count(Wrong, RequestLimits.AddressOf(http), http.RequestAborted) : null;
        return (standing, hash, wait);
    }
}
