using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Knows staff by a sealed cookie that holds no more than their id. It lasts a working day by the real clock, also when the
/// clock of a demo is moved on; who is taken out of the file is out at the following start.
/// </summary>
public sealed class LocalStaff(StaffFile staff, IDataProtectionProvider protection) : IStaffAccess
{
    private const string CookieName = "medewerker";

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Smederijen.Staff.v1").ToTimeLimitedDataProtector();

    public string SignInAddress => "/aanmelden";

    public string SignOutAddress => "/medewerkers/afmelden";

    public StaffMember? Identify(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and < 2000 } cookie)
            return null;
        try
        {
            return staff.Find(_protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Admit(HttpContext http, StaffMember member) =>
        http.Response.Cookies.Append(CookieName, _protector.Protect(member.Id, WorkingDay), Options(http));

    public static void Leave(HttpContext http) => http.Response.Cookies.Delete(CookieName, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
