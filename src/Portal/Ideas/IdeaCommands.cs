using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Ideas;

/// <summary>
/// The one way to change an idea: load, let the domain decide, commit state, log, effects, money and command id in one
/// transaction, and only then answer. Who loses a race loads again and decides again.
/// </summary>
public sealed class IdeaCommands(IEntityStore store, SettingsBook settings, IDriver driver, TimeProvider clock)
{
    private const int Tries = 40;
    private readonly KeyedLocks locks = new();

    /// <summary>Hands in a new idea. Its id comes back as the result, also when the same command comes again.</summary>
    /// <param name="also">Rows that belong to the same commit: content and submitter.</param>
    public async Task<Outcome> Submit(
        SmederijSettings smederij, string id, CommandId command, IdeaEvent.Submitted e, string title, IEnumerable<Write> also,
        CancellationToken cancellation = default)
    {
        var decision = IdeaDecider.Submit(id, e, new Circumstances(smederij, Domain.Money.Ledger.Empty));
        if (decision is not Decision.Accepted accepted)
            return new Outcome.Refused(((Decision.Refused)decision).Reason);
        var commit = new IdeaCommit(smederij.Id, null, title, smederij.SupportThreshold, command, id);
        return await Commit(commit, accepted, e, null, also, cancellation)
            ?? await Repeated(smederij.Id, command, cancellation)
            ?? throw new InvalidOperationException($"The id of new idea {smederij.Id}/{id} is taken.");
    }

    /// <summary>Lets something happen to an idea, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">
    /// Rows that belong to the same commit; read inside, so that their ETags are as fresh as the idea's. Null when these rows
    /// show that it happened before.
    /// </param>
    public async Task<Outcome> Handle(
        IdeaKey key, CommandId command, Func<DateTimeOffset, IdeaEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default)
    {
        using var turn = await locks.Enter(key.Id, cancellation);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await Load(key, cancellation) is not { } loaded)
                return new Outcome.Unknown();
            var e = happening(clock.GetUtcNow());
            var round = await LoadRound(key.Smederij, loaded.Stored.Idea, e, cancellation);
            var version = await settings.Version(key.Smederij, loaded.Stored.Idea.SettingsVersion, cancellation);
            switch (IdeaDecider.Decide(loaded.Stored.Idea, e, new Circumstances(version, round?.Round.Ledger ?? Domain.Money.Ledger.Empty)))
            {
                case Decision.Refused refused:
                    if (refused.Reason == Refusal.TooLittleMoney)
                        Figures.LedgerRefused();
                    Figures.Decided(e.GetType(), typeof(Decision.Refused));
                    return await Repeated(key.Smederij, command, cancellation) ?? new Outcome.Refused(refused.Reason);
                case Decision.AlreadySo:
                    return new Outcome.AlreadySo();
                case Decision.Accepted accepted:
                    var commit = new IdeaCommit(key.Smederij, loaded, loaded.Stored.Title, version.SupportThreshold, command, key.Id);
                    IReadOnlyList<Write>? rows = also is null ? [] : await also(cancellation);
                    if (rows is null)
                        return new Outcome.AlreadySo();
                    if (await Commit(commit, accepted, e, round, rows, cancellation) is { } done)
                        return done;
                    if (await Repeated(key.Smederij, command, cancellation) is { } repeated)
                        return repeated;
                    break;
            }
        }
        throw new TimeoutException($"Idea {key} changed {Tries} times while a command for it was decided; try again.");
    }

    /// <summary>The idea as it is now; null when there is none.</summary>
    public async ValueTask<LoadedIdea?> Load(IdeaKey key, CancellationToken cancellation = default) =>
        await store.Get(key.Smederij, Keys.Idea(key.Id), cancellation) is { } row ? new LoadedIdea(row.Read(PortalJson.Default.StoredIdea), row.ETag) : null;

    /// <summary>Null when another was first: nothing was written.</summary>
    private async Task<Outcome.Done?> Commit(
        IdeaCommit commit, Decision.Accepted accepted, IdeaEvent e, LoadedRound? round, IEnumerable<Write> also, CancellationToken cancellation)
    {
        var result = await store.Commit(commit.Smederij, [.. commit.Writes(accepted, e, round), .. also], cancellation);
        if (result is CommitResult.Conflict)
            return null;
        Figures.Decided(e.GetType(), typeof(Decision.Accepted));
        var due = accepted.Idea.NextDue() == commit.Before?.Stored.Idea.NextDue() ? null : accepted.Idea.NextDue();
        await driver.Wake(new WorkKey(commit.Smederij, accepted.Idea.Id), accepted.Effects.Length > 0, due);
        return new Outcome.Done(commit.Result);
    }

    private async Task<Outcome?> Repeated(string smederij, CommandId command, CancellationToken cancellation) =>
        await store.Get(smederij, Keys.Command(command.Key), cancellation) is { } row
            ? new Outcome.Done(row.Read(PortalJson.Default.CarriedOut).Result)
            : null;

    /// <summary>The round is read only where a decision can touch its money.</summary>
    private async ValueTask<LoadedRound?> LoadRound(string smederij, Idea idea, IdeaEvent e, CancellationToken cancellation)
    {
        var period = (idea.State, e) switch
        {
            (_, IdeaEvent.MoneyOffered offered) => offered.Period,
            (IdeaState.Granted granted, _) => granted.Period,
            (IdeaState.Released released, _) => released.Period,
            _ => null,
        };
        return period is not null && await store.Get(smederij, Keys.Round(period), cancellation) is { } row
            ? new LoadedRound(row.Read(PortalJson.Default.Round), row.ETag)
            : null;
    }
}
