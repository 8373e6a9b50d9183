namespace Smederijen.Portal.Staff;

/// <summary>Something that had to be done and was given up, as its row says.</summary>
public sealed record FailedEffect(WorkKey Work, int Number, PendingEffect Pending, string Row, string ETag)
{
    /// <summary>Who still has to get it; nobody when it is no mail, or what it is about cannot be read.</summary>
    public async Task<IReadOnlyList<AddressedLetter>> Readers(Deeds deeds, UnreadableRows unreadable, CancellationToken cancellation) =>
    [
        .. (await unreadable.Try(Work.Smederij, () => deeds.Letters(Work, Pending.Effect, forPaper: true, cancellation)) ?? []).Where(Pending.IsFor),
    ];

    public string Address => $"/medewerkers/berichten/{Work.Smederij}/{Work.Item}/{Number}";

    /// <exception cref="UnreadableRowException">Its key or its text cannot be read.</exception>
    public static FailedEffect Of(string smederij, Entity row, EffectContracts effects)
    {
        var (item, number) = Keys.TryReadEffect(row.Row) ?? throw new UnreadableRowException(row.Row);
        return new FailedEffect(new WorkKey(smederij, item), number, row.Read(effects.Pending), row.Row, row.ETag);
    }
}
