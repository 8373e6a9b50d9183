namespace Smederijen.Portal.Plans;

/// <summary>Deletes what says who the people of a plan are. Each method may be called again after a crash halfway.</summary>
public sealed class PlanErasure(IEntityStore store, Erasure erasure, SentMails sent)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<PlanErasure, PlanEffect.ForgetPerson>((x, key, forget, cancellation) => x.Forget(PlanKey.Of(key), forget, cancellation)),
        Deed.Of<PlanErasure, PlanEffect.ForgetEverybody>((x, key, _, cancellation) => x.ForgetEverybody(PlanKey.Of(key), cancellation)),
    ];

    /// <summary>Deletes who never confirmed, and who left a day ago; who takes part stays.</summary>
    public async Task Forget(PlanKey key, PlanEffect.ForgetPerson forget, CancellationToken cancellation = default)
    {
        var who = forget.Who;
        var row = who.Role == PlanRole.Member ? PlanKeys.Member(key.Id, who.Key) : PlanKeys.Supporter(key.Id, who.Key);
        if (await store.Get(key.Smederij, row, cancellation) is { } found && IsToGo(forget, found))
            await store.Commit(key.Smederij, [new Write.Delete(found.Row, found.ETag)], cancellation);
    }

    /// <summary>Members, partners' contacts, supporters, proofs, the notes of staff, and what still waited to be sent to any of them.</summary>
    public async Task ForgetEverybody(PlanKey key, CancellationToken cancellation = default)
    {
        await erasure.DeleteFiles(key.Smederij, PlanKeys.Proofs(key.Id), cancellation);
        foreach (var range in (RowRange[])[PlanKeys.People(key.Id), PlanKeys.Supporters(key.Id), PlanKeys.Notes(key.Id)])
            await erasure.DeleteAll(key.Smederij, range, cancellation);
        await erasure.DeleteMails(key, IsToSomebody, cancellation);
    }

    /// <summary>By the moment that was meant, for it may be done late: who is kept longer than that is forgotten by another one.</summary>
    private static bool IsToGo(PlanEffect.ForgetPerson forget, Entity row) => forget.Who.Role == PlanRole.Member
        ? row.Read(PlanRows.Default.PlanMember) is { Confirmed: false } member && !(member.KeptUntil > forget.NotBefore)
        : !row.Read(WorkJson.Default.Person).Confirmed;

    /// <summary>The writes that erase one person, for the commit of the event that says so.</summary>
    /// <param name="row">As it was just read: of a member, a supporter or the contact of a partner.</param>
    public async Task<IReadOnlyList<Write>> PersonOf(PlanKey key, Entity row, CancellationToken cancellation)
    {
        if (EmailIn(row) is { } email)
            await sent.Forget(key.Smederij, key.Id, email, cancellation);
        return await MovedFrom(key, row, cancellation);
    }

    /// <summary>The same where the page after the form goes on: somebody typed a better address there.</summary>
    public async Task<IReadOnlyList<Write>> MovedFrom(PlanKey key, Entity row, CancellationToken cancellation) =>
        [new Write.Delete(row.Row, row.ETag), .. await MailsTo(key, PlanKeys.PersonOf(row.Row), cancellation)];

    /// <summary>The writes that take one person out of what waits to be sent; the key in it has to go with the person.</summary>
    public Task<IReadOnlyList<Write>> MailsTo(PlanKey key, string person, CancellationToken cancellation = default) =>
        erasure.MailsTo(key.Work, pending => Without(person, pending), cancellation);

    private static string? EmailIn(Entity row) => row.Row.Contains("|persoon|lid-", StringComparison.Ordinal)
        ? row.TryRead(PlanRows.Default.PlanMember)?.Email : row.TryRead(WorkJson.Default.Person)?.Email;

    private static PendingEffect? Without(string person, PendingEffect pending) => pending switch
    {
        { Effect: PlanEffect.Tell { To.Key: var to } } when to == person => null,
        { Undelivered: { } others } when others.Contains(person) =>
            others.Count == 1 ? null : pending with { Undelivered = [.. others.Where(other => other != person)] },
        _ => pending,
    };

    private static bool IsToSomebody(PendingEffect pending) =>
        pending is { Undelivered: not null } or { Effect: PlanEffect.Tell { To.Key.Length: > 0 } };
}
