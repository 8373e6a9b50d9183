namespace Smederijen.Portal.Plans.Reading;

/// <summary>The plans of a Smederij, and the story of each, for everyone.</summary>
public sealed class ReadPlans(UnreadableRows unreadable, SettingsBook settings, PlanDossiers dossiers, PlanMembers members)
{
    public async Task<IResult> ShowAll(HttpContext http) => Smederij(settings, http) is { } smederij
        ? new PageOf<PlansPage>(new PlansModel(smederij, [.. (await List(smederij.Id, http.RequestAborted)).Where(plan => plan.IsPublic).Reverse()]))
        : NoSuchSmederij(http);

    public async Task<IResult> Show(HttpContext http) => await Find(http) is { } dossier
        ? new PageOf<PlanPage>(new PlanPageModel(dossier, await members.ShownNames(dossier.Key, http.RequestAborted)))
        : await NotPublic(http);

    /// <summary>All plans of a Smederij, those that were not confirmed among them; there are few, because each takes years.</summary>
    public async Task<IReadOnlyList<PlanSummary>> List(string smederij, CancellationToken cancellation = default) =>
        await unreadable.All(smederij, PlanKeys.AllSummaries, PlanRows.Default.PlanSummary, cancellation);

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
public sealed record PlansModel(SmederijSettings Smederij, IReadOnlyList<PlanSummary> Plans);

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
