using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Staff;

/// <content>The forms that take something off the page, and put it back.</content>
public sealed partial class StaffActionForms
{
    private async Task<StaffRequest?> Hiding(StaffForm form, CancellationToken cancellation)
    {
        var chosen = PartForm.ToHide(form.Typed, await PartsOf(form, cancellation));
        var request = Reasoned(form, (by, reason) => at => new IdeaEvent.PartHidden(at, by, chosen!.Value.Part.Name, reason));
        return chosen is var (part, instead)
            ? request with
            {
                First = () => both.HideOnPlan(form.Case.Story, form.Command, part, instead, form.By.Id, ReasonOf(form.Typed)),
                Also = token => veil.Hide(IdeaKind.Facts, form.Case.Key, part.Name, instead, token),
            }
            : null;
    }

    private async Task<StaffRequest?> Showing(StaffForm form, CancellationToken cancellation)
    {
        var part = PartForm.ToShow(form.Typed, await PartsOf(form, cancellation));
        var request = Reasoned(form, (by, reason) => at => new IdeaEvent.PartRestored(at, by, part!.Name, reason));
        return part is null ? null : request with
        {
            First = () => both.ShowOnPlan(form.Case.Story, form.Command, part, form.By.Id, ReasonOf(form.Typed)),
            Also = token => veil.Show(IdeaKind.Facts, form.Case.Key, part.Name, token),
        };
    }

    private Task<IReadOnlyList<ShownPart>> PartsOf(StaffForm form, CancellationToken cancellation) =>
        veil.PartsOf(IdeaKind.Facts, form.Case.Key, form.Case.Story.Stored.Published, cancellation);

    private static StaffRequest Stopping(StaffForm form)
    {
        form.Typed.CheckSure();
        return Reasoned(form, (by, reason) => at => new IdeaEvent.Stopped(at, by, reason));
    }
}
