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

    public Task<IResult> Show(HttpContext http) => links.Show(http, LinkPurpose.PlanGroup, linked => Page(http, linked, Typed.For(http), 200));

    public Task<IResult> Post(HttpContext http) => links.Post(http, LinkPurpose.PlanGroup, async (linked, typed) =>
        await MemberOf(linked, http.RequestAborted) is not { } row ? Failures.NotFound(http, Gone)
        : row.Read(PlanRows.Default.PlanMember) is { Confirmed: false, Role: var role, KeptUntil: var left }
            ? typed.Raw("lid") == "weg" ? new SeeOther(linked.Here) : await Confirm(http, linked, typed, role, hadLeft: left is not null)
        : typed.Raw("lid") == "weg" ? typed.Raw(Leaving.Sure) == "ja" ? await Leave(linked, typed) : new SeeOther($"{linked.Here}?{Leaving.Asks}")
        : PlanStep.Of(http.Request, PlanStep.For.Group) is { } step ? await CarryOut(http, linked, typed, step)
        : new SeeOther(linked.Here));

    /// <summary>The proof of money, for members: the link that they opened is their right to see it.</summary>
    public Task<IResult> ShowProof(HttpContext http) => links.Show(http, LinkPurpose.PlanGroup, async linked =>
        await MemberOf(linked, http.RequestAborted) is { } row && row.Read(PlanRows.Default.PlanMember).Confirmed
            ? await files.ShowProof(http, linked.Key)
            : Failures.NotFound(http, Gone));

    private async Task<IResult> Confirm(HttpContext http, LinkedPlan linked, Typed typed, MemberRole role, bool hadLeft)
    {
        var showName = typed.Raw("naam-tonen") == "ja";
        var outcome = await plans.Handle(linked.Key, typed.Pressed, at =>
            hadLeft ? new PlanEvent.MemberStayed(at, role)
                : linked.Dossier.Plan.State is PlanState.AwaitingConfirmation ? new PlanEvent.SubmissionConfirmed(at)
                : new PlanEvent.MemberJoined(at, role),
            async cancellation =>
                await MemberOf(linked, cancellation) is { } row && row.Read(PlanRows.Default.PlanMember) is { Confirmed: false } member
                ? [new Write.Replace(row.Row,
                    Rows.Write(
                        member with { Confirmed = true, ShowName = member.ShowName || showName, KeptUntil = null }, PlanRows.Default.PlanMember),
                    row.ETag)]
                : null,
            CancellationToken.None);
        return await links.Answer(http, linked, outcome, linked.Here, (now, problem) => Page(http, now, typed, 409, problem));
    }

    /// <summary>At once for everybody, and for good a day later: until then the row is that of somebody who did not confirm.</summary>
    private async Task<IResult> Leave(LinkedPlan linked, Typed typed)
    {
        var role = MemberRole.Resident;
        await plans.Handle(linked.Key, typed.Pressed, at => new PlanEvent.MemberLeft(at, role) { Key = linked.Link.Person },
            async cancellation =>
            {
                if (await MemberOf(linked, cancellation) is not { } row || row.Read(PlanRows.Default.PlanMember) is not { Confirmed: true } member)
                    return null;
                role = member.Role;
                var left = member with { Confirmed = false, KeptUntil = clock.GetUtcNow() + Leaving.TimeToTakeBack };
                return
                [
                    new Write.Replace(row.Row, Rows.Write(left, PlanRows.Default.PlanMember), row.ETag),
                    .. await erasure.MailsTo(linked.Key, linked.Link.Person, cancellation),
                ];
            },
            CancellationToken.None);
        return new SeeOther(linked.Here);
    }

    private async Task<IResult> CarryOut(HttpContext http, LinkedPlan linked, Typed typed, PlanStep step)
    {
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        // Money adds up: who goes back and types another sum does not mean it twice.
        var command = step == PlanStep.Receive ? typed.PressedOnce : typed.Pressed;
        var form = new PlanForm(
            linked.Dossier, typed, command, new PostedFiles(http, posted.Files, typed.Raw), PlanEvent.WorkingGroup, clock.GetUtcNow());
        var request = await step.Read(forms, form, http.RequestAborted);
        if (request is null || typed.Errors.Any)
            return await Page(http, linked, typed, 400);
        var outcome = await steps.CarryOut(linked.Key, form.Command, request, http.RequestAborted);
        return await links.Answer(http, linked, outcome, $"{linked.Here}?gelukt={step.Name}", (now, problem) => Page(http, now, typed, 409, problem));
    }

    private async ValueTask<Entity?> MemberOf(LinkedPlan linked, CancellationToken cancellation) =>
        await store.Get(linked.Key.Smederij, PlanKeys.Member(linked.Key.Id, linked.Link.Person), cancellation);

    private async Task<IResult> Page(HttpContext http, LinkedPlan linked, Typed typed, int status, string? problem = null) =>
        (await MemberOf(linked, http.RequestAborted))?.Read(PlanRows.Default.PlanMember) switch
        {
            null => Failures.NotFound(http, Gone),
            { Confirmed: false, KeptUntil: null } when linked.Dossier.HiddenBecause is { } reason => HiddenPlan.Answer(http, reason),
            var member => new PageOf<WorkingGroupPage>(new WorkingGroupModel(
                linked.Dossier, member, PlanStep.Of(http.Request, PlanStep.For.Group),
                PlanStep.All.FirstOrDefault(step => step.Name == http.Request.Query["gelukt"]), typed, linked.Here, problem)
            {
                AsksToLeave = Leaving.IsAsked(http),
            }, status),
        };
}

/// <summary>What the page of a member shows.</summary>
/// <param name="Step">The form that is open; null for the overview.</param>
/// <param name="Done">What was done just now.</param>
/// <param name="Problem">Why the last press of the button changed nothing.</param>
public sealed record WorkingGroupModel(PlanDossier Dossier, PlanMember Member, PlanStep? Step, PlanStep? Done, Typed Typed, string Here,
    string? Problem)
{
    /// <summary>Whether to ask once more before the member leaves.</summary>
    public bool AsksToLeave { get; init; }
}
