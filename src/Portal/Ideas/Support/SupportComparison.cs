namespace Smederijen.Portal.Ideas.Support;

/// <summary>
/// Lays the supporters of an idea side by side once there are enough, and again when one of those who were alike went, so that the board tells
/// staff how many are alike now.
/// </summary>
public sealed class SupportComparison(IdeaItems ideas, UnreadableRows unreadable)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<SupportComparison, IdeaEffect.CompareSupport>((x, key, _, cancellation) => x.Compare(IdeaKey.Of(key), cancellation)),
    ];

    /// <summary>May be called again after a crash: what was so already is not written again.</summary>
    public async Task Compare(IdeaKey key, CancellationToken cancellation = default)
    {
        if (await ideas.Load(key, cancellation) is not { Item: var idea })
            return;
        var people = await unreadable.All(key.Smederij, IdeaKeys.Supporters(key.Id), WorkJson.Default.Person, cancellation);
        var alike = Lookalikes.Count(Lookalikes.Among([.. people.Where(person => person.Confirmed)]));
        if (alike != idea.Alike)
            await ideas.Handle(
                key, Lookalikes.CommandFor(key, idea.Revision, alike), at => new IdeaEvent.SupportCompared(at, alike), cancellation: cancellation);
    }
}
