namespace Smederijen.Domain.Settings;

/// <summary>The accounts with which staff sign in.</summary>
public static class Accounts
{
    /// <summary>An account is one person, however it is spelled: Entra ID writes its letters in lower case, and people do not always.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
