namespace Smederijen.Portal.Uploading;

/// <summary>
/// Files are stored before the commit that mentions them. What a crash leaves in between may show people and belongs to
/// nothing, so an effect that erases it is laid down first; the commit takes that effect away.
/// </summary>
public sealed class StrayFiles(IEntityStore store, IAttachmentStore attachments, IEnumerable<FilesOf> owners, EffectContracts effects,
    TimeProvider clock) : IWorkKind
{
    /// <summary>A form that is still on its way after a day never arrives.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public static KindFacts Kind { get; } = new() { Prefix = "bestand-", Effects = new(StrayJson.Default.StrayEffect) };

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<StrayFiles, StrayEffect.Erase>((x, key, erase, cancellation) =>
            x.Erase(new FileOwner(key.Smederij, erase.Idea), erase.Files, cancellation)),
    ];

    public KindFacts Facts => Kind;

    /// <summary>Lays down that files with these names are about to be stored for an idea, or for the plan with that id.</summary>
    /// <returns>What the commit that mentions the files has to write as well.</returns>
    public Task<Write> Announce(FileOwner owner, IReadOnlyList<AttachmentName> names, CancellationToken cancellation = default) =>
        Announce(owner, names, Patience, cancellation);

    /// <param name="patience">After so long they are erased.</param>
    internal async Task<Write> Announce(
        FileOwner owner, IReadOnlyList<AttachmentName> names, TimeSpan patience, CancellationToken cancellation = default)
    {
        var due = clock.GetUtcNow() + patience;
        var row = RowOf(names);
        var effect = new PendingEffect(new StrayEffect.Erase(owner.Id, [.. names.Select(name => name.ToString())]), due, RetryAt: due);
        var data = Rows.Write(effect, effects.Pending);
        await store.Commit(owner.Smederij, [new Write.Put(row, data)], cancellation);
        return new Write.Delete(row);
    }

    /// <summary>Erases announced files at once, because nothing came of them. What an earlier press of the same button kept stays.</summary>
    public async Task Forget(FileOwner owner, IReadOnlyList<AttachmentName> names)
    {
        await Erase(owner, names.Select(name => name.ToString()), CancellationToken.None);
        await store.Commit(owner.Smederij, [new Write.Delete(RowOf(names))]);
    }

    private async Task Erase(FileOwner owner, IEnumerable<string> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            if (!await Belongs(owner, file, cancellation))
                await attachments.Delete(file, cancellation);
        }
    }

    private async Task<bool> Belongs(FileOwner owner, string file, CancellationToken cancellation)
    {
        foreach (var has in owners)
        {
            if (await has(owner, file, cancellation))
                return true;
        }
        return false;
    }

    private static string RowOf(IReadOnlyList<AttachmentName> names) => Keys.Effect($"{Kind.Prefix}{names[0].Id}", 1);
}

/// <summary>What files are stored for: an idea, or the plan with that id.</summary>
public readonly record struct FileOwner(string Smederij, string Id);

/// <summary>Whether a file that was stored for it became part of it, as one of the kinds knows.</summary>
public delegate Task<bool> FilesOf(FileOwner owner, string file, CancellationToken cancellation);
