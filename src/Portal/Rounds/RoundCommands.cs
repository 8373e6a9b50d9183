using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Smederijen.Domain;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Voting;
using Smederijen.Portal.Work;
using Judged = Smederijen.Portal.Work.Judgement<Smederijen.Domain.Rounds.Round, Smederijen.Domain.Rounds.RoundEvent, Smederijen.Domain.Rounds.RoundEffect, Smederijen.Domain.Rounds.RoundRefusal, Smederijen.Domain.Rounds.RoundCircumstances>;

namespace Smederijen.Portal.Rounds;

/// <summary>The one way to change a round.</summary>
public sealed class RoundCommands
{
    private readonly IEntityStore store;
    private readonly SettingsBook settings;
    private readonly TimeProvider clock;
    private readonly Items<Round, RoundEvent, RoundEffect, RoundRefusal, RoundCircumstances> items;
    private readonly ConcurrentDictionary<string, Manifest> manifests = new(StringComparer.Ordinal);

    public RoundCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, TimeProvider clock, IOptions<PortalOptions> options)
    {
        (this.store, this.settings, this.clock) = (store, settings, clock);
        items = new(RoundKind.Of(options.Value.KeepsBoard), store, loop, clock, Know);
    }

    /// <summary>Opens the round that the settings name; nothing happens when it is open already.</summary>
    public Task Open(SmederijSettings smederij, CancellationToken cancellation = default) => items.Run(
        new RoundKey(smederij.Id, smederij.Round.Period).Work, CommandId.Fresh(), "",
        before => ValueTask.FromResult<Judged?>(SettingsBook.OpeningOf(smederij, settings.Stuurgroep, before?.Item, clock.GetUtcNow())), cancellation: cancellation);

    /// <summary>
    /// Posts the money that a resolution of the stuurgroep allots, once; a round that is not there yet is announced with it.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is neither such a round nor such a Smederij.</exception>
    public Task<Outcome<RoundRefusal>> Allot(RoundKey key, string resolution, ImmutableArray<Source> shares, CancellationToken cancellation = default) => items.Run(
        key.Work, CommandId.From($"{resolution}-{key}"), "", async before =>
        {
            var e = new RoundEvent.Allotted(clock.GetUtcNow(), resolution, shares);
            if (before is not null)
                return await items.Judge(key.Work, before, e, cancellation);
            var smederij = settings.Current(key.Smederij) ?? throw new InvalidOperationException($"{key} cannot get money: there is no such Smederij.");
            return new(e, new RoundCircumstances(smederij), RoundDecider.Announce(smederij, key.Period, e));
        }, cancellation: cancellation);

    /// <summary>Lets something happen to a round, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">
    /// Rows that belong to the same commit. They are read before the event is made, for it may tell what they hold: how many ballots
    /// count. Null: it no longer matters.
    /// </param>
    public Task<Outcome<RoundRefusal>> Handle(
        RoundKey key, CommandId command, Func<DateTimeOffset, RoundEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<Write>? rows = [];
        return items.Run(
            key.Work, command, "", async before =>
            {
                if (before is null)
                    return null;
                rows = also is null ? [] : await also(cancellation);
                var judged = await items.Judge(key.Work, before, happening(clock.GetUtcNow()), cancellation);
                return rows is null ? judged with { Decision = RoundDecision.AlreadySo.Instance } : judged;
            },
            _ => Task.FromResult<IReadOnlyList<Write>?>(rows), cancellation);
    }

    /// <summary>What the round would object if this happened now; nothing happens.</summary>
    public async Task<RoundRefusal?> ObjectionTo(RoundKey key, Func<DateTimeOffset, RoundEvent> happening, CancellationToken cancellation = default) =>
        await items.Load(key.Work, cancellation) is not { } before ? RoundRefusal.NoVotePrepared
        : (await items.Judge(key.Work, before, happening(clock.GetUtcNow()), cancellation)).Decision is RoundDecision.Refused refused ? refused.Reason
        : null;

    /// <summary>The round as it is now; null when there is none.</summary>
    public async ValueTask<LoadedRound?> Load(RoundKey key, CancellationToken cancellation = default) =>
        await store.Get(key.Smederij, Keys.Round(key.Period), cancellation) is { } row ? new LoadedRound(row.Read(PortalJson.Default.Round), row.ETag) : null;

    /// <summary>What was sealed for the vote of this round; null as long as nothing is. It never changes, so it is read once.</summary>
    public async ValueTask<Manifest?> ManifestOf(RoundKey key, Round round, CancellationToken cancellation = default)
    {
        if (HashOf(round.State) is not { } hash)
            return null;
        if (manifests.TryGetValue(hash, out var known))
            return known;
        var row = await store.Get(key.Smederij, RoundKeys.Manifest(key.Period), cancellation)
            ?? throw new InvalidOperationException($"Round {key} has lost its manifest: restore the store from its backup.");
        var manifest = row.Read(DomainJson.Default.Manifest);
        return manifest.Hash == hash ? manifests[hash] = manifest
            : throw new InvalidOperationException($"The manifest of round {key} was changed after it was sealed: restore the store from its backup.");
    }

    /// <summary>The history of a round, oldest first.</summary>
    public async Task<IReadOnlyList<RoundLogLine>> History(RoundKey key, CancellationToken cancellation = default)
    {
        var lines = new List<RoundLogLine>();
        await foreach (var row in store.All(key.Smederij, RoundKeys.LogLines(key.Period), cancellation))
            lines.Add(row.Read(PortalJson.Default.RoundLogLine));
        return lines;
    }

    /// <summary>The hash of what was sealed; null as long as nothing is.</summary>
    public static string? HashOf(RoundState state) => state switch
    {
        RoundState.Sealed s => s.Manifest,
        RoundState.VoteOpen s => s.Manifest,
        RoundState.Counting s => s.Manifest,
        RoundState.Decided s => s.Manifest,
        _ => null,
    };

    private async ValueTask<RoundCircumstances> Know(WorkKey work, Stored<Round> before, RoundEvent e, CancellationToken cancellation)
    {
        var key = new RoundKey(work.Smederij, before.Item.Period);
        return new(await settings.Version(key.Smederij, before.Item.SettingsVersion, cancellation), await ManifestOf(key, before.Item, cancellation), await PaperWaiting(key, before.Item, cancellation));
    }

    /// <summary>Batches of ballots on paper that wait for a second person, as far as the round can still wait for them.</summary>
    private async Task<int> PaperWaiting(RoundKey key, Round round, CancellationToken cancellation) => round.State is RoundState.VoteOpen or RoundState.Counting
        ? await PaperBallots.CountWaiting(store, key, cancellation)
        : 0;
}
