using Smederijen.Portal.Plans.Steps;

namespace Smederijen.Portal.Plans.Partners;

/// <summary>
/// A partner says whether it supports the plan, and promises or refuses money, from the link in its mail. Nothing is chosen
/// beforehand; what it said is shown, and it can say otherwise later.
/// </summary>
public sealed class AnswerAsPartner(LinkedPlans links, PlanSteps steps, IEntityStore store, TimeProvider clock)
{
    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.PlanPartner, linked => Page(http, linked, Typed.For(http), 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.PlanPartner, async (linked, typed) =>
    {
        if (await HasMoved(linked, http.RequestAborted))
            return Failures.Answer(http, 410, PartnerLinks.Moved);
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var form = new PlanForm(linked.Dossier, typed, typed.Pressed, new PostedFiles(http, posted.Files, typed.Raw), "", clock.GetUtcNow());
        var request = typed.Raw("vraag") == "geld" ? await Money(linked, form, http.RequestAborted) : Voice(linked, typed);
        if (typed.Errors.Any)
            return await Page(http, linked, typed, 400);
        var outcome = await steps.CarryOut(linked.Key, form.Command, request, http.RequestAborted);
        return await links.Answer(http, linked, outcome, linked.Here, (now, problem) => Page(http, now, typed, 409, problem));
    });

    private static PlanRequest Voice(LinkedPlan linked, Typed typed)
    {
        var supports = typed.Raw("steunt");
        if (supports is not ("ja" or "nee"))
            typed.Errors.Add("steunt", "Kies of uw organisatie het plan steunt.");
        var reason = typed.Text("reden", 1000, "Schrijf waarom.");
        return PlanRequest.Of(at => new PlanEvent.PartnerSpoke(at, PartnerLinks.PartnerOf(linked.Link), supports == "ja", reason));
    }

    private static async Task<PlanRequest> Money(LinkedPlan linked, PlanForm form, CancellationToken cancellation)
    {
        switch (form.Typed.Raw("bijdrage"))
        {
            case "ja":
                var amount = form.Typed.Euros("bedrag", "Vul in welk bedrag u toezegt.");
                var proofs = await PlanForms.Proof(form, null, cancellation);
                return new PlanRequest((at, kept) => new PlanEvent.MoneyPromised(at, PartnerLinks.PartnerOf(linked.Link), amount, kept.Proof))
                {
                    Proofs = proofs,
                };
            case "nee":
                var reason = form.Typed.Text("waarom", 1000, "Schrijf waarom niet.");
                return PlanRequest.Of(at => new PlanEvent.MoneyRefused(at, PartnerLinks.PartnerOf(linked.Link), reason));
            default:
                form.Errors.Add("bijdrage", "Kies of uw organisatie een bijdrage geeft.");
                return PlanRequest.Of(at => new PlanEvent.TermPassed(at));
        }
    }

    private async Task<IResult> Page(HttpContext http, LinkedPlan linked, Typed typed, int status, string? problem = null) =>
        await HasMoved(linked, http.RequestAborted) ? Failures.Answer(http, 410, PartnerLinks.Moved)
        : linked.Dossier.Plan.FindPartner(PartnerLinks.PartnerOf(linked.Link)) is { } partner
        && await Contact(linked, http.RequestAborted) is { } contact
            ? new PageOf<PartnerPage>(new PartnerModel(linked.Dossier, partner, contact.Name, typed, linked.Here, problem), status)
            : Failures.NotFound(http, "Uw organisatie staat niet (meer) bij dit plan. Vragen? Neem contact op met de gebiedsregisseur.");

    /// <summary>Whether staff put the address right after this link went out. A contact that was erased has not.</summary>
    private async Task<bool> HasMoved(LinkedPlan linked, CancellationToken cancellation) =>
        await Contact(linked, cancellation) is { } contact
        && linked.Link.Person != PartnerLinks.KeyFor(PartnerLinks.PartnerOf(linked.Link), contact);

    private async Task<Person?> Contact(LinkedPlan linked, CancellationToken cancellation) =>
        (await store.Get(linked.Key.Smederij, PlanKeys.Partner(linked.Key.Id, PartnerLinks.PartnerOf(linked.Link)), cancellation))
            ?.Read(WorkJson.Default.Person);
}

/// <summary>What the page of a partner shows.</summary>
/// <param name="Name">The one whom the link is for.</param>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record PartnerModel(PlanDossier Dossier, Partner Partner, string Name, Typed Typed, string Here, string? Problem);
