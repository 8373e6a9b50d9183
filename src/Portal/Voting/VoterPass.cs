using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>A code on its way through the pages. <paramref name="Checked"/> once it was found in the register.</summary>
public sealed record VoterPass(RoundKey Vote, VoteCode Code, bool Checked);

/// <summary>
/// Keeps what belongs to one voter out of addresses and pages: sealed, in cookies that only the vote pages of one Smederij get
/// and that end with the browser or after two hours.
/// </summary>
public sealed class VoterCookies(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Pass = "stempas";
    private const string Receipt = "stembewijs";
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);
    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.VoterCookies.v1");

    public void Give(HttpContext http, VoterPass pass) =>
        Append(http, Pass, pass.Vote.Smederij, $"{pass.Vote.Smederij}|{pass.Vote.Period}|{pass.Code.Characters}|{(pass.Checked ? 1 : 0)}");

    public VoterPass? Find(HttpContext http, string smederij) =>
        Read(http, Pass) is [var here, var period, var code, var isChecked] && here == smederij && VoteCode.TryParse(code, out var read)
            ? new VoterPass(new RoundKey(here, period), read, isChecked == "1")
            : null;

    /// <summary>After voting only the tracking number stays.</summary>
    public void GiveReceipt(HttpContext http, RoundKey vote, string tracking)
    {
        http.Response.Cookies.Delete(Pass, new CookieOptions { Path = PathOf(vote.Smederij) });
        Append(http, Receipt, vote.Smederij, $"{vote.Smederij}|{vote.Period}|{tracking}");
    }

    public (RoundKey Vote, string Tracking)? FindReceipt(HttpContext http, string smederij) =>
        Read(http, Receipt) is [var here, var period, var tracking] && here == smederij ? (new RoundKey(here, period), tracking) : null;

    private void Append(HttpContext http, string name, string smederij, string value)
    {
        var until = (clock.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(name, Base64Url.EncodeToString(protector.Protect(Encoding.UTF8.GetBytes($"{name}|{until}|{value}"))), new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = PathOf(smederij),
            IsEssential = true,
        });
    }

    private string[]? Read(HttpContext http, string name)
    {
        try
        {
            if (http.Request.Cookies[name] is not { Length: > 0 and < 2000 } cookie)
                return null;
            var parts = Encoding.UTF8.GetString(protector.Unprotect(Base64Url.DecodeFromChars(cookie))).Split('|');
            return parts[0] == name && clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(parts[1], CultureInfo.InvariantCulture) ? parts[2..] : null;
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static string PathOf(string smederij) => $"/smederijen/{smederij}/stemmen";
}
