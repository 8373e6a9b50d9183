using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Ideas;

/// <summary>Which files became part of an idea.</summary>
public static class IdeaFiles
{
    public static FilesOf In(IEntityStore store) => async (owner, file, cancellation) =>
        await IsAttached(store, owner, file, cancellation)
        || await store.Get(owner.Smederij, IdeaKeys.Picture(owner.Id, file), cancellation) is not null
        || await store.Get(owner.Smederij, IdeaKeys.Receipt(owner.Id, file), cancellation) is not null
        || await store.All(owner.Smederij, IdeaKeys.LogOf(owner.Id), cancellation).AnyAsync(row => IsScan(row, file), cancellation);

    private static async Task<bool> IsAttached(IEntityStore store, FileOwner owner, string file, CancellationToken cancellation) =>
        await store.Get(owner.Smederij, IdeaKeys.Content(owner.Id), cancellation) is { } content
        && content.Read(IdeaJson.Default.IdeaContent).Attachments.Any(attachment => attachment.Name == file);

    /// <summary>The stored name of the list of signatures that came with an event; null when none did.</summary>
    public static string? ScanOf(IdeaEvent e) => e switch
    {
        IdeaEvent.SignatureListEntered entered => entered.Scan,
        IdeaEvent.PaperSignaturesEntered entered => entered.Scan,
        _ => null,
    };

    private static bool IsScan(Entity row, string file) => ScanOf(row.Read(IdeaJson.Default.LogLine).Event) == file;
}
