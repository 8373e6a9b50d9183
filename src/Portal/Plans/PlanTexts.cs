namespace Smederijen.Portal.Plans;

/// <summary>The words for plans, as people read them on pages, in mails and in the API.</summary>
public static class PlanTexts
{
    public static string Label(PlanPhase phase) => phase switch
    {
        PlanPhase.AwaitingConfirmation => "Nog niet bevestigd",
        PlanPhase.Underway => "De werkgroep is bezig",
        PlanPhase.AwaitingStuurgroep => "Bij de stuurgroep",
        PlanPhase.BackAtGroup => "De werkgroep past het plan aan",
        PlanPhase.Completed => "Klaar",
        PlanPhase.Stopped => "Gestopt",
        PlanPhase.NeverConfirmed => "Nooit bevestigd",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase needs a label."),
    };

    public static string Explanation(PlanPhase phase) => phase switch
    {
        PlanPhase.AwaitingConfirmation => "De indiener moet dit plan nog bevestigen met de link in de mail.",
        PlanPhase.Underway => "Een werkgroep werkt dit plan uit, zoekt steun en zoekt geld. Dat kan jaren duren.",
        PlanPhase.AwaitingStuurgroep => "De stuurgroep bekijkt of er genoeg steun en geld is, en besluit of het plan verder gaat.",
        PlanPhase.BackAtGroup => "De stuurgroep wil dat er iets verandert. De werkgroep past het plan aan.",
        PlanPhase.Completed => "Dit plan is uitgevoerd.",
        PlanPhase.Stopped => "Dit plan gaat niet door. De reden staat erbij.",
        PlanPhase.NeverConfirmed => "De indiener heeft dit plan niet bevestigd.",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase needs an explanation."),
    };

    public static string Role(MemberRole role) => role switch
    {
        MemberRole.Resident => "bewoner",
        MemberRole.Professional => "beroepskracht",
        MemberRole.Organisation => "organisatie",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role needs a name."),
    };

    /// <summary>The working group, counted by role.</summary>
    public static string Group(Group group) => group.Size == 0 ? "niemand meer" : string.Join(", ", new[]
    {
        (group.Residents, "bewoner", "bewoners"), (group.Professionals, "beroepskracht", "beroepskrachten"), (group.Organisations, "organisatie", "organisaties"),
    }.Where(count => count.Item1 > 0).Select(count => Dutch.Count(count.Item1, count.Item2, count.Item3)));

    /// <summary>Where the supporters of a plan of several Smederijen live.</summary>
    public static string Homes(PlanDossier dossier)
    {
        var plan = dossier.Plan;
        var homes = dossier.Others.Select(other => (other.Name, Count: plan.ShareOf(other.Id)!.Supporters)).ToList();
        if (plan.Supporters == 0)
            return "nog niemand";
        return string.Join(", ", homes.Prepend((dossier.Smederij.Name, Count: plan.Supporters - homes.Sum(home => home.Count)))
            .Where(home => home.Count > 0 || homes.Count < 4).Select(home => $"{home.Item1} {Dutch.Number(home.Count)}"));
    }

    public static string Kind(PartnerKind kind) => kind switch
    {
        PartnerKind.Municipality => "Gemeente",
        PartnerKind.Corporation => "Woningcorporatie",
        PartnerKind.Fund => "Fonds",
        PartnerKind.Club => "Vereniging",
        PartnerKind.Professional => "Professional of instelling",
        PartnerKind.OwnActions => "Eigen acties",
        PartnerKind.Round => "Geld van de Smederij",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of partner needs a name."),
    };

    public static string Outcome(StuurgroepOutcome outcome) => outcome switch
    {
        StuurgroepOutcome.GoOn => "Ga door",
        StuurgroepOutcome.Change => "Pas het plan aan",
        StuurgroepOutcome.Stop => "Stop",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome needs a name."),
    };

    /// <summary>How far the money of a partner is, in a word.</summary>
    public static string Stage(Contribution? money) => money switch
    {
        null => "–",
        { RefusedBecause: not null } => "Geen geld",
        { Received: not null } => "Ontvangen",
        { Promised: not null } => "Toegezegd",
        _ => "Gevraagd",
    };
}
