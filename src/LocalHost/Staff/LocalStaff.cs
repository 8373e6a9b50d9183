namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Knows staff by a cookie that holds nothing but the secret of their session. Who is taken out of the file, or has other roles in it, is
/// out at the following start.
/// </summary>
public sealed class LocalStaff(StaffFile staff, Sessions sessions) : IStaffAccess
{
    private const string CookieName = "medewerker";

    public string SignInAddress => SignInMail.Address;

    public string SignOutAddress => "/medewerkers/afmelden";

    public string SignInAgainAddress(StaffMember member, string back) => $"{SignInMail.Address}?terug={Uri.EscapeDataString(back)}";

    public async ValueTask<StaffMember?> Identify(HttpContext http) =>
        SecretOf(http) is { } secret && await sessions.Find(secret, http.RequestAborted) is { } session
        && staff.Find(session.Person) is { } member && Sessions.RolesOf(member) == session.Roles
            ? member with { SignedInAt = session.SignedInAt }
            : null;

    /// <summary>Lets somebody in under a new secret. What this browser was signed in with before is over.</summary>
    public async Task Admit(HttpContext http, string secret)
    {
        await Leave(http);
        http.Response.Cookies.Append(CookieName, secret, Options(http));
    }

    public async Task Leave(HttpContext http)
    {
        if (SecretOf(http) is { } secret)
            await sessions.End(secret);
        http.Response.Cookies.Delete(CookieName, Options(http));
    }

    private static string? SecretOf(HttpContext http) => http.Request.Cookies[CookieName] is { Length: > 0 and < 100 } secret ? secret : null;

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
