using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Smederijen.Portal.Http;
using Smederijen.Portal.Staff;

namespace Smederijen.Functions.Staff;

/// <summary>
/// Staff as App Service authentication reports them: it signs people in with Entra ID and puts who they are, and their roles,
/// in the header <c>X-MS-CLIENT-PRINCIPAL</c>. It also removes that header from what visitors send; without it anyone could
/// claim to be staff, so <see cref="StaffOptions.BehindAppServiceAuthentication"/> has to say that it is there.
/// Format: https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities
/// </summary>
public sealed class EntraStaff(IOptions<StaffOptions> options) : IStaffAccess
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private const string EmailAddress = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
    private const string AuthenticationInstant = "http://schemas.microsoft.com/ws/2008/06/identity/claims/authenticationinstant";
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public string SignInAddress(string back) => $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(back)}";

    public string SignOutAddress => "/.auth/logout?post_logout_redirect_uri=/";

    /// <summary>
    /// Entra asks for the password again, also of who is signed in there; the claim <c>auth_time</c> then says so. App Service passes
    /// <c>prompt</c> on; if it did not, the claim would stay old and money would stay where it is. Without that claim the mailbox has to do.
    /// </summary>
    public string SignInAgainAddress(StaffMember member, string back) => member.SignedInAt is null
        ? ProofByMail.AddressFor(back)
        : $"/.auth/login/aad?prompt=login&post_login_redirect_uri={Uri.EscapeDataString(back)}";

    public ValueTask<StaffMember?> Identify(HttpContext http) => ValueTask.FromResult(Read(http));

    private StaffMember? Read(HttpContext http)
    {
        var headers = http.Request.Headers[Header];
        if (!options.Value.BehindAppServiceAuthentication || headers.Count != 1)
            return null;
        try
        {
            return Read(JsonSerializer.Deserialize(Convert.FromBase64String(headers[0]!), PrincipalJson.Default.Principal));
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Nobody without an id that the log can keep, and nobody without a role of ours.</summary>
    private static StaffMember? Read(Principal? principal)
    {
        if (principal is not { AuthType: "aad", Claims: { } all })
            return null;
        var claims = all.OfType<Claim>().ToList();
        var roles = claims.Where(claim => claim.Type is { } type && (type == "roles" || type == principal.RoleType))
            .Select(claim => claim.Value).OfType<string>().Intersect(StaffRoles.All).ToHashSet(StringComparer.Ordinal);
        var id = First(claims, "oid") ?? First(claims, ObjectId);
        return id is { Length: > 0 } && roles.Count > 0
            ? new StaffMember(id, First(claims, "name") ?? First(claims, principal.NameType) ?? "medewerker", roles)
            {
                SignedInAt = SignedInAt(First(claims, "auth_time") ?? First(claims, AuthenticationInstant)),
                Email = ((string?[])[First(claims, "email"), First(claims, EmailAddress), First(claims, "preferred_username")])
                    .FirstOrDefault(address => address?.Split('@') is [{ Length: > 0 }, { Length: > 0 }]),
            }
            : null;
    }

    /// <summary>Seconds since 1970, as OpenID Connect writes <c>auth_time</c>, or the moment in words of ISO 8601; null when it is neither.</summary>
    private static DateTimeOffset? SignedInAt(string? claim) =>
        long.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.TryParse(claim, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string? First(IEnumerable<Claim> claims, string? type) => claims.FirstOrDefault(claim => claim.Type == type)?.Value;
}
