using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Support;
using Smederijen.Portal.Plans.Reading;

namespace Smederijen.Portal.Plans.Support;

/// <summary>
/// A resident of the area supports a plan, by the rules of draagvlak: it counts after the link in the mail, once per mailbox, and
/// everybody gets the same answer. Who supported the idea that the plan grew from was counted already, and so was the working group.
/// </summary>
public sealed class SupportPlan(ReadPlans reading, LinkedPlans links, PlanItems plans, PlanMembers members, IEntityStore store, Pseudonyms pseudonyms,
    RequestLimits limits)
{
    public async Task<IResult> Show(HttpContext http) =>
        await reading.Find(http) is { } dossier ? Page(dossier, Typed.Empty, 200, http.Request.Query["verstuurd"] == "ja") : ReadPlans.NotPublic(http);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await reading.Find(http) is not { } dossier)
            return ReadPlans.NotPublic(http);
        var typed = await Typed.Read(http);
        var thanks = new SeeOther($"{dossier.Key.PublicPath}/steun?verstuurd=ja");
        if (typed.Raw(Forms.Trap.FieldName).Length > 0)
            return thanks;
        var form = SupportForm.Check(typed, dossier.Smederij);
        if (form.Errors.Any)
            return Page(dossier, typed, 400, sent: false);
        var wait =
            await limits.Count([(Limit.SupportPerAddress, RequestLimits.AddressOf(http)), (Limit.SupportPerMailbox, form.Supporter.Email)],
            http.RequestAborted);
        if (wait is { } tooOften)
            return Failures.TooMany(http, tooOften);
        return await Offer(dossier.Key, form) is Outcome<PlanRefusal>.Refused refused ? Failures.Answer(http, 409, PlanRefusals.Text(refused.Reason))
            : thanks;
    }

    public Task<IResult> ShowConfirmation(HttpContext http) => links.Show(http, LinkPurpose.PlanSupport, linked => ConfirmationPage(http, linked));

    public Task<IResult> Confirm(HttpContext http) => links.Post(http, LinkPurpose.PlanSupport, async (linked, typed) =>
    {
        var row = PlanKeys.Supporter(linked.Key.Id, linked.Link.Person);
        var command = CommandId.From(typed.Command);
        var outcome = await plans.HandleAmongMany(linked.Key, command, at => new PlanEvent.SupportConfirmed(at), async cancellation =>
            await store.Get(linked.Key.Smederij, row, cancellation) is { } known
            && known.Read(WorkJson.Default.Person) is { Confirmed: false } person && !await WasCounted(linked, person, cancellation)
                ? [new Write.Replace(row, Rows.Write(person with { Confirmed = true }, WorkJson.Default.Person), known.ETag)]
                : null);
        return await links.Answer(http, linked, outcome, linked.Here, (now, _) => ConfirmationPage(http, now));
    });

    private async Task<Outcome<PlanRefusal>> Offer(PlanKey plan, SupportForm form)
    {
        // The idea that became a plan has the same id, so the same mailbox has the same key in both.
        var key = await pseudonyms.OfSupporter(plan.Id, form.Supporter.Email);
        var row = PlanKeys.Supporter(plan.Id, key);
        var data = Rows.Write(form.Supporter, WorkJson.Default.Person);
        return await plans.Handle(plan, CommandId.From(form.Command), at => new PlanEvent.SupportOffered(at, key), async cancellation =>
            await store.Get(plan.Smederij, row, cancellation) switch
            {
                null => [new Write.Insert(row, data)],
                var known when known.Read(WorkJson.Default.Person).Confirmed => null,
                var known => [new Write.Replace(row, data, known.ETag)],
            });
    }

    private async Task<bool> WasCounted(LinkedPlan linked, Person person, CancellationToken cancellation) =>
        await store.Get(linked.Key.Smederij, IdeaKeys.Supporter(linked.Key.Id, linked.Link.Person), cancellation) is { } supporter
            && supporter.Read(WorkJson.Default.Person).Confirmed
        || await members.IsMember(linked.Key, person.Email, cancellation);

    private async Task<IResult> ConfirmationPage(HttpContext http, LinkedPlan linked) =>
        (await store.Get(linked.Key.Smederij, PlanKeys.Supporter(linked.Key.Id, linked.Link.Person),
            http.RequestAborted))?.Read(WorkJson.Default.Person) is { } person
            ? new PageOf<ConfirmPlanSupportPage>(new ConfirmPlanSupportModel(
                linked.Dossier, person.Name, person.Confirmed, !person.Confirmed
                    && await WasCounted(linked, person, http.RequestAborted), linked.Here))
            : Failures.NotFound(http, "Wij hebben uw gegevens bij dit plan niet (meer). Wilt u het plan steunen? Ga dan naar de pagina van het plan.");

    private static PageOf<SupportPlanPage> Page(PlanDossier dossier, Typed typed, int status, bool sent) =>
        new(new SupportPlanModel(dossier, typed, sent), status);
}

/// <summary>What the form shows; <paramref name="Sent"/> right after sending it.</summary>
public sealed record SupportPlanModel(PlanDossier Dossier, Typed Typed, bool Sent);

/// <summary>What the confirmation page shows. <paramref name="Name"/> is the one whom the link is for.</summary>
/// <param name="WasCounted">This person supported the idea before, or is of the working group.</param>
public sealed record ConfirmPlanSupportModel(PlanDossier Dossier, string Name, bool Confirmed, bool WasCounted, string Here);
