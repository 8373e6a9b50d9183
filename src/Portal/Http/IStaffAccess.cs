namespace Smederijen.Portal.Http;

/// <summary>
/// Who of the staff is at the keyboard: a sign-in link and a cookie in the local edition, App Service authentication
/// (Entra ID) in Azure.
/// </summary>
public interface IStaffAccess
{
    /// <summary>The signed-in staff member; null when there is none.</summary>
    StaffMember? Identify(HttpContext http);

    /// <summary>The page where staff sign in.</summary>
    string SignInAddress { get; }

    /// <summary>The page where staff sign out, on a computer that others use too.</summary>
    string SignOutAddress { get; }
}

/// <summary>Somebody who works with the board. <paramref name="Id"/> is what the log keeps.</summary>
public sealed record StaffMember(string Id, string Name, IReadOnlySet<string> Roles);
