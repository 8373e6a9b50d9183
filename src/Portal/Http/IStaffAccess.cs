namespace Smederijen.Portal.Http;

/// <summary>
/// Who of the staff is at the keyboard: a sign-in link and a cookie in the local edition, App Service authentication
/// (Entra ID) in Azure.
/// </summary>
public interface IStaffAccess
{
    /// <summary>The signed-in staff member; null when there is none. Asked once for a request, by <see cref="Gate"/>.</summary>
    /// <exception cref="StoreUnavailableException">Who it is cannot be looked up now.</exception>
    ValueTask<StaffMember?> Identify(HttpContext http);

    /// <summary>Everybody who may sign in; empty where nobody keeps a list, and people are known when they come.</summary>
    IReadOnlyList<StaffMember> Colleagues => [];

    /// <summary>The page where staff sign in.</summary>
    /// <param name="back">The page of ours to come back to, as <see cref="ReturnAddress"/> lets through.</param>
    string SignInAddress(string back);

    /// <summary>The page where staff sign out, on a computer that others use too.</summary>
    string SignOutAddress { get; }

    /// <summary>Where somebody who is signed in shows anew who they are.</summary>
    /// <param name="back">The page of ours to come back to, as <see cref="ReturnAddress"/> lets through.</param>
    string SignInAgainAddress(StaffMember member, string back);
}

/// <summary>Somebody who works with the board. <paramref name="Id"/> is what the log keeps.</summary>
/// <param name="Roles">What the account itself says; what counts stands in <see cref="Grants"/>.</param>
public sealed record StaffMember(string Id, string Name, IReadOnlySet<string> Roles)
{
    /// <summary>When they last showed who they are, by the clock on the wall; null when nobody tells.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>What they may do, and where; the gate fills it in for every request.</summary>
    public ImmutableArray<StaffGrant> Grants { get => field.IsDefault ? [] : field; init; }

    /// <summary>The mailbox that their account names; null when it names none.</summary>
    public string? Email { get; init; }
}
