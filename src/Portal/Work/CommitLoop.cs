namespace Smederijen.Portal.Work;

/// <summary>What one look at an item came to: something to say, or rows to commit.</summary>
public abstract record Turn<TRefusal> where TRefusal : struct, Enum
{
    private Turn() { }

    public sealed record Unknown : Turn<TRefusal>;

    public sealed record AlreadySo : Turn<TRefusal>;

    public sealed record Refused(Type Event, TRefusal Reason) : Turn<TRefusal>;

    /// <param name="Writes">All that has to be written, the command id among it.</param>
    /// <param name="Due">When the clock has to look again; null when that is the same as before, or never.</param>
    /// <param name="Result">The id of what the command made or changed.</param>
    public sealed record Accepted(Type Event, IReadOnlyList<Write> Writes, bool HasEffects, DateTimeOffset? Due, string Result) : Turn<TRefusal>
    {
        /// <summary>Called when all of it is committed, before anybody else has a turn.</summary>
        public Action Committed { get; init; } = static () => { };
    }

    /// <summary>It was in the commit of another.</summary>
    public sealed record TakenAlong(string Result) : Turn<TRefusal>;
}

/// <summary>
/// The one way in which anything changes, whatever its kind: look, decide, commit all of it in one transaction, wake the
/// driver, and only then answer. Who loses a race looks again and decides again.
/// </summary>
public sealed class CommitLoop(IEntityStore store, IDriver driver)
{
    private const int Tries = 40;
    private readonly KeyedLocks locks = new();

    /// <param name="look">Loads the item and decides on it as it is now; called again after a lost race.</param>
    /// <exception cref="TimeoutException">Others were first every time.</exception>
    /// <exception cref="ReusedCommandException">The command was carried out before, with something else in it.</exception>
    public async Task<Outcome<TRefusal>> Run<TRefusal>(
        WorkKey key, CommandId command, Func<Task<Turn<TRefusal>>> look, CancellationToken cancellation) where TRefusal : struct, Enum
    {
        using var alone = await locks.Enter(key.ToString(), cancellation);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            switch (await look())
            {
                case Turn<TRefusal>.Unknown:
                    return new Outcome<TRefusal>.Unknown();
                case Turn<TRefusal>.AlreadySo:
                    return new Outcome<TRefusal>.AlreadySo();
                case Turn<TRefusal>.TakenAlong done:
                    return new Outcome<TRefusal>.Done(done.Result);
                case Turn<TRefusal>.Refused refused:
                    Figures.Decided(refused.Event, typeof(Turn<TRefusal>.Refused));
                    return await Repeated<TRefusal>(key, command, cancellation) ?? new Outcome<TRefusal>.Refused(refused.Reason);
                case Turn<TRefusal>.Accepted accepted:
                    if (await store.Commit(key.Smederij, accepted.Writes, cancellation) is CommitResult.Committed)
                    {
                        Figures.Decided(accepted.Event, typeof(Turn<TRefusal>.Accepted));
                        accepted.Committed();
                        await driver.Wake(key, accepted.HasEffects, accepted.Due);
                        return new Outcome<TRefusal>.Done(accepted.Result);
                    }
                    if (await Repeated<TRefusal>(key, command, cancellation) is { } repeated)
                        return repeated;
                    break;
            }
        }
        throw new TimeoutException($"{key} changed {Tries} times while a command for it was decided; try again.");
    }

    private async Task<Outcome<TRefusal>?> Repeated<TRefusal>(WorkKey key, CommandId command, CancellationToken cancellation)
        where TRefusal : struct, Enum =>
        await store.Earlier(key.Smederij, command, cancellation) is { } earlier ? new Outcome<TRefusal>.Done(earlier.Result) : null;
}
