namespace Smederijen.Portal.Plans;

/// <summary>What a reader is told where staff hid a plan, in the same words on its page, behind its links and in the API.</summary>
internal static class HiddenPlan
{
    public static IResult Answer(HttpContext http, string reason) => Failures.Hidden(http, "Dit plan is verborgen",
        $"De gemeente heeft dit plan verborgen. Daarom kunt u het nu niet lezen of steunen. De reden: “{reason}” Zit u in de werkgroep? "
        + "Dan kunt u de gebiedsregisseur bellen.");
}
