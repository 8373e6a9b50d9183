namespace Smederijen.Portal.Plans.Steps;

/// <summary>What the working group or staff can do to a plan: each is a form on the same page.</summary>
/// <param name="Name">Names the form in the address: <c>?stap=nieuws</c>.</param>
/// <param name="Words">What the link to the form says.</param>
/// <param name="Button">What its button says.</param>
/// <param name="Done">What is read when it has happened.</param>
/// <param name="Who">Who does this.</param>
/// <param name="IsOffered">Whether it is of use now. What is not offered is refused by the domain all the same.</param>
/// <param name="Read">
/// Reads its form into what it asks for. What is wrong with it is added to the errors of the form; then what comes back means nothing.
/// </param>
public sealed record PlanStep(
    string Name, string Words, string Button, string Done, PlanStep.For Who, Func<PlanDossier, bool> IsOffered, PlanStep.Reading Read)
{
    public delegate Task<PlanRequest?> Reading(PlanForms forms, PlanForm form, CancellationToken cancellation);

    /// <summary>Whether the form asks for a reason.</summary>
    public bool AsksWhy { get; private init; }

    public static PlanStep News { get; } = new("nieuws", "Vertel hoe het gaat", "Plaats het nieuws",
        "Het nieuws staat op de pagina van het plan.", For.Group, _ => true,
        async (forms, form, cancellation) => await PlanForms.News(form, cancellation));

    public static PlanStep Invite { get; } = new("uitnodigen", "Nodig iemand uit voor de werkgroep", "Stuur de uitnodiging",
        "De uitnodiging is verstuurd.", For.Both, _ => true,
        async (forms, form, cancellation) => await forms.Members.Invite(form, cancellation));

    public static PlanStep AddMilestone { get; } = new("mijlpaal", "Voeg een mijlpaal toe", "Voeg toe",
        "De mijlpaal is toegevoegd.", For.Both, _ => true,
        (forms, form, _) => Now(PlanForms.AddMilestone(form)));

    public static PlanStep ReachMilestone { get; } = new("mijlpaal-bereikt", "Een mijlpaal is bereikt", "Dit is bereikt",
        "De mijlpaal is bereikt.", For.Both, HasMilestone,
        (forms, form, _) => Now(PlanForms.ReachMilestone(form)));

    public static PlanStep ChangeMilestone { get; } = new("mijlpaal-wijzigen", "Verander een mijlpaal", "Verander de mijlpaal",
        "De mijlpaal is veranderd.", For.Both, HasMilestone,
        (forms, form, _) => Now(PlanForms.ChangeMilestone(form))) { AsksWhy = true };

    public static PlanStep DropMilestone { get; } = new("mijlpaal-vervalt", "Laat een mijlpaal vervallen", "Laat vervallen",
        "De mijlpaal is vervallen.", For.Both, HasMilestone,
        (forms, form, _) =>
            Now(PlanForms.Reasoned(form, reason => at => new PlanEvent.MilestoneDropped(at, form.By, PlanForms.Milestone(form), reason)))) { AsksWhy =
            true };

    public static PlanStep AskPartner { get; } = new("partner", "Vraag een partner om steun of geld", "Vraag de partner",
        "De partner is gevraagd.", For.Both, _ => true,
        (forms, form, _) => Now(PlanForms.AskPartner(form)));

    public static PlanStep LinkRound { get; } = new("ronde", "Vraag geld aan de Smederij", "Koppel het idee",
        "Het idee hoort nu bij dit plan.", For.Group, _ => true,
        async (forms, form, cancellation) => await forms.LinkRound(form, cancellation));

    public static PlanStep Receive { get; } =
        new("ontvangen", "Er is geld binnen", "Bewaar",
        "Het geld staat bij het plan.", For.Both, dossier => dossier.Plan.Partners.Any(partner => partner.Money is { RefusedBecause: null }),
        async (forms, form, cancellation) => await PlanForms.Receive(form, cancellation));

    public static PlanStep DropPartner { get; } = new("partner-vervalt", "Haal een partner weg", "Haal weg",
        "De partner hoort niet meer bij dit plan.", For.Both, dossier => dossier.Plan.Partners.Any(partner => partner.Money?.Received is null),
        (forms, form, _) => Now(forms.DropPartner(form))) { AsksWhy = true };

    public static PlanStep AddSmederij { get; } = new("smederij-erbij", "Het plan is ook voor een andere Smederij", "Voeg toe",
        "De Smederij hoort nu ook bij dit plan.", For.Both, dossier => dossier.Joinable.Count > 0,
        (forms, form, _) => Now(PlanForms.AddSmederij(form)));

    public static PlanStep DropSmederij { get; } = new("smederij-weg", "Haal een Smederij weg", "Haal weg",
        "De Smederij hoort niet meer bij dit plan.", For.Both, dossier => dossier.Plan.Shares.Length > 0,
        (forms, form, _) => Now(PlanForms.DropSmederij(form))) { AsksWhy = true };

    public static PlanStep Estimate { get; } = new("kosten", "Verander de geschatte kosten", "Verander de kosten",
        "De geschatte kosten zijn veranderd.", For.Both, _ => true,
        (forms, form, _) => Now(PlanForms.Estimate(form))) { AsksWhy = true };

    public static PlanStep NameMoment { get; } = new("beslismoment", "Voeg een beslismoment toe", "Voeg toe",
        "Het beslismoment is toegevoegd.", For.Both, _ => true,
        (forms, form, _) => Now(PlanForms.NameMoment(form)));

    public static PlanStep DropMoment { get; } = new("beslismoment-vervalt", "Laat een beslismoment vervallen", "Laat vervallen",
        "Het beslismoment is vervallen.", For.Both, dossier => dossier.Plan.Moments.Any(moment => moment.Asked == 0),
        (forms, form, _) =>
            Now(PlanForms.Reasoned(form, reason => at => new PlanEvent.MomentDropped(at, form.By, PlanForms.Moment(form), reason)))) { AsksWhy =
            true };

    public static PlanStep AskDecision { get; } = new("besluit", "Vraag de stuurgroep om een besluit", "Vraag het besluit",
        "Het besluit is gevraagd aan de stuurgroep.", For.Both,
        dossier => dossier.Plan.State is PlanState.Underway or PlanState.BackAtGroup && dossier.Plan.Moments.Any(moment => !moment.IsSettled),
        (forms, form, _) => Now(PlanForms.AskDecision(form)));

    public static PlanStep Complete { get; } = new("klaar", "Het plan is klaar", "Het plan is klaar",
        "Het plan is klaar.", For.Both,
        dossier => dossier.Plan.State is not PlanState.AwaitingStuurgroep && dossier.Plan.Moments.All(moment => moment.IsSettled),
        async (forms, form, cancellation) => await PlanForms.Complete(form, cancellation));

    public static PlanStep Stop { get; } = new("stoppen", "Stop het plan", "Stop het plan",
        "Het plan is gestopt.", For.Both, dossier => dossier.Plan.State is not PlanState.AwaitingStuurgroep,
        (forms, form, _) =>
            Now(PlanForms.Sure(form, PlanForms.Reasoned(form, reason => at => new PlanEvent.Stopped(at, form.By, reason))))) { AsksWhy = true };

    public static PlanStep Remind { get; } = new("herinneren", "Stuur de werkgroep een herinnering", "Stuur de herinnering",
        "De herinnering is onderweg.", For.Staff,
        dossier => dossier.Plan.State is not PlanState.AwaitingStuurgroep && dossier.Plan.Group.Size > 0,
        (forms, form, _) => Now(PlanForms.Reasoned(form, reason => at => new PlanEvent.ReminderAsked(at, form.By, reason)))) { AsksWhy = true };

    public static PlanStep Pause { get; } = new("pauzeren", "Zet op pauze", "Zet op pauze",
        "Het plan staat op pauze.", For.Staff, dossier => dossier.Plan.PausedAt is null,
        (forms, form, _) => Now(PlanForms.Reasoned(form, reason => at => new PlanEvent.Paused(at, form.By, reason)))) { AsksWhy = true };

    public static PlanStep Resume { get; } = new("hervatten", "Haal van de pauze", "Ga verder",
        "Het plan gaat weer verder.", For.Staff, dossier => dossier.Plan.PausedAt is not null,
        (forms, form, _) => Now(PlanForms.Reasoned(form, reason => at => new PlanEvent.Resumed(at, form.By, reason)))) { AsksWhy = true };

    public static PlanStep Note { get; } = new("notitie", "Schrijf een notitie", "Bewaar de notitie",
        "De notitie is bewaard.", For.Staff, _ => true,
        (forms, form, _) => Now(PlanForms.Note(form)));

    public static PlanStep Hide { get; } = new("verbergen", "Verberg een tekst of foto", "Verberg dit",
        "Het is verborgen. In de geschiedenis staat dat u iets verborg, en waarom.", For.Staff, _ => true,
        async (forms, form, cancellation) => await forms.Hide(form, cancellation)) { AsksWhy = true };

    public static PlanStep Restore { get; } = new("weer-tonen", "Laat iets weer zien", "Laat het weer zien",
        "Het staat weer op de website.", For.Staff, _ => true,
        async (forms, form, cancellation) => await forms.Restore(form, cancellation)) { AsksWhy = true };

    public static PlanStep Erase { get; } = new("wissen", "Wis iemands gegevens", "Wis voorgoed",
        "De gegevens zijn gewist.", For.Staff, _ => true,
        async (forms, form, cancellation) =>
        {
            form.Typed.CheckSure();
            return await forms.Members.Erase(form, PlanForms.ReasonOf(form), cancellation);
        })
    { AsksWhy = true };

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<PlanStep> All { get; } =
    [
        News, ReachMilestone, AskDecision, Invite, AskPartner, Receive, LinkRound, AddMilestone, ChangeMilestone, DropMilestone, NameMoment,
        DropMoment,
        Estimate, DropPartner, AddSmederij, DropSmederij, Remind, Note, Pause, Resume, Hide, Restore, Complete, Stop, Erase,
    ];

    public enum For
    {
        Group,
        Staff,
        Both,
    }

    public static IEnumerable<PlanStep> OfferedTo(For reader, PlanDossier dossier) => dossier.Plan.State is PlanState.AwaitingConfirmation ? []
        : All.Where(step => step.IsFor(reader)
            && (dossier.Plan.State is PlanState.Ended ended ? step.IsForTheEnd(ended) : step.IsOffered(dossier)));

    /// <summary>The step that the address names; null when it names none for this reader.</summary>
    public static PlanStep? Of(HttpRequest request, For reader) => All.FirstOrDefault(step => step.Name == request.Query["stap"] && step.IsFor(reader));

    public string AddressOn(string page) => $"{page}?stap={Name}";

    private static Task<PlanRequest?> Now(PlanRequest? request) => Task.FromResult(request);

    /// <summary>A plan that has ended can still be taken off the site; a note goes with the people.</summary>
    private bool IsForTheEnd(PlanState.Ended ended) =>
        this == Erase || this == Hide || this == Restore || (this == Note && ended.EraseAt is not null);

    private bool IsFor(For reader) => Who == For.Both || Who == reader;

    private static bool HasMilestone(PlanDossier dossier) => dossier.Plan.Milestones.Any(milestone => milestone.Done is null);
}
