using Microsoft.Extensions.Options;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;
using Turn = Smederijen.Portal.Work.Turn<Smederijen.Domain.Ideas.Refusal>;

namespace Smederijen.Portal.Ideas;

/// <summary>The one way to change an idea: <see cref="CommitLoop"/> with the rules of ideas.</summary>
public sealed class IdeaCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, TimeProvider clock, IOptions<PortalOptions> options)
{
    /// <summary>Hands in a new idea. Its id comes back as the result, also when the same command comes again.</summary>
    /// <param name="also">Rows that belong to the same commit: content and submitter.</param>
    public Task<Outcome<Refusal>> Submit(
        SmederijSettings smederij, string id, CommandId command, IdeaEvent.Submitted e, string title, IEnumerable<Write> also,
        CancellationToken cancellation = default)
    {
        var commit = new IdeaCommit(smederij.Id, null, title, smederij.SupportThreshold, command, id, options.Value.KeepsBoard);
        var rows = also.ToList();
        return loop.Run(new WorkKey(smederij.Id, id), command, () => Task.FromResult(
            Turned(IdeaDecider.Submit(id, e, new Circumstances(smederij, Ledger.Empty)), e, accepted => Accept(commit, accepted, e, null, rows))), cancellation);
    }

    /// <summary>Lets something happen to an idea, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">
    /// Rows that belong to the same commit; read inside, so that their ETags are as fresh as the idea's. Null when these rows
    /// show that it happened before.
    /// </param>
    public Task<Outcome<Refusal>> Handle(
        IdeaKey key, CommandId command, Func<DateTimeOffset, IdeaEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default) =>
        loop.Run<Refusal>(new WorkKey(key.Smederij, key.Id), command, async () =>
        {
            if (await Load(key, cancellation) is not { } loaded)
                return new Turn.Unknown();
            var e = happening(clock.GetUtcNow());
            var round = await LoadRound(key.Smederij, loaded.Stored.Idea, e, cancellation);
            var version = await settings.Version(key.Smederij, loaded.Stored.Idea.SettingsVersion, cancellation);
            var decision = IdeaDecider.Decide(loaded.Stored.Idea, e, new Circumstances(version, round?.Round.Ledger ?? Ledger.Empty));
            IReadOnlyList<Write>? rows = also is null || decision is not IdeaDecision.Accepted ? [] : await also(cancellation);
            var commit = new IdeaCommit(key.Smederij, loaded, loaded.Stored.Title, version.SupportThreshold, command, key.Id, options.Value.KeepsBoard) { Period = round?.Round.Period };
            return rows is null ? new Turn.AlreadySo() : Turned(decision, e, accepted => Accept(commit, accepted, e, round, rows));
        }, cancellation);

    /// <summary>The idea as it is now; null when there is none.</summary>
    public async ValueTask<LoadedIdea?> Load(IdeaKey key, CancellationToken cancellation = default) =>
        await store.Get(key.Smederij, Keys.Idea(key.Id), cancellation) is { } row ? new LoadedIdea(row.Read(PortalJson.Default.StoredIdea), row.ETag) : null;

    private static Turn Turned(IdeaDecision decision, IdeaEvent e, Func<IdeaDecision.Accepted, Turn> accept)
    {
        if (decision is IdeaDecision.Refused { Reason: Refusal.TooLittleMoney })
            Figures.LedgerRefused();
        return decision switch
        {
            IdeaDecision.Accepted accepted => accept(accepted),
            IdeaDecision.Refused refused => new Turn.Refused(e.GetType(), refused.Reason),
            _ => new Turn.AlreadySo(),
        };
    }

    private static Turn.Accepted Accept(IdeaCommit commit, IdeaDecision.Accepted accepted, IdeaEvent e, LoadedRound? round, IReadOnlyList<Write> also)
    {
        var due = accepted.Item.NextDue() == commit.Before?.Stored.Idea.NextDue() ? null : accepted.Item.NextDue();
        return new Turn.Accepted(e.GetType(), [.. commit.Writes(accepted, e, round), .. also], commit.EffectsOf(accepted).Count > 0, due, commit.Result);
    }

    /// <summary>The round is read only where a decision can touch its money.</summary>
    private async ValueTask<LoadedRound?> LoadRound(string smederij, Idea idea, IdeaEvent e, CancellationToken cancellation)
    {
        var period = (idea.State, e) switch
        {
            (IdeaState.Granted, IdeaEvent.AccountGiven or IdeaEvent.AccountCorrected) => null,
            (IdeaState.Granted { ReleasedFirstBy: null }, IdeaEvent.ReleaseApproved) => null,
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
