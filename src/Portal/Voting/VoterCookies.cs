namespace Smederijen.Portal.Voting;

/// <summary>
/// Carries a step over a redirect, in a cookie that only the pages of its own vote in progress get and that ends with the
/// browser. Nothing is decided by it: pages put it into their form, and only what a form holds is cast.
/// </summary>
public sealed class VoterCookies(VoterSeals seals)
{
    /// <summary>Says nothing, but that this browser keeps cookies.</summary>
    private const string Probe = "stemproef";

    /// <summary>Finds out, for what is sent from this page on, whether the browser keeps cookies.</summary>
    public static void Try(HttpContext http, string smederij) => Cookies.Give(http, Probe, "1", VoterPlace.StartOf(smederij));

    private static bool AreKept(HttpContext http, string smederij) => Cookies.Read(http, Probe, VoterPlace.StartOf(smederij)) is not null;

    public OpenedStep Find(HttpContext http, VoterPlace at) => seals.Open(Cookies.Read(http, NameOf(at), at.Address), at.Smederij, at.Reference);

    /// <summary>
    /// Whether the following page can have the step from the browser. A receipt that lies there is not thrown away for anything else.
    /// </summary>
    public bool Carry(HttpContext http, VoterStep step)
    {
        if (!AreKept(http, step.At.Smederij) || (step is not VoterStep.Receipt && Find(http, step.At).Step is VoterStep.Receipt))
            return false;
        return Lay(http, step);
    }

    /// <summary>Lays the step down without knowing whether the browser keeps it; false when it is too long for a cookie.</summary>
    public bool Lay(HttpContext http, VoterStep step)
    {
        var text = seals.Seal(step);
        if (text.Length > Cookies.Longest)
            return false;
        Cookies.Give(http, NameOf(step.At), text, step.At.Address);
        return true;
    }

    private static string NameOf(VoterPlace at) => $"stem-{at.Reference}";
}
