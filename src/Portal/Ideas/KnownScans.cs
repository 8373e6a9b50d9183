namespace Smederijen.Portal.Ideas;

/// <summary>
/// Which scanned lists of signatures were entered, over all Smederijen. A row lies with the idea that it was entered with, so asking reads one
/// row of each Smederij: a list comes in seldom.
/// </summary>
public sealed class KnownScans(IEntityStore store, IAttachmentStore attachments, SettingsBook settings)
{
    /// <summary>The row of a scan in the partition of its Smederij.</summary>
    /// <param name="scan">The file as it is stored, from its beginning.</param>
    public static async Task<string> RowOf(Stream scan, CancellationToken cancellation) =>
        IdeaKeys.KnownScan(Convert.ToHexStringLower(await SHA256.HashDataAsync(scan, cancellation)));

    /// <summary>Where this file was entered first; null where it is new.</summary>
    public async Task<EnteredScan?> Find(string row, CancellationToken cancellation) =>
        (await Task.WhenAll(settings.All.Select(smederij => Find(smederij.Id, row, cancellation)))).OfType<EnteredScan>()
            .OrderBy(entered => entered.Known?.At ?? DateTimeOffset.MinValue).ThenBy(entered => entered.Smederij, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>
    /// The list of another idea that is the same file and was entered before the one of this idea: two people can enter one list at the same
    /// moment. Null when there is none, and when nobody can see the scan any more.
    /// </summary>
    public async Task<EnteredScan?> FindBefore(IdeaKey idea, string scan, CancellationToken cancellation)
    {
        await using var stored = await attachments.Open(scan, cancellation);
        if (stored is null)
            return null;
        return await Find(await RowOf(stored, cancellation), cancellation) is { } first && !first.IsOf(idea) ? first : null;
    }

    private async Task<EnteredScan?> Find(string smederij, string row, CancellationToken cancellation)
    {
        if (await store.Get(smederij, row, cancellation) is not { } there)
            return null;
        var known = there.TryRead(IdeaJson.Default.KnownScan);
        var idea = known is null ? null : await store.Get(smederij, IdeaKeys.Idea(known.Idea), cancellation);
        return new EnteredScan(smederij, known, idea?.TryRead(IdeaJson.Default.StoredIdea)?.Title);
    }
}

/// <summary>A list of signatures that was entered.</summary>
/// <param name="Known">With which idea and when; null when its row cannot be read.</param>
/// <param name="Title">Of that idea; null when it cannot be read.</param>
public sealed record EnteredScan(string Smederij, KnownScan? Known, string? Title)
{
    public bool IsOf(IdeaKey idea) => Smederij == idea.Smederij && Known?.Idea == idea.Id;
}
