using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Plans;

/// <summary>What a page behind a mailed link works with: who may do what, and the plan as it is now.</summary>
/// <param name="Here">The address of the page, for its forms and for coming back to it.</param>
public sealed record LinkedPlan(Link Link, string Here, PlanDossier Dossier)
{
    public PlanKey Key => Dossier.Key;
}

/// <summary>
/// Finds the plan behind a mailed link, as <see cref="LinkedIdeas"/> does for ideas: showing reads only, a post counts for the
/// limits, and after it the browser comes back to the page.
/// </summary>
public sealed class LinkedPlans(OpenedLinks links, PlanDossiers dossiers, RequestLimits limits)
{
    public async Task<IResult> Show(HttpContext http, LinkPurpose purpose, Func<LinkedPlan, Task<IResult>> page)
    {
        if (links.Find(http, purpose) is not ReadLink.Valid valid)
            return LinkPages.Unusable(links.Find(http, purpose));
        return await dossiers.Read(new PlanKey(valid.Link.Smederij, valid.Link.Idea), http.RequestAborted) switch
        {
            null => Failures.NotFound(http, "Dit plan bestaat niet meer."),
            // Who is in the group carries it on; everybody else reads what everybody reads.
            { HiddenBecause: { } reason } when purpose is not LinkPurpose.PlanGroup => HiddenPlan.Answer(http, reason),
            var dossier => await page(new LinkedPlan(valid.Link, $"/{valid.Link.Page}/{valid.Reference}", dossier)),
        };
    }

    public Task<IResult> Post(HttpContext http, LinkPurpose purpose, Func<LinkedPlan, Typed, Task<IResult>> decide) =>
        Show(http, purpose, async linked => await limits.Count(Limit.StepPerAddress, RequestLimits.AddressOf(http), http.RequestAborted) is { } wait
            ? Failures.TooMany(http, wait)
            : await decide(linked, await Typed.Read(http)));

    /// <summary>Back to the page after a post. What was refused is told on the page as the plan is now (409).</summary>
    /// <param name="page">Shows the page with a sentence about the refusal.</param>
    public async Task<IResult> Answer(
        HttpContext http, LinkedPlan linked, Outcome<PlanRefusal> outcome, string back, Func<LinkedPlan, string, Task<IResult>> page) =>
        outcome is Outcome<PlanRefusal>.Refused refused && await dossiers.Read(linked.Key, http.RequestAborted) is { } now
            ? await page(linked with { Dossier = now }, PlanRefusals.Text(refused.Reason))
            : outcome is Outcome<PlanRefusal>.Unknown ? Failures.NotFound(http, "Dit plan bestaat niet meer.")
            : new SeeOther(back);
}
