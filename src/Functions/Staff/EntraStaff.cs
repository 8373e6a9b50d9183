using System.Text.Json;
using Microsoft.Extensions.Options;
using Smederijen.Portal.Http;

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
    private static readonly string[] Roles = ["medewerker", "regisseur", "beheerder"];

    public string SignInAddress => "/.auth/login/aad?post_login_redirect_uri=/medewerkers";

    public string SignOutAddress => "/.auth/logout?post_logout_redirect_uri=/";

    public StaffMember? Identify(HttpContext http)
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
            .Select(claim => claim.Value).OfType<string>().Intersect(Roles).ToHashSet(StringComparer.Ordinal);
        var id = First(claims, "oid") ?? First(claims, ObjectId);
        return id is { Length: > 0 } && roles.Count > 0
            ? new StaffMember(id, First(claims, "name") ?? First(claims, principal.NameType) ?? "medewerker", roles)
            : null;
    }

    private static string? First(IEnumerable<Claim> claims, string? type) => claims.FirstOrDefault(claim => claim.Type == type)?.Value;
}
