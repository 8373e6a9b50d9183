using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>What is left in rounds that are decided: what it is now, and its way out when the stuurgroep decided about it.</summary>
public sealed class Remainders(IEntityStore store, RoundItems rounds, IdeaItems ideas, SettingsBook settings, UnreadableRows unreadable)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<Remainders, RoundEffect.CarryTo>((x, key, carry, cancellation) => x.Carry(RoundKey.Of(key), carry, cancellation)),
    ];

    /// <summary>
    /// What is free now per source; null when there is no such round. Nothing is free before it is decided, nor what it granted to ideas that
    /// did not hear it yet.
    /// </summary>
    /// <exception cref="UnreadableRowException">The round or a line of its ledger cannot be read.</exception>
    public async Task<LeftInRound?> Find(RoundKey key, CancellationToken cancellation = default)
    {
        if (await rounds.Load(key, cancellation) is not { Item: var round })
            return null;
        if (!IsOver(key, round))
            return new(round.State.Phase, IsOver: false, []);
        var entries = await Entries(key, cancellation);
        var promised = round.State is RoundState.Decided decided ? await Promised(key, decided, entries, cancellation) : Euro.Zero;
        return new(round.State.Phase, IsOver: true, SourceBook.Free(entries, promised));
    }

    /// <summary>Lets what is free at this moment leave a round, once for each resolution.</summary>
    /// <param name="to">The period that it goes on to; null when it goes back to its sources.</param>
    /// <param name="into">The other Smederij that it goes on to; null for the same.</param>
    /// <exception cref="InvalidOperationException">The round is not decided: try again.</exception>
    public async Task Settle(RoundKey key, string resolution, string? to, string? into, CancellationToken cancellation)
    {
        ImmutableArray<Source> free = [];
        // Read after the row of the round: had the money moved since, the commit would lose and look again.
        var outcome = await rounds.Handle(
            key, CommandId.From($"{resolution}-{key}-over"), at => new RoundEvent.RemainderSettled(at, resolution, to, free) { Into = into, Closed = IsClosed(key) },
            async inner =>
            {
                free = (await Find(key, inner))?.Free ?? [];
                return [];
            }, cancellation);
        if (outcome is Outcome<RoundRefusal>.Refused refused)
            throw new InvalidOperationException($"What is left in round {key} cannot leave it now: {refused.Reason}.");
    }

    /// <summary>Some idea runs that has no money yet. One that cannot be read may be such.</summary>
    public ValueTask<bool> MayStillAsk(string smederij, CancellationToken cancellation) => store.All(smederij, IdeaKeys.RunningFrom(""), cancellation)
        .AnyAsync(row => row.TryRead(IdeaJson.Default.RunningIdea) is not { } idea || idea.Phase < IdeaPhase.Granted, cancellation);

    /// <summary>Nobody can ask for its money any more: it is decided, or will never open.</summary>
    private bool IsOver(RoundKey key, Round round) => round.State is RoundState.Decided || (round.State is RoundState.Announced && IsClosed(key));

    private bool IsClosed(RoundKey key) => settings.Current(key.Smederij) is { Closed: true };

    /// <exception cref="InvalidOperationException">There is no such Smederij any more.</exception>
    private Task Carry(RoundKey key, RoundEffect.CarryTo carry, CancellationToken cancellation) => rounds.CarryIn(
        settings.Current(carry.Into ?? key.Smederij)
            ?? throw new InvalidOperationException($"{key} carries money on to '{carry.Into ?? key.Smederij}': there is no such Smederij any more."),
        key, carry, cancellation);

    /// <summary>What was granted to ideas that wait to hear it. One that cannot be read may wait as well.</summary>
    public async Task<Euro> Promised(RoundKey key, RoundState.Decided decided, CancellationToken cancellation) => await Promised(
        key, decided, await Entries(key, cancellation), cancellation);

    private async Task<Euro> Promised(
        RoundKey key, RoundState.Decided decided, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellation)
    {
        var reserved = entries.OfType<LedgerEntry.Reserve>().Select(entry => entry.Idea).ToHashSet(StringComparer.Ordinal);
        var promised = Euro.Zero;
        foreach (var verdict in decided.Verdicts.Where(verdict => verdict.Granted && !reserved.Contains(verdict.Idea)))
        {
            if (await Waits(new IdeaKey(key.Smederij, verdict.Idea), key.Period, cancellation))
                promised += verdict.Cost;
        }
        return promised;
    }

    private ValueTask<List<LedgerEntry>> Entries(RoundKey key, CancellationToken cancellation) =>
        store.All(key.Smederij, RoundKeys.LedgerLines(key.Period), cancellation).Select(row => row.Read(DomainJson.Default.LedgerEntry))
            .ToListAsync(cancellation);

    private async Task<bool> Waits(IdeaKey idea, string period, CancellationToken cancellation)
    {
        try
        {
            return await ideas.Load(idea, cancellation) is { Item.State: IdeaState.Suitable { InRound: var round } } && round == period;
        }
        catch (UnreadableRowException bad)
        {
            await unreadable.Report(idea.Smederij, bad);
            return true;
        }
    }
}

/// <summary>What is left in a round.</summary>
/// <param name="IsOver">Nobody can ask for it any more.</param>
/// <param name="Free">Per source; empty before the round is decided, and when nothing is left.</param>
public sealed record LeftInRound(RoundPhase Phase, bool IsOver, ImmutableArray<Source> Free);
