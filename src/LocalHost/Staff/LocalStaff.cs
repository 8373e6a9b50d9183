namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Knows staff by a cookie that holds nothing but the secret of their session. Who is taken out of the file, or has other roles in it, is
/// out at the following start.
/// </summary>
public sealed class LocalStaff(StaffFile staff, Sessions sessions) : IStaffAccess
{
    private const string CookieName = "medewerker";

    public IReadOnlyList<StaffMember> Colleagues => staff.Members;

    public string SignInAddress(string back) => SignInMail.AddressFor(back);

    public string SignOutAddress => "/medewerkers/afmelden";

    public string SignInAgainAddress(StaffMember member, string back) => SignInMail.AddressFor(back);

    public async ValueTask<StaffMember?> Identify(HttpContext http) =>
        Cookies.Read(http, CookieName) is { } secret && await sessions.Find(secret, http.RequestAborted) is { } session
        && staff.Find(session.Person) is { } member && Sessions.RolesOf(member) == session.Roles
            ? member with { SignedInAt = session.SignedInAt }
            : null;

    /// <summary>Lets somebody in under a new secret. What this browser was signed in with before is over.</summary>
    public async Task Admit(HttpContext http, string secret)
    {
        await End(http);
        Cookies.Give(http, CookieName, secret);
    }

    public async Task Leave(HttpContext http)
    {
        await End(http);
        Cookies.Take(http, CookieName);
    }

    private async Task End(HttpContext http)
    {
        if (Cookies.Read(http, CookieName) is { } secret)
            await sessions.End(secret);
    }
}
