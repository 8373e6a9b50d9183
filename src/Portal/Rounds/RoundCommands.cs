using System.Collections.Concurrent;
using Smederijen.Domain;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using Turn = Smederijen.Portal.Work.Turn<Smederijen.Domain.Rounds.RoundRefusal>;

namespace Smederijen.Portal.Rounds;

/// <summary>The one way to change a round: <see cref="CommitLoop"/> with the rules of rounds.</summary>
public sealed class RoundCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Manifest> manifests = new(StringComparer.Ordinal);

    /// <summary>Opens the round that the settings name; nothing happens when it is there already.</summary>
    public Task Open(SmederijSettings smederij, CancellationToken cancellation = default)
    {
        var key = new RoundKey(smederij.Id, smederij.Round.Period);
        var command = CommandId.Fresh();
        return loop.Run<RoundRefusal>(key.Work, command, async () =>
        {
            if (await Load(key, cancellation) is not null)
                return new Turn.AlreadySo();
            var e = new RoundEvent.Opened(clock.GetUtcNow(), key.Period);
            return Accept(key, null, RoundDecider.Start(smederij, e), e, command, []);
        }, cancellation);
    }

    /// <summary>Lets something happen to a round, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">Rows that belong to the same commit; read first, and again after a lost race.</param>
    public Task<Outcome<RoundRefusal>> Handle(
        RoundKey key, CommandId command, Func<DateTimeOffset, RoundEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>>>? also = null, CancellationToken cancellation = default) =>
        loop.Run<RoundRefusal>(key.Work, command, async () =>
        {
            if (await Load(key, cancellation) is not { } loaded)
                return new Turn.Unknown();
            IReadOnlyList<Write> rows = also is null ? [] : await also(cancellation);
            var e = happening(clock.GetUtcNow());
            var version = await settings.Version(key.Smederij, loaded.Round.SettingsVersion, cancellation);
            return RoundDecider.Decide(loaded.Round, e, new RoundCircumstances(version, await ManifestOf(key, loaded.Round, cancellation))) switch
            {
                RoundDecision.Accepted accepted => Accept(
                    key, new RoundBefore(loaded, await LogHead(key, loaded.Round, cancellation)), accepted, e, command, rows),
                RoundDecision.Refused refused => new Turn.Refused(e.GetType(), refused.Reason),
                _ => new Turn.AlreadySo(),
            };
        }, cancellation);

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

    private static string? HashOf(RoundState state) => state switch
    {
        RoundState.Sealed s => s.Manifest,
        RoundState.VoteOpen s => s.Manifest,
        RoundState.Counting s => s.Manifest,
        RoundState.Decided s => s.Manifest,
        _ => null,
    };

    private static Turn.Accepted Accept(
        RoundKey key, RoundBefore? before, RoundDecision.Accepted accepted, RoundEvent e, CommandId command, IReadOnlyList<Write> also)
    {
        var due = accepted.Round.NextDue == before?.Loaded.Round.NextDue ? null : accepted.Round.NextDue;
        return new Turn.Accepted(
            e.GetType(), [.. new RoundCommit(key.Smederij, before).Writes(accepted, e, command), .. also], accepted.Effects.Length > 0, due, key.Item);
    }

    private async Task<string> LogHead(RoundKey key, Round round, CancellationToken cancellation) =>
        await store.Get(key.Smederij, RoundKeys.Log(key.Period, round.Revision), cancellation) is { } row
            ? row.Read(PortalJson.Default.RoundLogLine).Hash
            : throw new InvalidOperationException($"The log of round {key} lacks line {round.Revision}: restore the store from its backup.");
}
