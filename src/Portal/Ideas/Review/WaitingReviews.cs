namespace Smederijen.Portal.Ideas.Review;

/// <summary>The reviews of a Smederij that run, and the links with which its wijkteam comes to them.</summary>
public sealed class WaitingReviews(IEntityStore store, IdeaItems ideas, UnreadableRows unreadable, LinkTokens tokens, TimeProvider clock)
{
    /// <summary>As they are now; one that cannot be read is reported and left out.</summary>
    public async Task<IReadOnlyList<RunningReview>> In(string smederij, CancellationToken cancellation)
    {
        List<RunningReview> running = [];
        await foreach (var row in store.All(smederij, IdeaKeys.InPhase(IdeaPhase.InReview), cancellation))
        {
            var id = IdeaKeys.IdeaOfPhase(row.Row);
            await unreadable.Try(smederij, async () =>
            {
                if (await ideas.Load(new IdeaKey(smederij, id), cancellation) is { Item: { State: IdeaState.InReview state } idea } stored)
                    running.Add(new(id, stored.Published ? stored.Title : null, state, idea.Since, idea.PausedAt is not null));
            });
        }
        return running;
    }

    /// <summary>Those that wait for one member, what has to be answered first before the others.</summary>
    public static IReadOnlyList<RunningReview> For(string member, IEnumerable<RunningReview> running) =>
        [.. running.Where(review => review.State.Panel.Find(member) is { IsOpen: true }).OrderBy(review => review.State.EscalateAt)
            .ThenBy(review => review.Since)];

    /// <summary>As the mail about it gives it.</summary>
    /// <param name="holder"><see cref="Contact.Mark"/> of the member.</param>
    public string AddressOf(RunningReview review, string smederij, string member, long holder) => $"/link/{tokens.Seal(new Link(
        LinkPurpose.Review, smederij, review.Id, review.State.Panel.Version, member, clock.GetUtcNow() + Mailing.MailRoom.LinkLife)
        { Holder = holder })}";
}

/// <summary>A review that runs.</summary>
/// <param name="Title">Null of what is hidden.</param>
/// <param name="Since">Since when the wijkteam has it.</param>
public sealed record RunningReview(string Id, string? Title, IdeaState.InReview State, DateTimeOffset Since, bool IsPaused);
