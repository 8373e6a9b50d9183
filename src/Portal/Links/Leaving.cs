namespace Smederijen.Portal.Links;

/// <summary>
/// Leaving from a mailed link, with all that is known of somebody: the page asks once more, and for a day after it can be taken back by the
/// same link. A program that opens links and presses what it finds does not get that far.
/// </summary>
public static class Leaving
{
    /// <summary>What shows the question: the page of the member with this in its address.</summary>
    public const string Asks = "stoppen=vraag";

    /// <summary>The field that says that the question was answered.</summary>
    public const string Sure = "zeker";

    /// <inheritdoc cref="Domain.Plans.PlanDecider.TimeToTakeBack"/>
    public static TimeSpan TimeToTakeBack => Domain.Plans.PlanDecider.TimeToTakeBack;

    public static bool IsAsked(HttpContext http) => http.Request.Query["stoppen"] == "vraag";
}
