using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>
/// Slows down who tries codes: wrong ones are counted in the store by network address, by the first group of the code, and in
/// total. Right codes are not counted, so a whole street can vote from one address.
/// </summary>
public sealed class CodeGuard(BallotBox box, RequestLimits limits)
{
    private static readonly Limit PerAddress = new("stemcode-adres", 30, TimeSpan.FromHours(1));
    private static readonly Limit PerPrefix = new("stemcode-begin", 30, TimeSpan.FromHours(1));

    /// <summary>High, because it stops everybody: chance finds a code of 75 bits in no number of tries.</summary>
    private static readonly Limit InTotal = new("stemcode-alle", 3000, TimeSpan.FromHours(1));

    /// <summary>How it stands with the code, or how long to wait before another may be tried.</summary>
    public async Task<(CodeStanding Standing, TimeSpan? Wait)> Check(HttpContext http, RoundKey vote, VoteCode code)
    {
        var subjects = new[] { (PerAddress, RequestLimits.AddressOf(http)), (PerPrefix, $"{vote} {code.Prefix}"), (InTotal, vote.ToString()) };
        foreach (var (limit, subject) in subjects)
        {
            if (await limits.WaitFor(limit, subject, http.RequestAborted) is { } wait)
                return (CodeStanding.Unknown, wait);
        }
        var standing = await box.Standing(vote, await box.HashOf(vote, code, http.RequestAborted), http.RequestAborted);
        if (standing == CodeStanding.Unknown)
        {
            foreach (var (limit, subject) in subjects)
                await limits.Count(limit, subject, http.RequestAborted);
        }
        return (standing, null);
    }
}
