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
using Turn = Smederijen.Portal.Work.Turn<Smederijen.Domain.Rounds.RoundRefusal>;

namespace Smederijen.Portal.Rounds;

/// <summary>The one way to change a round: <see cref="CommitLoop"/> with the rules of rounds.</summary>
public sealed class RoundCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, TimeProvider clock, IOptions<PortalOptions> options)
{
    private readonly ConcurrentDictionary<string, Manifest> manifests = new(StringComparer.Ordinal);

    /// <summary>Opens the round that the settings name; nothing happens when it is open already.</summary>
    public Task Open(SmederijSettings smederij, CancellationToken cancellation = default)
    {
        var key = new RoundKey(smederij.Id, smederij.Round.Period);
        var command = CommandId.Fresh();
        return loop.Run(key.Work, command, async () =>
        {
            var before = await RoundBefore.Read(store, key, cancellation);
            var e = new RoundEvent.Opened(clock.GetUtcNow(), key.Period);
            return Turned(key, before, before is null
                ? RoundDecider.Start(smederij, settings.Stuurgroep, e)
                : RoundDecider.Decide(before.Loaded.Round, e, new RoundCircumstances(smederij)), e, command, []);
        }, cancellation);
    }

    /// <summary>
    /// Posts the money that a resolution of the stuurgroep allots, once; a round that is not there yet is announced with it.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is neither such a round nor such a Smederij.</exception>
    public Task<Outcome<RoundRefusal>> Allot(RoundKey key, string resolution, ImmutableArray<Source> shares, CancellationToken cancellation = default)
    {
        var command = CommandId.From($"{resolution}-{key}");
        return loop.Run(key.Work, command, async () =>
        {
            var before = await RoundBefore.Read(store, key, cancellation);
            var e = new RoundEvent.Allotted(clock.GetUtcNow(), resolution, shares);
            return Turned(key, before, before is null
                ? RoundDecider.Announce(settings.Current(key.Smederij) ?? throw new InvalidOperationException($"{key} cannot get money: there is no such Smederij."), key.Period, e)
                : RoundDecider.Decide(before.Loaded.Round, e, await Circumstances(key, before.Loaded.Round, cancellation)), e, command, []);
        }, cancellation);
    }

    /// <summary>Lets something happen to a round, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">Rows that belong to the same commit; read first, and again after a lost race. Null: it no longer matters.</param>
    public Task<Outcome<RoundRefusal>> Handle(
        RoundKey key, CommandId command, Func<DateTimeOffset, RoundEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default) =>
        loop.Run(key.Work, command, async () =>
        {
            if (await RoundBefore.Read(store, key, cancellation) is not { } before)
                return new Turn.Unknown();
            if ((also is null ? [] : await also(cancellation)) is not { } rows)
                return new Turn.AlreadySo();
            var e = happening(clock.GetUtcNow());
            var known = await Circumstances(key, before.Loaded.Round, cancellation);
            return Turned(key, before, RoundDecider.Decide(before.Loaded.Round, e, known), e, command, rows, RoundDecider.SealedBy(before.Loaded.Round, e, known));
        }, cancellation);

    /// <summary>What the round would object if this happened now; nothing happens.</summary>
    public async Task<RoundRefusal?> ObjectionTo(RoundKey key, Func<DateTimeOffset, RoundEvent> happening, CancellationToken cancellation = default) =>
        await Load(key, cancellation) is not { } loaded ? RoundRefusal.NoVotePrepared
        : RoundDecider.Decide(loaded.Round, happening(clock.GetUtcNow()), await Circumstances(key, loaded.Round, cancellation)) is RoundDecision.Refused refused ? refused.Reason
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

    private async Task<RoundCircumstances> Circumstances(RoundKey key, Round round, CancellationToken cancellation) =>
        new(await settings.Version(key.Smederij, round.SettingsVersion, cancellation), await ManifestOf(key, round, cancellation), await PaperWaiting(key, round, cancellation));

    /// <summary>Batches of ballots on paper that wait for a second person, as far as the round can still wait for them.</summary>
    private async Task<int> PaperWaiting(RoundKey key, Round round, CancellationToken cancellation) => round.State is RoundState.VoteOpen or RoundState.Counting
        ? await PaperBallots.CountWaiting(store, key, cancellation)
        : 0;

    private Turn Turned(RoundKey key, RoundBefore? before, RoundDecision decision, RoundEvent e, CommandId command, IReadOnlyList<Write> also, Manifest? sealedNow = null) => decision switch
    {
        RoundDecision.Accepted accepted when new RoundCommit(key.Smederij, before, options.Value.KeepsBoard) is var commit => new Turn.Accepted(
            e.GetType(), [.. commit.Writes(accepted, e, command, sealedNow), .. also], commit.EffectsOf(accepted).Count > 0,
            accepted.Item.NextDue == before?.Loaded.Round.NextDue ? null : accepted.Item.NextDue, key.Item),
        RoundDecision.Refused refused => new Turn.Refused(e.GetType(), refused.Reason),
        _ => new Turn.AlreadySo(),
    };
}
