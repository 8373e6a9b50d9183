using Microsoft.Extensions.Options;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Ideas;

/// <summary>The one way to change an idea.</summary>
public sealed class IdeaCommands
{
    private readonly IEntityStore store;
    private readonly SettingsBook settings;
    private readonly Items<Idea, IdeaEvent, IdeaEffect, Refusal, IdeaKnown> items;

    public IdeaCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, TimeProvider clock, IOptions<PortalOptions> options)
    {
        (this.store, this.settings) = (store, settings);
        items = new(IdeaKind.Of(options.Value.KeepsBoard), store, loop, clock, Know);
    }

    /// <summary>Hands in a new idea. Its id comes back as the result, also when the same command comes again.</summary>
    /// <param name="also">Rows that belong to the same commit: content and submitter.</param>
    public Task<Outcome<Refusal>> Submit(
        SmederijSettings smederij, string id, CommandId command, IdeaEvent.Submitted e, string title, IEnumerable<Write> also,
        CancellationToken cancellation = default)
    {
        var circumstances = new Circumstances(smederij, Ledger.Empty);
        return items.Begin(
            new WorkKey(smederij.Id, id), command, title, () => new(e, new IdeaKnown(circumstances, null), IdeaDecider.Submit(id, e, circumstances)), [.. also], cancellation);
    }

    /// <inheritdoc cref="Items{TItem, TEvent, TEffect, TRefusal, TKnown}.Handle"/>
    public async Task<Outcome<Refusal>> Handle(
        IdeaKey key, CommandId command, Func<DateTimeOffset, IdeaEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default)
    {
        var outcome = await items.Handle(new WorkKey(key.Smederij, key.Id), command, happening, also, cancellation);
        if (outcome is Outcome<Refusal>.Refused { Reason: Refusal.TooLittleMoney })
            Figures.LedgerRefused();
        return outcome;
    }

    /// <summary>The idea as it is now; null when there is none.</summary>
    public async ValueTask<LoadedIdea?> Load(IdeaKey key, CancellationToken cancellation = default) =>
        await store.Get(key.Smederij, Keys.Idea(key.Id), cancellation) is { } row ? new LoadedIdea(row.Read(PortalJson.Default.StoredIdea), row.ETag) : null;

    private async ValueTask<IdeaKnown> Know(WorkKey key, Stored<Idea> before, IdeaEvent e, CancellationToken cancellation)
    {
        var round = await LoadRound(key.Smederij, before.Item, e, cancellation);
        var version = await settings.Version(key.Smederij, before.Item.SettingsVersion, cancellation);
        return new IdeaKnown(new Circumstances(version, round?.Round.Ledger ?? Ledger.Empty), round);
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
