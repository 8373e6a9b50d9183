using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Plans;

/// <summary>
/// An idea and the plan that it became say the same on two pages. What staff hide on one of them, or show again, is hidden or shown on the
/// other too. That is done before the page that was asked for, so that who presses again after a crash finishes both.
/// </summary>
public sealed class BothPages(IdeaItems ideas, PlanItems plans, Veil veil)
{
    /// <param name="command">Of the press of the button; what happens on the other page gets one of its own.</param>
    /// <param name="instead">What is shown in place of a text; empty for a sentence that says that it was taken away.</param>
    public Task HideOnPlan(IdeaStory idea, CommandId command, ShownPart part, string instead, string by, string reason) => OnPlan(
        idea, command, part, at => new PlanEvent.PartHidden(at, by, part.Name, reason),
        (plan, cancellation) => veil.Hide(PlanKind.Facts, plan, part.Name, instead, cancellation));

    public Task ShowOnPlan(IdeaStory idea, CommandId command, ShownPart part, string by, string reason) => OnPlan(
        idea, command, part, at => new PlanEvent.PartRestored(at, by, part.Name, reason),
        (plan, cancellation) => veil.Show(PlanKind.Facts, plan, part.Name, cancellation));

    /// <inheritdoc cref="HideOnPlan"/>
    public Task HideOnIdea(PlanDossier plan, CommandId command, ShownPart part, string instead, string by, string reason) => OnIdea(
        plan, command, part, at => new IdeaEvent.PartHidden(at, by, part.Name, reason),
        (idea, cancellation) => veil.Hide(IdeaKind.Facts, idea, part.Name, instead, cancellation));

    public Task ShowOnIdea(PlanDossier plan, CommandId command, ShownPart part, string by, string reason) => OnIdea(
        plan, command, part, at => new IdeaEvent.PartRestored(at, by, part.Name, reason),
        (idea, cancellation) => veil.Show(IdeaKind.Facts, idea, part.Name, cancellation));

    private async Task OnPlan(
        IdeaStory idea, CommandId command, ShownPart part, Func<DateTimeOffset, PlanEvent> happening,
        Func<WorkKey, CancellationToken, Task<IReadOnlyList<Write>?>> rows)
    {
        var plan = new PlanKey(idea.Key.Smederij, idea.Key.Id);
        if (idea.BecamePlan && await IsThere(PlanKind.Facts, plan, part))
            await plans.Handle(plan, OnOther(command), happening, cancellation => rows(plan, cancellation), CancellationToken.None);
    }

    private async Task OnIdea(
        PlanDossier plan, CommandId command, ShownPart part, Func<DateTimeOffset, IdeaEvent> happening,
        Func<WorkKey, CancellationToken, Task<IReadOnlyList<Write>?>> rows)
    {
        if (plan.Plan.Idea is { } id && new IdeaKey(plan.Key.Smederij, id) is var idea && await IsThere(IdeaKind.Facts, idea, part))
            await ideas.Handle(idea, OnOther(command), happening, cancellation => rows(idea, cancellation), CancellationToken.None);
    }

    private static CommandId OnOther(CommandId command) => CommandId.From($"other-page {command.Key}");

    /// <summary>Only what both pages say: a photo or a line of the history belongs to one of them.</summary>
    private async Task<bool> IsThere(KindFacts kind, WorkKey key, ShownPart part) =>
        part.File is null && part.Line is null
        && (await veil.PartsOf(kind, key, isPublic: true)).Any(other => other.Name == part.Name);
}
