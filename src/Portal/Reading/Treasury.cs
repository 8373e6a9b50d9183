using Smederijen.Portal.Board;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Reading;

/// <summary>The money of a Smederij in its present round.</summary>
public sealed class Treasury(IEntityStore store, SharedBoard board, UnreadableRows unreadable)
{
    /// <summary>
    /// What each can still spend, in the same order, null where no round is open or that cannot be read: from the shared board where one is
    /// kept, a few seconds behind at most.
    /// </summary>
    public async Task<IReadOnlyList<Euro?>> AvailableIn(IReadOnlyList<SmederijSettings> smederijen, CancellationToken cancellation = default)
    {
        var known = board.IsKept ? await BoardSnapshot.Money(store, cancellation) : null;
        return await Task.WhenAll(smederijen.Select(async smederij =>
            known is not null && known.TryGetValue(new RoundKey(smederij.Id, smederij.Round.Period), out var available)
                ? available : await AvailableIn(smederij, cancellation)));
    }

    private async Task<Euro?> AvailableIn(SmederijSettings smederij, CancellationToken cancellation) =>
        await unreadable.Try<Stored<Round>>(
            smederij.Id, async () => await store.LoadRound(new RoundKey(smederij.Id, smederij.Round.Period), cancellation))
            is { Item: { State: RoundState.Open } round } ? round.Ledger.Available : null;

    /// <summary>
    /// The money of every round that has begun, but for the present one, the latest first: side by side, a read for each. One that cannot be
    /// read is left out, and reported.
    /// </summary>
    public async Task<IReadOnlyList<YearOfMoney>> EarlierYears(SmederijSettings smederij, IEnumerable<RoundSummary> rounds,
        CancellationToken cancellation)
    {
        var years = await Task.WhenAll(rounds.Where(round => round.HasBegun && round.Period != smederij.Round.Period).Select(async round =>
            await unreadable.Try<Ledger>(smederij.Id, async () => await LedgerOf(smederij.Id, round.Period, cancellation)) is { } ledger
                ? new YearOfMoney(round.Period, ledger) { Moves = await MovesOf(smederij.Id, round.Period, ledger, cancellation) } : null));
        return [.. years.OfType<YearOfMoney>().OrderByDescending(year => year.Period, StringComparer.Ordinal)];
    }

    /// <summary>What of it came from other years, or went there or back.</summary>
    public Task<IReadOnlyList<MoneyMove>> MovesOf(SmederijSettings smederij, Ledger ledger, CancellationToken cancellation) =>
        MovesOf(smederij.Id, smederij.Round.Period, ledger, cancellation);

    private Task<IReadOnlyList<MoneyMove>> MovesOf(string smederij, string period, Ledger ledger, CancellationToken cancellation) =>
        MoneyMoves.Read(unreadable, new RoundKey(smederij, period), ledger, cancellation);

    /// <summary>Nothing at all while the round is not opened yet.</summary>
    /// <exception cref="UnreadableRowException">The row of the round cannot be read.</exception>
    public Task<Ledger> LedgerOf(SmederijSettings smederij, CancellationToken cancellation = default) =>
        LedgerOf(smederij.Id, smederij.Round.Period, cancellation);

    private async Task<Ledger> LedgerOf(string smederij, string period, CancellationToken cancellation) =>
        (await store.LoadRound(new RoundKey(smederij, period), cancellation))?.Item.Ledger ?? Ledger.Empty;

    /// <summary>The same for a page that goes on without it: null, and reported, when the row cannot be read.</summary>
    public Task<Ledger?> KnownLedgerOf(SmederijSettings smederij, CancellationToken cancellation) =>
        unreadable.Try<Ledger>(smederij.Id, async () => await LedgerOf(smederij, cancellation));
}

/// <summary>The money of the round of one year.</summary>
public sealed record YearOfMoney(string Period, Ledger Ledger)
{
    /// <summary>What of it came from other years, or went there or back.</summary>
    public IReadOnlyList<MoneyMove> Moves { get; init; } = [];
}
