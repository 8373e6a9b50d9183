using System.Collections.Concurrent;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>What is written down of rounds beside what they are now: their history, and what was sealed for their vote.</summary>
public sealed class RoundArchive(IEntityStore store, Veil veil)
{
    private readonly ConcurrentDictionary<string, Manifest> manifests = new(StringComparer.Ordinal);

    /// <summary>The history of a round, oldest first.</summary>
    public async Task<IReadOnlyList<RoundLogLine>> History(RoundKey key, CancellationToken cancellation = default) =>
        [.. (await Words.PutBack(
            store, key.Smederij, RoundKind.Facts.TextsOf(key),
            await store.All(key.Smederij, RoundKeys.LogLines(key.Period), cancellation).ToListAsync(cancellation), cancellation))
            .Select(row => row.Read(RoundJson.Default.RoundLogLine))];

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

    /// <summary>The same for pages and exports: without the titles that staff hid since.</summary>
    public async ValueTask<Manifest?> ShownManifestOf(RoundKey key, Round round, CancellationToken cancellation = default) =>
        await ManifestOf(key, round, cancellation) is { } manifest ? manifest.ShownWith(await veil.TitlesIn(key.Smederij, cancellation)) : null;

    /// <summary>The hash of what was sealed; null as long as nothing is.</summary>
    public static string? HashOf(RoundState state) => state switch
    {
        RoundState.Sealed s => s.Manifest,
        RoundState.VoteOpen s => s.Manifest,
        RoundState.Counting s => s.Manifest,
        RoundState.Drawing s => s.Manifest,
        RoundState.Decided s => s.Manifest,
        _ => null,
    };
}
