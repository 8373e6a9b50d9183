using Smederijen.Domain.Calendar;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Storage;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Portal.Plans;

/// <summary>A posted form with the plan that it is about.</summary>
/// <param name="By">The account of a staff member, or <see cref="PlanEvent.WorkingGroup"/>.</param>
public sealed record PlanForm(PlanDossier Dossier, Typed Typed, PostedFiles Files, string By, DateTimeOffset Now)
{
    public Ideas.CommandId Command { get; } = Ideas.CommandId.From(Typed.Command);

    public FormErrors Errors => Typed.Errors;

    /// <summary>What this press of the button makes gets the same id when it comes again.</summary>
    public string NewId => Command.Key.ToLowerInvariant();
}

/// <summary>What a form asks for: the event, told what its pictures begin with and how its proof is named, and what goes with it.</summary>
public sealed record PlanRequest(Func<DateTimeOffset, PlanUploads, PlanEvent> Happening)
{
    public IReadOnlyList<CleanUpload> Pictures { get; init; } = [];

    public IReadOnlyList<CleanUpload> Proofs { get; init; } = [];

    /// <summary>Rows that belong to the same commit; null when they show that it happened before.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<Write>?>> Also { get; init; } = _ => Task.FromResult<IReadOnlyList<Write>?>([]);

    public static PlanRequest Of(Func<DateTimeOffset, PlanEvent> happening) => new((at, _) => happening(at));
}

/// <summary>
/// Reads the form of each step into what it asks for. What is wrong with it is added to the errors of the form; then what comes
/// back means nothing.
/// </summary>
public sealed partial class PlanForms(IEntityStore store, PlanMembers members, IdeaCommands ideas)
{
    private const int MaxText = 2000;

    public async Task<PlanRequest?> Read(PlanStep step, PlanForm form, CancellationToken cancellation) => step.Name switch
    {
        "nieuws" => await News(form, cancellation),
        "uitnodigen" => await members.Invite(form, cancellation),
        "mijlpaal" => AddMilestone(form),
        "mijlpaal-bereikt" => ReachMilestone(form),
        "mijlpaal-wijzigen" => ChangeMilestone(form),
        "mijlpaal-vervalt" => Reasoned(form, reason => at => new MilestoneDropped(at, form.By, Milestone(form), reason)),
        "partner" => AskPartner(form),
        "ronde" => await LinkRound(form, cancellation),
        "ontvangen" => await Receive(form, cancellation),
        "partner-vervalt" => DropPartner(form),
        "kosten" => Estimate(form),
        "beslismoment" => NameMoment(form),
        "beslismoment-vervalt" => Reasoned(form, reason => at => new MomentDropped(at, form.By, Moment(form), reason)),
        "besluit" => AskDecision(form),
        "klaar" => await Complete(form, cancellation),
        "stoppen" => Sure(form, Reasoned(form, reason => at => new Stopped(at, form.By, reason))),
        "herinneren" => Reasoned(form, reason => at => new ReminderAsked(at, form.By, reason)),
        "pauzeren" => Reasoned(form, reason => at => new Paused(at, form.By, reason)),
        "hervatten" => Reasoned(form, reason => at => new Resumed(at, form.By, reason)),
        "notitie" => Note(form),
        "wissen" => await members.Erase(form, ReasonOf(form), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Name, "Nobody reads the form of this step."),
    };

    private static string ReasonOf(PlanForm form) => form.Typed.Text("reden", 1000, "Schrijf waarom. De reden komt bij het plan te staan.");

    private static PlanRequest Reasoned(PlanForm form, Func<string, Func<DateTimeOffset, PlanEvent>> happening) => PlanRequest.Of(happening(ReasonOf(form)));

    private static PlanRequest Sure(PlanForm form, PlanRequest request)
    {
        if (form.Typed.Raw("zeker") != "ja")
            form.Errors.Add("zeker", "Zet een vinkje als u het zeker weet.");
        return request;
    }

    private static PlanRequest Note(PlanForm form)
    {
        var note = new StaffNote(form.Now, form.By, form.Typed.Text("notitie", MaxText, "Schrijf de notitie op."));
        IReadOnlyList<Write> row =
            [new Write.Put(PlanKeys.Note(form.Dossier.Key.Id, note.At, form.Command.Key), Rows.Write(note, PortalJson.Default.StaffNote))];
        return PlanRequest.Of(at => new NoteWritten(at, form.By)) with { Also = _ => Task.FromResult<IReadOnlyList<Write>?>(row) };
    }

    private static async Task<PlanRequest> News(PlanForm form, CancellationToken cancellation)
    {
        var text = form.Typed.Text("verslag", MaxText, "Schrijf op hoe het gaat.");
        return new PlanRequest((at, kept) => new NewsPosted(at, text, kept.Pictures))
        {
            Pictures = await Uploads.ReadPhotos(form.Files, "fotos", form.Errors, cancellation),
        };
    }

    private static async Task<PlanRequest> Complete(PlanForm form, CancellationToken cancellation)
    {
        var text = form.Typed.Text("verslag", MaxText, "Schrijf op hoe het is geworden.");
        return new PlanRequest((at, kept) => new Completed(at, form.By, text, kept.Pictures))
        {
            Pictures = await Uploads.ReadPhotos(form.Files, "fotos", form.Errors, cancellation),
        };
    }

    private static PlanRequest AddMilestone(PlanForm form)
    {
        var what = form.Typed.Line("wat", 100, "Schrijf op wat u bereikt wilt hebben.");
        var due = form.Typed.Day("dag", "Kies een dag.") ?? default;
        return PlanRequest.Of(at => new MilestoneSet(at, form.By, form.NewId, what, due));
    }

    private static PlanRequest ReachMilestone(PlanForm form)
    {
        var milestone = Milestone(form);
        var on = form.Typed.Day("dag", null) ?? Amsterdam.DateOf(form.Now);
        return PlanRequest.Of(at => new MilestoneReached(at, form.By, milestone, on));
    }

    private static PlanRequest ChangeMilestone(PlanForm form)
    {
        var milestone = Milestone(form);
        var what = form.Typed.Text("wat", 100, null) is { Length: > 0 } text ? text : form.Dossier.Plan.FindMilestone(milestone)?.What ?? "";
        var due = form.Typed.Day("dag", null) ?? form.Dossier.Plan.FindMilestone(milestone)?.Due ?? default;
        return Reasoned(form, reason => at => new MilestoneSet(at, form.By, milestone, what, due, reason));
    }

    private static PlanRequest Estimate(PlanForm form)
    {
        var cost = form.Typed.Euros("kosten", "Vul in hoeveel het plan ongeveer kost.");
        return Reasoned(form, reason => at => new CostEstimated(at, form.By, cost, reason));
    }

    private static PlanRequest NameMoment(PlanForm form)
    {
        var name = form.Typed.Line("naam", 60, "Geef het moment een naam.");
        var on = form.Typed.Day("dag", null);
        return PlanRequest.Of(at => new MomentNamed(at, form.By, form.NewId, name, on));
    }

    private static PlanRequest AskDecision(PlanForm form)
    {
        var moment = Moment(form);
        var text = form.Typed.Text("toelichting", MaxText, form.Dossier.Plan.State is PlanState.BackAtGroup ? "Schrijf op wat er is veranderd." : null);
        return PlanRequest.Of(at => new DecisionAsked(at, form.By, moment, text.Length > 0 ? text : null));
    }

    private static string Milestone(PlanForm form) =>
        Chosen(form, "mijlpaal", form.Dossier.Plan.Milestones.Select(milestone => milestone.Id), "Kies een mijlpaal.");

    private static string Moment(PlanForm form) => Chosen(form, "moment", form.Dossier.Plan.Moments.Select(moment => moment.Id), "Kies een moment.");

    private static string Chosen(PlanForm form, string field, IEnumerable<string> choices, string missing)
    {
        var chosen = form.Typed.Raw(field);
        if (!choices.Contains(chosen))
            form.Errors.Add(field, missing);
        return chosen;
    }
}
