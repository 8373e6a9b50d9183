using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>
/// The ballot in the review page's form: sealed, so that only what was reviewed can be cast, and under a tracking number of
/// its own, so that sending the same form twice is the same ballot.
/// </summary>
public sealed class SealedBallots(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.BallotForm.v1");

    public string Seal(RoundKey vote, string manifest, CastBallot ballot) => Base64Url.EncodeToString(protector.Protect(Encoding.UTF8.GetBytes(
        $"{vote.Smederij}|{vote.Period}|{manifest}|{ballot.Code}|{ballot.Tracking}|{ballot.Marks.Value}")));

    /// <summary>Null for anything that this portal did not seal for this Smederij.</summary>
    public (RoundKey Vote, string Manifest, CastBallot Ballot)? Open(string? text, string smederij)
    {
        if (text is not { Length: > 0 and < 20_000 })
            return null;
        try
        {
            return Encoding.UTF8.GetString(protector.Unprotect(Base64Url.DecodeFromChars(text))).Split('|') is
                [var here, var period, var manifest, var code, var tracking, var marks] && here == smederij
                    ? (new RoundKey(here, period), manifest, new CastBallot(code, tracking, new Marks(marks)))
                    : null;
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
