using Smederijen.Portal.Uploading;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Portal.Plans.Steps;

/// <summary>
/// Reads the form of each step into what it asks for. What is wrong with it is added to the errors of the form; then what comes
/// back means nothing.
/// </summary>
public sealed partial class PlanForms(IEntityStore store, PlanMembers members, IdeaItems ideas, PlanItems plans, Veil veil, BothPages both)
{
    private const int MaxText = 2000;

    internal PlanMembers Members => members;

    internal static string ReasonOf(PlanForm form) => form.Typed.Text("reden", 1000, "Schrijf waarom. De reden komt bij het plan te staan.");

    internal static PlanRequest Reasoned(PlanForm form, Func<string, Func<DateTimeOffset, PlanEvent>> happening) =>
        PlanRequest.Of(happening(ReasonOf(form)));

    internal static PlanRequest Sure(PlanForm form, PlanRequest request)
    {
        form.Typed.CheckSure();
        return request;
    }

    internal static PlanRequest Note(PlanForm form)
    {
        var note = new StaffNote(form.Now, form.By, form.Typed.Text("notitie", MaxText, "Schrijf de notitie op."));
        IReadOnlyList<Write> row =
            [new Write.Put(PlanKeys.Note(form.Dossier.Key.Id, note.At, form.Command.Key), Rows.Write(note, WorkJson.Default.StaffNote))];
        return PlanRequest.Of(at => new NoteWritten(at, form.By)) with { Also = _ => Task.FromResult<IReadOnlyList<Write>?>(row) };
    }

    internal static async Task<PlanRequest> News(PlanForm form, CancellationToken cancellation)
    {
        var text = form.Typed.Text("verslag", MaxText, "Schrijf op hoe het gaat.");
        return new PlanRequest((at, kept) => new NewsPosted(at, text, kept.Pictures))
        {
            Pictures = await Uploads.ReadPhotos(form.Files, "fotos", form.Errors, cancellation),
        };
    }

    internal static async Task<PlanRequest> Complete(PlanForm form, CancellationToken cancellation)
    {
        var text = form.Typed.Text("verslag", MaxText, "Schrijf op hoe het is geworden.");
        return new PlanRequest((at, kept) => new Completed(at, form.By, text, kept.Pictures))
        {
            Pictures = await Uploads.ReadPhotos(form.Files, "fotos", form.Errors, cancellation),
        };
    }

    internal static PlanRequest AddSmederij(PlanForm form)
    {
        var smederij = Chosen(form, "smederij", form.Dossier.Joinable.Select(other => other.Id), "Kies een Smederij.");
        return PlanRequest.Of(at => new SmederijAdded(at, form.By, smederij));
    }

    internal static PlanRequest DropSmederij(PlanForm form)
    {
        var smederij = Chosen(form, "smederij", form.Dossier.Others.Select(other => other.Id), "Kies een Smederij.");
        return Reasoned(form, reason => at => new SmederijDropped(at, form.By, smederij, reason));
    }

    internal static PlanRequest AddMilestone(PlanForm form)
    {
        var what = form.Typed.Line("wat", 100, "Schrijf op wat u bereikt wilt hebben.");
        var due = form.Typed.Day("dag", "Kies een dag.") ?? default;
        return PlanRequest.Of(at => new MilestoneSet(at, form.By, form.NewId, what, due));
    }

    internal static PlanRequest ReachMilestone(PlanForm form)
    {
        var milestone = Milestone(form);
        var on = form.Typed.Day("dag", null) ?? Amsterdam.DateOf(form.Now);
        return PlanRequest.Of(at => new MilestoneReached(at, form.By, milestone, on));
    }

    internal static PlanRequest ChangeMilestone(PlanForm form)
    {
        var milestone = Milestone(form);
        var what = form.Typed.Line("wat", 100, null) is { Length: > 0 } text ? text : form.Dossier.Plan.FindMilestone(milestone)?.What ?? "";
        var due = form.Typed.Day("dag", null) ?? form.Dossier.Plan.FindMilestone(milestone)?.Due ?? default;
        return Reasoned(form, reason => at => new MilestoneSet(at, form.By, milestone, what, due, reason));
    }

    internal static PlanRequest Estimate(PlanForm form)
    {
        var cost = form.Typed.Euros("kosten", "Vul in hoeveel het plan ongeveer kost.");
        return Reasoned(form, reason => at => new CostEstimated(at, form.By, cost, reason));
    }

    internal static PlanRequest NameMoment(PlanForm form)
    {
        var name = form.Typed.Line("naam", 60, "Geef het moment een naam.");
        var on = form.Typed.Day("dag", null);
        return PlanRequest.Of(at => new MomentNamed(at, form.By, form.NewId, name, on));
    }

    internal static PlanRequest AskDecision(PlanForm form)
    {
        var moment = Moment(form);
        var text = form.Typed.Text("toelichting", MaxText, form.Dossier.Plan.State is PlanState.BackAtGroup ? "Schrijf op wat er is veranderd." : null);
        return PlanRequest.Of(at => new DecisionAsked(at, form.By, moment, text.Length > 0 ? text : null));
    }

    internal async Task<PlanRequest?> Hide(PlanForm form, CancellationToken cancellation)
    {
        var chosen = PartForm.ToHide(form.Typed, await PartsOf(form, cancellation));
        var request = Reasoned(form, reason => at => new PartHidden(at, form.By, chosen!.Value.Part.Name, reason));
        return chosen is var (part, instead)
            ? request with
            {
                First = () => both.HideOnIdea(form.Dossier, form.Command, part, instead, form.By, ReasonOf(form)),
                Also = token => veil.Hide(PlanKind.Facts, form.Dossier.Key.Work, part.Name, instead, token),
            }
            : null;
    }

    internal async Task<PlanRequest?> Restore(PlanForm form, CancellationToken cancellation)
    {
        var part = PartForm.ToShow(form.Typed, await PartsOf(form, cancellation));
        var request = Reasoned(form, reason => at => new PartRestored(at, form.By, part!.Name, reason));
        return part is null ? null : request with
        {
            First = () => both.ShowOnIdea(form.Dossier, form.Command, part, form.By, ReasonOf(form)),
            Also = token => veil.Show(PlanKind.Facts, form.Dossier.Key.Work, part.Name, token),
        };
    }

    private Task<IReadOnlyList<ShownPart>> PartsOf(PlanForm form, CancellationToken cancellation) =>
        veil.PartsOf(PlanKind.Facts, form.Dossier.Key.Work, form.Dossier.Plan.IsPublic, cancellation);

    internal static string Milestone(PlanForm form) =>
        Chosen(form, "mijlpaal", form.Dossier.Plan.Milestones.Select(milestone => milestone.Id), "Kies een mijlpaal.");

    internal static string Moment(PlanForm form) => Chosen(form, "moment", form.Dossier.Plan.Moments.Select(moment => moment.Id), "Kies een moment.");

    private static string Chosen(PlanForm form, string field, IEnumerable<string> choices, string missing)
    {
        var chosen = form.Typed.Raw(field);
        if (!choices.Contains(chosen))
            form.Errors.Add(field, missing);
        return chosen;
    }
}
