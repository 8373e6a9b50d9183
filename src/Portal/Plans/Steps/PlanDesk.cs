using Smederijen.Portal.Plans.Reading;
using Smederijen.Portal.Plans.Support;

namespace Smederijen.Portal.Plans.Steps;

/// <summary>Plans for staff: all that run, overdue first, and the page of each with its people, its proofs and what can be done.</summary>
public sealed class PlanDesk(
    IEntityStore store, SettingsBook settings, ReadPlans reading, PlanDossiers dossiers, PlanForms forms, PlanSteps steps, PlanFiles files,
    StaffNames names, PlanMembers people, Looks looks, FreshSignIn fresh, EffectContracts effects, UnreadableRows unreadable, Veil veil,
    Reports reports, PlanSupportComparison support, TimeProvider clock)
{
    public const string Address = "/medewerkers/plannen";
    private const string NoSuchPlan = "Dit plan bestaat niet. Zoek het op in het overzicht van de plannen.";

    public async Task<IResult> ShowAll(HttpContext http) =>
        new PageOf<PlanBoardPage>(new PlanBoardModel(await Running(settings.All, http.RequestAborted), clock.GetUtcNow()));

    /// <summary>The plans that run in these Smederijen, what is due first on top; those without a term come last.</summary>
    public async Task<IReadOnlyList<PlanLine>> Running(IEnumerable<SmederijSettings> smederijen, CancellationToken cancellation = default)
    {
        var plans = await Task.WhenAll(smederijen.Select(async smederij =>
            (await reading.List(smederij.Id, cancellation)).Where(plan => plan.Phase < PlanPhase.Completed)
                .Select(plan => new PlanLine(smederij, plan))));
        return [.. plans.SelectMany(lines => lines).OrderBy(line => line.Plan.Deadline ?? DateTimeOffset.MaxValue).ThenBy(line => line.Plan.Since)];
    }

    public async Task<IResult> Show(HttpContext http) => await dossiers.Read(PlanKey.Of(http), http.RequestAborted) is { } dossier
        ? await RefuseStale(http, dossier.Key, PlanStep.Of(http.Request, PlanStep.For.Staff)) ?? await Page(http, dossier, Typed.For(http), 200)
        : Failures.NotFound(http, NoSuchPlan);

    public async Task<IResult> Post(HttpContext http)
    {
        if (await dossiers.Read(PlanKey.Of(http), http.RequestAborted) is not { } dossier
            || PlanStep.Of(http.Request, PlanStep.For.Staff) is not { } step)
            return Failures.NotFound(http, NoSuchPlan);
        if (await RefuseStale(http, dossier.Key, step) is { } old)
            return old;
        var by = http.Staff();
        var (typed, posted) = (await Typed.Read(http), await http.Request.ReadFormAsync(http.RequestAborted));
        var form = new PlanForm(dossier, typed, typed.PressedOnce, new PostedFiles(http, posted.Files, typed.Raw), by.Id, clock.GetUtcNow());
        if (await store.Earlier(dossier.Key.Smederij, form.Command, http.RequestAborted) is not null)
            return new SeeOther($"{dossier.Key.StaffPath}?gelukt={step.Name}");
        var request = await step.Read(forms, form, http.RequestAborted);
        if (request is null || form.Errors.Any)
            return await Page(http, dossier, form.Typed, 400);
        if (await steps.CarryOut(dossier.Key, form.Command, Named(request, dossier.Key, by),
            http.RequestAborted) is not Outcome<PlanRefusal>.Refused refused)
            return new SeeOther($"{dossier.Key.StaffPath}?gelukt={step.Name}");
        form.Errors.Add("", PlanRefusals.Text(refused.Reason));
        return await Page(http, dossier, form.Typed, 409);
    }

    public async Task<IResult> ShowProof(HttpContext http)
    {
        var plan = PlanKey.Of(http);
        await looks.Note(http, LookKind.File, plan.Smederij, plan.Id);
        return await files.ShowToStaff(http, plan);
    }

    private async Task<IResult?> RefuseStale(HttpContext http, PlanKey plan, PlanStep? step) =>
        step == PlanStep.Erase && http.MayHere() ? await fresh.Refuse(http, Weighty.Erasure, step.AddressOn(plan.StaffPath)) : null;

    private PlanRequest Named(PlanRequest request, PlanKey plan, StaffMember by) => request with
    {
        Also = async cancellation =>
            await request.Also(cancellation) is { } rows ? [.. rows, .. await names.Introduce(plan.Smederij, by, cancellation)] : null,
    };

    private async Task<IResult> Page(HttpContext http, PlanDossier dossier, Typed typed, int status)
    {
        await looks.Note(http, LookKind.Plan, dossier.Key.Smederij, dossier.Key.Id);
        var seesPeople = http.MaySeePeople();
        var members = seesPeople ? await people.All(dossier.Key, http.RequestAborted) : [];
        var contacts = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var partner in dossier.Plan.Partners.Where(partner => seesPeople && partner.IsAsked))
        {
            if (await unreadable.Find(dossier.Key.Smederij, PlanKeys.Partner(dossier.Key.Id, partner.Id), WorkJson.Default.Person,
                http.RequestAborted) is { } person)
                contacts[partner.Id] = person;
        }
        var notes = await store.Query(dossier.Key.Smederij, PlanKeys.Notes(dossier.Key.Id), cancellation: http.RequestAborted);
        var failed = await store.Query(dossier.Key.Smederij, Keys.FailedOf(dossier.Key.Work.Item), cancellation: http.RequestAborted);
        return new PageOf<StaffPlanPage>(new StaffPlanModel(
            dossier, members, contacts,
            await unreadable.Read(dossier.Key.Smederij, failed.Rows, row => row.Read(effects.Pending).Problem ?? "Niet bekend"),
            await names.Known(dossier.Key.Smederij, http.RequestAborted),
            seesPeople ? [.. (await unreadable.Read(dossier.Key.Smederij, notes.Rows, WorkJson.Default.StaffNote)).AsEnumerable().Reverse()] : [],
            http.MayHere(), PlanStep.Of(http.Request, PlanStep.For.Staff),
            PlanStep.All.FirstOrDefault(step => step.Name == http.Request.Query["gelukt"]), typed, clock.GetUtcNow())
        {
            Parts = await veil.PartsOf(PlanKind.Facts, dossier.Key.Work, dossier.Plan.IsPublic, http.RequestAborted),
            Supporters = seesPeople ? await support.Supporters(dossier.Key, dossier.Plan, http.RequestAborted) : [],
            HidesPeople = !seesPeople,
            Reports = await reports.About(dossier.Key, http.RequestAborted),
        }, status);
    }
}

/// <summary>A line of the list of plans.</summary>
public sealed record PlanLine(SmederijSettings Smederij, PlanSummary Plan);

/// <summary>What the list of plans shows to staff.</summary>
public sealed record PlanBoardModel(IReadOnlyList<PlanLine> Lines, DateTimeOffset Now);

/// <summary>What the page of a plan shows to staff.</summary>
/// <param name="Contacts">Who answers for each partner.</param>
/// <param name="Failed">What went wrong with each message about this plan that was given up.</param>
/// <param name="Colleagues">Who may be named in the history.</param>
/// <param name="Notes">What staff wrote for each other, the newest first.</param>
/// <param name="MayAct">Whether the reader may do something.</param>
/// <param name="Step">The form that is open; null for the overview.</param>
/// <param name="Done">What the reader has just done.</param>
public sealed record StaffPlanModel(
    PlanDossier Dossier,
    IReadOnlyList<PlanMember> Members, IReadOnlyDictionary<string, Person> Contacts, IReadOnlyList<string> Failed,
    IReadOnlyList<Contact> Colleagues,
    IReadOnlyList<StaffNote> Notes, Leave MayAct, PlanStep? Step, PlanStep? Done, Typed Typed, DateTimeOffset Now)
{
    /// <summary>What can be hidden or shown again.</summary>
    public IReadOnlyList<ShownPart> Parts { get; init; } = [];

    /// <summary>Whose support counts.</summary>
    public IReadOnlyList<Person> Supporters { get; init; } = [];

    /// <summary>Who reads this does not work on this plan: who its people are is left out.</summary>
    public bool HidesPeople { get; init; }

    /// <summary>What visitors reported about it, the oldest first.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>The forms that are of use now.</summary>
    public IEnumerable<PlanStep> Offered => PlanStep.OfferedTo(PlanStep.For.Staff, Dossier)
        .Where(step => step != PlanStep.Restore || Parts.Any(part => part.IsHidden));
}
