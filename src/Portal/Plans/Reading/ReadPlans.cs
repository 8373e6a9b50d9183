namespace Smederijen.Portal.Plans.Reading;

/// <summary>The plans of a Smederij, and the story of each, for everyone.</summary>
public sealed class ReadPlans(IEntityStore store, UnreadableRows unreadable, SettingsBook settings, PlanDossiers dossiers, PlanMembers members)
{
    public async Task<IResult> ShowAll(HttpContext http) => Smederij(settings, http) is { } smederij
        ? new PageOf<PlansPage>(new PlansModel(
            smederij, [.. (await List(smederij.Id, http.RequestAborted)).Where(plan => plan.IsPublic).Reverse()],
            await Shared(smederij.Id, http.RequestAborted), settings.After(smederij)))
        : NoSuchSmederij(http);

    public async Task<IResult> Show(HttpContext http) => await Find(http) is { } dossier
        ? new PageOf<PlanPage>(new PlanPageModel(dossier, await members.ShownNames(dossier.Key, http.RequestAborted)))
        : await NotPublic(http);

    /// <summary>All plans of a Smederij, those that were not confirmed among them; there are few, because each takes years.</summary>
    public async Task<IReadOnlyList<PlanSummary>> List(string smederij, CancellationToken cancellation = default) =>
        await unreadable.All(smederij, PlanKeys.AllSummaries, PlanRows.Default.PlanSummary, cancellation);

    /// <summary>The public plans of other Smederijen that belong to this one as well, the newest first.</summary>
    private async Task<IReadOnlyList<SharedPlan>> Shared(string smederij, CancellationToken cancellation)
    {
        List<SharedPlan> found = [];
        foreach (var row in await store.All(smederij, PlanKeys.AllShared, cancellation).ToListAsync(cancellation))
        {
            if (PlanKeys.OfShared(row.Row) is not { } key)
                continue;
            var plan = await unreadable.Find(key.Smederij, PlanKeys.Summary(key.Id), PlanRows.Default.PlanSummary, cancellation);
            if (plan is { IsPublic: true })
                found.Add(new SharedPlan(key, plan, settings.NameOf(key.Smederij)));
        }
        return [.. found.OrderByDescending(plan => plan.Key.Id, StringComparer.Ordinal)];
    }

    /// <summary>The public plan that the address names; null when there is none.</summary>
    internal async Task<PlanDossier?> Find(HttpContext http) =>
        await dossiers.Read(PlanKey.Of(http), http.RequestAborted) is { Plan.IsPublic: true } dossier ? dossier : null;

    /// <summary>Why the plan that the address names cannot be read: it is hidden, or there is none.</summary>
    /// <param name="unknown">What is said where there is none.</param>
    internal async Task<IResult> NotPublic(
        HttpContext http, string unknown = "Dit plan bestaat niet, of het is nog niet bevestigd. Kijk bij de plannen van de Smederij.") =>
        await dossiers.Read(PlanKey.Of(http), http.RequestAborted) is { HiddenBecause: { } reason }
            ? HiddenPlan.Answer(http, reason)
            : Failures.NotFound(http, unknown);

    internal static SmederijSettings? Smederij(SettingsBook settings, HttpContext http) =>
        settings.Current(http.Request.RouteValues["smederij"] as string ?? "");

    internal static IResult NoSuchSmederij(HttpContext http) => Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit de lijst.");
}

/// <summary>What the list of plans shows, the newest first.</summary>
/// <param name="Shared">Plans of other Smederijen that belong to this one as well.</param>
/// <param name="After">What took its place, when it is closed.</param>
public sealed record PlansModel(
    SmederijSettings Smederij, IReadOnlyList<PlanSummary> Plans, IReadOnlyList<SharedPlan> Shared, IReadOnlyList<SmederijSettings> After);

/// <summary>A plan on the list of a Smederij that it does not lie in.</summary>
/// <param name="From">The name of the Smederij that it lies in.</param>
public sealed record SharedPlan(PlanKey Key, PlanSummary Plan, string From);

/// <summary>What the page of a plan shows.</summary>
/// <param name="Names">Members who want to be named.</param>
public sealed record PlanPageModel(PlanDossier Dossier, IReadOnlyList<string> Names)
{
    public Plan Plan => Dossier.Plan;

    public PlanKey Key => Dossier.Key;

    /// <summary>Whether people can still join and support it.</summary>
    public bool IsRunning => Plan.State is not PlanState.Ended;

    public IReadOnlyList<string> Reasons => Plan.State is PlanState.Ended ended ? ended.Reasons : [];
}
