namespace Smederijen.Portal.Work;

/// <summary>
/// A setting refers to a secret that is not there yet. Trying again helps once an operator has put that right, however long it
/// takes, so nothing is given up for it. The message names settings, never their values.
/// </summary>
public sealed class UnresolvedSettingException(string message) : Exception(message)
{
    /// <summary>Whether this is why something failed, be it under the words of who needed the setting.</summary>
    public static bool IsReason(Exception failure) => failure is UnresolvedSettingException or { InnerException: UnresolvedSettingException };
}
