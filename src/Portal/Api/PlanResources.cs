using Smederijen.Portal.Plans;

namespace Smederijen.Portal.Api;

/// <param name="Volgende">Where the rest of the list is; null on the last page.</param>
public sealed record PlanList(IReadOnlyList<PlanItem> Plannen, string? Volgende);

/// <param name="Kosten">What all of it is expected to cost, in cents.</param>
/// <param name="WachtOp">Whose move it is; null when the plan has ended.</param>
/// <param name="Uiterlijk">The end of the day of the first milestone that is not reached; null while <paramref name="Gepauzeerd"/>.</param>
public sealed record PlanItem(string Id, string Titel, long Kosten, string Fase, DateTimeOffset Sinds, string? WachtOp, DateTimeOffset? Uiterlijk,
    bool Gepauzeerd, string Url)
{
    internal static PlanItem Of(string smederij, PlanSummary plan) => new(
        plan.Id, plan.Title, plan.CostInCents, PlanNames.Of(plan.Phase), plan.Since, ApiNames.Of(plan.WaitsFor), plan.Deadline, plan.Paused,
        ApiPaths.Plan(smederij, plan.Id));
}

/// <summary>A plan as everybody may know it: people only as numbers.</summary>
/// <param name="Idee">The idea that it grew from.</param>
/// <param name="OokVan">The other Smederijen that it belongs to.</param>
/// <param name="Steun">How many residents support it.</param>
/// <param name="Geld">All partners together.</param>
public sealed record PlanDetail(
    PlanItem Plan, string Beschrijving, string Bijdrage, string? Idee, IReadOnlyList<string> OokVan, int Steun, GroupCount Werkgroep,
    MoneyOnItsWay Geld, IReadOnlyList<MilestoneItem> Mijlpalen, IReadOnlyList<PartnerItem> Partners, IReadOnlyList<MomentItem> Beslismomenten,
    IReadOnlyList<TimelineItem> Tijdlijn)
{
    internal static PlanDetail Of(PlanDossier dossier)
    {
        var plan = dossier.Plan;
        return new(
            PlanItem.Of(dossier.Key.Smederij, PlanSummary.Of(dossier.Stored)), dossier.Content.Description, dossier.Content.Contribution,
            plan.Idea is { } idea ? ApiPaths.Idea(dossier.Key.Smederij, idea) : null,
            [.. plan.Shares.Select(share => ApiPaths.Smederij(share.Smederij))], plan.Supporters,
            new GroupCount(plan.Group.Residents, plan.Group.Professionals, plan.Group.Organisations),
            new MoneyOnItsWay(dossier.Money.Asked.Cents, dossier.Money.Promised.Cents, dossier.Money.Received.Cents),
            [.. plan.Milestones.OrderBy(milestone => milestone.Due)
                .Select(milestone => new MilestoneItem(milestone.What, milestone.Due, milestone.Done))],
            [.. plan.Partners.Select(partner => PartnerItem.Of(partner, dossier))],
            [.. plan.Moments.Select(MomentItem.Of)],
            [.. dossier.Log.Select(line => PlanNames.TimelineOf(line, dossier))]);
    }
}

/// <summary>How many people carry the plan.</summary>
public sealed record GroupCount(int Bewoners, int Beroepskrachten, int Organisaties);

/// <summary>In cents. What was promised was asked, and what was received was promised.</summary>
public sealed record MoneyOnItsWay(long Gevraagd, long Toegezegd, long Ontvangen);

/// <param name="Bereikt">Null as long as it is not reached.</param>
public sealed record MilestoneItem(string Wat, DateOnly Uiterlijk, DateOnly? Bereikt);

/// <param name="Naam">Of the organisation, never of a person.</param>
/// <param name="Geld">Null when it is asked for support only.</param>
/// <param name="GeenGeldOmdat">Why it gives nothing.</param>
/// <param name="Steunt">Null until it said so.</param>
/// <param name="Idee">Of money of the Smederij: the idea that asks its round for it.</param>
public sealed record PartnerItem(string Naam, string Soort, MoneyOnItsWay? Geld, string? GeenGeldOmdat, bool? Steunt, string? Reden, string? Idee)
{
    internal static PartnerItem Of(Partner partner, PlanDossier dossier)
    {
        var money = dossier.MoneyOf(partner);
        return new(
            partner.Name, PlanNames.Of(partner.Kind),
            money is null ? null : new MoneyOnItsWay(money.Asked.Amount.Cents, money.Promised?.Amount.Cents ?? 0, money.Received?.Amount.Cents ?? 0),
            money?.RefusedBecause, partner.Voice?.Supports, partner.Voice?.Reason, partner.Idea is { } idea
                ? ApiPaths.Idea(dossier.SmederijOf(partner), idea) : null);
    }
}

/// <param name="Dag">When the stuurgroep is asked by itself; null when people ask.</param>
/// <param name="Gevraagd">How often it was asked.</param>
/// <param name="Besluit">What it decided last.</param>
public sealed record MomentItem(string Naam, DateOnly? Dag, int Gevraagd, JudgementItem? Besluit)
{
    internal static MomentItem Of(DecisionMoment moment) => new(
        moment.Name, moment.On, moment.Asked, moment.Judged is { } judged
            ? new JudgementItem(PlanNames.Of(judged.Outcome), [.. judged.Reasons], judged.At) : null);
}

public sealed record JudgementItem(string Uitkomst, IReadOnlyList<string> Redenen, DateTimeOffset Tijdstip);
