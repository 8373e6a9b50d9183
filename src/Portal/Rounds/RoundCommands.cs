using System.Collections.Concurrent;
using Smederijen.Domain;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Rounds;

/// <summary>What a command for a round came to.</summary>
public abstract record RoundAnswer
{
    private RoundAnswer() { }

    /// <summary>Committed, now or at an earlier press of the same button.</summary>
    public sealed record Done : RoundAnswer;

    public sealed record AlreadySo : RoundAnswer;

    public sealed record Refused(RoundRefusal Reason) : RoundAnswer;

    /// <summary>There is no such round.</summary>
    public sealed record Unknown : RoundAnswer;
}

/// <summary>
/// The one way to change a round, as <see cref="IdeaCommands"/> is for ideas: load, let the domain decide, commit all of it in
/// one transaction, and only then answer. Who loses a race loads again and decides again.
/// </summary>
public sealed class RoundCommands(IEntityStore store, SettingsBook settings, IDriver driver, TimeProvider clock)
{
    private const int Tries = 40;
    private readonly ConcurrentDictionary<string, Manifest> manifests = new(StringComparer.Ordinal);

    /// <summary>Opens the round that the settings name; nothing happens when it is there already.</summary>
    public async Task Open(SmederijSettings smederij, CancellationToken cancellation = default)
    {
        var e = new RoundEvent.Opened(clock.GetUtcNow(), smederij.Round.Period);
        var opened = RoundDecider.Start(smederij, e);
        if (await store.Commit(smederij.Id, [.. new RoundCommit(smederij.Id, null).Writes(opened, e, CommandId.Fresh())], cancellation) is CommitResult.Committed)
            await driver.Wake(new RoundKey(smederij.Id, smederij.Round.Period).Work, hasEffects: false, opened.Round.NextDue);
    }

    /// <summary>Lets something happen to a round, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">Rows that belong to the same commit; read first, and again after a lost race.</param>
    public async Task<RoundAnswer> Handle(
        RoundKey key, CommandId command, Func<DateTimeOffset, RoundEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>>>? also = null, CancellationToken cancellation = default)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await Load(key, cancellation) is not { } loaded)
                return new RoundAnswer.Unknown();
            IReadOnlyList<Write> rows = also is null ? [] : await also(cancellation);
            var e = happening(clock.GetUtcNow());
            var version = await settings.Version(key.Smederij, loaded.Round.SettingsVersion, cancellation);
            switch (RoundDecider.Decide(loaded.Round, e, new RoundCircumstances(version, await ManifestOf(key, loaded.Round, cancellation))))
            {
                case RoundDecision.Refused refused:
                    return await Repeated(key, command, cancellation) ?? new RoundAnswer.Refused(refused.Reason);
                case RoundDecision.AlreadySo:
                    return new RoundAnswer.AlreadySo();
                case RoundDecision.Accepted accepted:
                    var before = new RoundBefore(loaded, await LogHead(key, loaded.Round, cancellation));
                    if (await Commit(key, before, accepted, e, command, rows, cancellation) is { } done)
                        return done;
                    if (await Repeated(key, command, cancellation) is { } repeated)
                        return repeated;
                    break;
            }
        }
        throw new TimeoutException($"Round {key} changed {Tries} times while a command for it was decided; try again.");
    }

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

    /// <summary>Null when another was first: nothing was written.</summary>
    private async Task<RoundAnswer.Done?> Commit(
        RoundKey key, RoundBefore before, RoundDecision.Accepted accepted, RoundEvent e, CommandId command, IReadOnlyList<Write> also,
        CancellationToken cancellation)
    {
        var writes = new RoundCommit(key.Smederij, before).Writes(accepted, e, command);
        if (await store.Commit(key.Smederij, [.. writes, .. also], cancellation) is CommitResult.Conflict)
            return null;
        await driver.Wake(key.Work, accepted.Effects.Length > 0, accepted.Round.NextDue);
        return new RoundAnswer.Done();
    }

    private async Task<RoundAnswer?> Repeated(RoundKey key, CommandId command, CancellationToken cancellation) =>
        await store.Get(key.Smederij, Keys.Command(command.Key), cancellation) is null ? null : new RoundAnswer.Done();

    private async Task<string> LogHead(RoundKey key, Round round, CancellationToken cancellation) =>
        await store.Get(key.Smederij, RoundKeys.Log(key.Period, round.Revision), cancellation) is { } row
            ? row.Read(PortalJson.Default.RoundLogLine).Hash
            : throw new InvalidOperationException($"The log of round {key} lacks line {round.Revision}: restore the store from its backup.");
}
