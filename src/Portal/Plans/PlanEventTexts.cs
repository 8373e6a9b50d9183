using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Portal.Plans;

/// <summary>The history of a plan in words.</summary>
internal static class PlanEventTexts
{
    /// <summary>What happened, as one sentence without a full stop.</summary>
    /// <param name="nameOf">The name of a milestone, moment or partner.</param>
    public static string Title(PlanEvent e, Func<string, string> nameOf) => e switch
    {
        Submitted => "Het plan is ingediend",
        OpenedFromIdea o => $"Het idee werd een plan van een werkgroep, met {Dutch.Count(o.Supporters, "supporter", "supporters")}",
        SubmissionConfirmed => "De indiener heeft het plan bevestigd",
        MemberJoined j => $"Er doet een {PlanTexts.Role(j.Role)} mee met de werkgroep",
        MemberLeft l => $"Een {PlanTexts.Role(l.Role)} doet niet meer mee",
        MemberStayed s => $"Een {PlanTexts.Role(s.Role)} die stopte, doet toch mee",
        SmederijAdded a => $"Dit plan hoort nu ook bij {nameOf(a.Smederij)}",
        SmederijDropped d => $"Dit plan hoort niet meer bij {nameOf(d.Smederij)}",
        NewsPosted => "Nieuws van de werkgroep",
        CostEstimated x => $"De kosten zijn nu geschat op {Dutch.EuroShort(x.Cost.Cents)}",
        MilestoneSet { Reason: null } m => $"Nieuwe mijlpaal: {m.What}, uiterlijk {Dutch.Date(m.Due)}",
        MilestoneSet m => $"Mijlpaal gewijzigd: {m.What}, uiterlijk {Dutch.Date(m.Due)}",
        MilestoneReached m => $"Bereikt op {Dutch.Date(m.On)}: {nameOf(m.Milestone)}",
        MilestoneDropped m => $"Mijlpaal vervallen: {nameOf(m.Milestone)}",
        PartnerAsked { Asked: { } asked } p => $"{Dutch.EuroShort(asked.Cents)} gevraagd aan {p.Name}",
        PartnerAsked p => $"Steun gevraagd aan {p.Name}",
        RoundIdeaLinked l => $"Geld van de Smederij gevraagd met het idee {l.Name}",
        PartnerDropped d => $"Niet meer gevraagd: {nameOf(d.Partner)}",
        PartnerSpoke { Supports: true } s => $"{nameOf(s.Partner)} steunt het plan",
        PartnerSpoke s => $"{nameOf(s.Partner)} steunt het plan niet",
        MoneyPromised m => $"{nameOf(m.Partner)} zegt {Dutch.EuroShort(m.Amount.Cents)} toe",
        MoneyRefused m => $"{nameOf(m.Partner)} geeft geen geld",
        MoneyReceived m => $"{Dutch.EuroShort(m.Amount.Cents)} ontvangen van {nameOf(m.Partner)}",
        MomentNamed { Reason: null } m => $"Nieuw beslismoment: {m.Name}{On(m.On)}",
        MomentNamed m => $"Beslismoment gewijzigd: {m.Name}{On(m.On)}",
        MomentDropped m => $"Beslismoment vervallen: {nameOf(m.Moment)}",
        DecisionAsked a => $"Besluit gevraagd aan de stuurgroep: {nameOf(a.Moment)}",
        StuurgroepDecided d => $"Besluit van de stuurgroep over {nameOf(d.Moment)}: {PlanTexts.Outcome(d.Outcome).ToLowerInvariant()}",
        DecisionLapsed l => $"De stuurgroep kwam niet tot een besluit over {nameOf(l.Moment)}",
        Completed => "Het plan is klaar",
        Stopped => "Het plan is gestopt",
        SupportConfirmed => "Iemand uit de buurt steunt het plan",
        SupportCompared => "De steun tot nu toe is vergeleken",
        ReminderAsked => "De werkgroep kreeg een herinnering",
        Paused => "Een medewerker zette het plan op pauze",
        Resumed => "Een medewerker haalde het plan van de pauze",
        NoteWritten => "Een medewerker schreef een notitie voor collega's",
        PartHidden h => $"Een medewerker verborg {PartTexts.Of(h.Part, PartTexts.Plan)}",
        PartRestored r => $"Een medewerker liet {PartTexts.Of(r.Part, PartTexts.Plan)} weer zien",
        SentByLetter => "Een medewerker stuurde een mail die niet aankwam per brief",
        PersonErased => "Op verzoek zijn persoonsgegevens gewist",
        PersonCorrected => "Een medewerker verbeterde de gegevens van iemand",
        TermPassed => "Er gingen herinneringen uit",
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Every event needs words."),
    };

    /// <summary>What somebody wrote with it; null when there is nothing.</summary>
    public static string? Written(PlanEvent e) => e switch
    {
        NewsPosted n => n.Text,
        SmederijDropped d => d.Reason,
        CostEstimated x => x.Reason,
        MilestoneSet m => m.Reason,
        MilestoneDropped m => m.Reason,
        PartnerDropped d => d.Reason,
        PartnerSpoke s => s.Reason,
        MoneyRefused m => m.Reason,
        MomentNamed m => m.Reason,
        MomentDropped m => m.Reason,
        DecisionAsked a => a.Text,
        StuurgroepDecided d => string.Join("\n", d.Reasons),
        DecisionLapsed l => l.Reason,
        Completed x => x.Text,
        Stopped x => x.Reason,
        ReminderAsked r => r.Reason,
        Paused p => p.Reason,
        Resumed r => r.Reason,
        SentByLetter l => l.Reason,
        PartHidden h => h.Reason,
        PartRestored r => r.Reason,
        PersonErased p => p.Reason,
        PersonCorrected p => p.Reason,
        _ => null,
    };

    /// <summary>Who of the staff did it; null when somebody else did, or the clock.</summary>
    public static string? By(PlanEvent e) => e switch
    {
        SmederijAdded a => Staff(a.By),
        SmederijDropped d => Staff(d.By),
        CostEstimated x => Staff(x.By),
        MilestoneSet m => Staff(m.By),
        MilestoneReached m => Staff(m.By),
        MilestoneDropped m => Staff(m.By),
        PartnerAsked p => Staff(p.By),
        PartnerDropped d => Staff(d.By),
        MoneyReceived m => Staff(m.By),
        MomentNamed m => Staff(m.By),
        MomentDropped m => Staff(m.By),
        DecisionAsked a => Staff(a.By),
        Completed x => Staff(x.By),
        Stopped x => Staff(x.By),
        ReminderAsked r => Staff(r.By),
        Paused p => Staff(p.By),
        Resumed r => Staff(r.By),
        NoteWritten n => Staff(n.By),
        SentByLetter l => Staff(l.By),
        PartHidden h => Staff(h.By),
        PartRestored r => Staff(r.By),
        PersonErased p => Staff(p.By),
        PersonCorrected p => Staff(p.By),
        _ => null,
    };

    private static string? Staff(string by) => by == WorkingGroup ? null : by;

    private static string On(DateOnly? day) => day is { } on ? $", op {Dutch.Date(on)}" : "";
}
