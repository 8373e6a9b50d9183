namespace Smederijen.Portal.Plans.Steps;

/// <summary>
/// The page of a member of the working group, from the link in a mail: confirming, everything the group can do, and the way out.
/// The one who handed the plan in confirms it here.
/// </summary>
public sealed class WorkOnPlan(LinkedPlans links, PlanItems plans, PlanForms forms, PlanSteps steps, IEntityStore store, PlanFiles files,
    PlanErasure erasure,
    TimeProvider clock)
{
    private const string Gone = "U doet niet (meer) mee met deze werkgroep. Wilt u meedoen? Meld u dan aan op de pagina van het plan.";

    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.PlanGroup, linked => Page(http, linked, Typed.Empty, 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.PlanGroup, async (linked, typed) =>
        await MemberOf(linked, http.RequestAborted) is not { } row ? Failures.NotFound(http, Gone)
        : row.Read(PlanRows.Default.PlanMember) is { Confirmed: false, Role: var role } ? await Confirm(http, linked, typed, role)
        : typed.Raw("lid") == "weg" ? await Leave(linked, typed)
        : PlanStep.Of(http.Request, PlanStep.For.Group) is { } step ? await CarryOut(http, linked, typed, step)
        : new SeeOther(linked.Here));

    /// <summary>The proof of money, for members: the link that they opened is their right to see it.</summary>
    public Task<IResult> ShowProof(HttpContext http) => links.Show(http, LinkPurpose.PlanGroup, async linked =>
        await MemberOf(linked, http.RequestAborted) is { } row && row.Read(PlanRows.Default.PlanMember).Confirmed
            ? await files.ShowProof(http, linked.Key)
            : Failures.NotFound(http, Gone));

    private async Task<IResult> Confirm(HttpContext http, LinkedPlan linked, Typed typed, MemberRole role)
    {
        var showName = typed.Raw("naam-tonen") == "ja";
        var outcome = await plans.Handle(linked.Key, CommandId.From(typed.Command), at =>
            linked.Dossier.Plan.State is PlanState.AwaitingConfirmation ? new PlanEvent.SubmissionConfirmed(at)
                : new PlanEvent.MemberJoined(at, role),
            async cancellation =>
                await MemberOf(linked, cancellation) is { } row && row.Read(PlanRows.Default.PlanMember) is { Confirmed: false } member
                ? [new Write.Replace(row.Row,
                    Rows.Write(member with { Confirmed = true, ShowName = member.ShowName || showName }, PlanRows.Default.PlanMember), row.ETag)]
                : null,
            CancellationToken.None);
        return await links.Answer(http, linked, outcome, linked.Here, (now, problem) => Page(http, now, typed, 409, problem));
    }

    private async Task<IResult> Leave(LinkedPlan linked, Typed typed)
    {
        if (await MemberOf(linked, CancellationToken.None) is not { } found)
            return new SeeOther(linked.Key.PublicPath);
        var role = found.Read(PlanRows.Default.PlanMember).Role;
        await plans.Handle(linked.Key, CommandId.From(typed.Command), at => new PlanEvent.MemberLeft(at, role),
            async cancellation => await MemberOf(linked, cancellation) is { } row
                ? [new Write.Delete(row.Row, row.ETag), .. await erasure.MailsTo(linked.Key, linked.Link.Person, cancellation)]
                : null,
            CancellationToken.None);
        return new SeeOther(linked.Key.PublicPath);
    }

    private async Task<IResult> CarryOut(HttpContext http, LinkedPlan linked, Typed typed, PlanStep step)
    {
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var form = new PlanForm(linked.Dossier, typed, new PostedFiles(http, posted.Files), PlanEvent.WorkingGroup, clock.GetUtcNow());
        var request = await step.Read(forms, form, http.RequestAborted);
        if (request is null || typed.Errors.Any)
            return await Page(http, linked, typed, 400);
        var outcome = await steps.CarryOut(linked.Key, form.Command, request, http.RequestAborted);
        return await links.Answer(http, linked, outcome, $"{linked.Here}?gelukt={step.Name}", (now, problem) => Page(http, now, typed, 409, problem));
    }

    private async ValueTask<Entity?> MemberOf(LinkedPlan linked, CancellationToken cancellation) =>
        await store.Get(linked.Key.Smederij, PlanKeys.Member(linked.Key.Id, linked.Link.Person), cancellation);

    private async Task<IResult> Page(HttpContext http, LinkedPlan linked, Typed typed, int status, string? problem = null) =>
        await MemberOf(linked, http.RequestAborted) is { } row
            ? new PageOf<WorkingGroupPage>(new WorkingGroupModel(
                linked.Dossier, row.Read(PlanRows.Default.PlanMember), PlanStep.Of(http.Request, PlanStep.For.Group),
                PlanStep.All.FirstOrDefault(step => step.Name == http.Request.Query["gelukt"]), typed, linked.Here, problem), status)
            : Failures.NotFound(http, Gone);
}

/// <summary>What the page of a member shows.</summary>
/// <param name="Step">The form that is open; null for the overview.</param>
/// <param name="Done">What was done just now.</param>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record WorkingGroupModel(PlanDossier Dossier, PlanMember Member, PlanStep? Step, PlanStep? Done, Typed Typed, string Here,
    string? Problem);
