namespace Smederijen.Portal.Layout;

/// <summary>That a form on this page asks staff for a fresh sign-in.</summary>
/// <param name="Address">Where they do that, and from where they come back.</param>
/// <param name="IsOver">The form would be refused by now; otherwise it still goes through for a few minutes.</param>
public sealed record SignInNeeded(string Address, bool IsOver);
