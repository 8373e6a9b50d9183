using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Plans.Submitting;

/// <summary>
/// Makes the plan of an idea that the wijkteam called a lange klap. It gets the id of the idea, so that doing it twice finds it
/// there; the submitter, whose address is confirmed, is the first of the working group.
/// </summary>
public sealed class OpenPlans(IEntityStore store, IdeaStories stories, PlanItems plans, Pseudonyms pseudonyms, TimeProvider clock)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<OpenPlans, IdeaEffect.OpenPlan>((x, key, _, cancellation) => x.Open(IdeaKey.Of(key), cancellation)),
    ];

    public async Task Open(IdeaKey idea, CancellationToken cancellation = default)
    {
        if (await stories.Read(idea, cancellation) is not { Idea.State: IdeaState.OnLongTrack } story)
            return;
        var submitter = (await store.Get(idea.Smederij, IdeaKeys.Submitter(idea.Id), cancellation))?.Read(WorkJson.Default.Person);
        var content = new PlanContent(story.Stored.Title, story.Content.Description, story.Content.Contribution);
        List<Write> rows = [new Write.Insert(PlanKeys.Content(idea.Id), Rows.Write(content, PlanRows.Default.PlanContent))];
        if (submitter is not null)
        {
            var member = new PlanMember(submitter.Name, submitter.Email, MemberRole.Resident, Confirmed: true);
            rows.Add(new Write.Insert(
                PlanKeys.Member(idea.Id, await pseudonyms.OfMember(idea.Id, submitter.Email, cancellation)),
                Rows.Write(member, PlanRows.Default.PlanMember)));
        }
        var e = new PlanEvent.OpenedFromIdea(clock.GetUtcNow(), story.Idea.Amount, story.Supporters);
        await plans.Begin(
            story.Smederij, idea.Id, story.Stored.Title, CommandId.From($"open-plan {idea}"), e, c => PlanDecider.Open(idea.Id, e, c), rows, cancellation);
    }
}
