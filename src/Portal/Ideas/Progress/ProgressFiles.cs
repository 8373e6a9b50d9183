using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Ideas.Progress;

/// <summary>The files that come with a form about the plan: stored before the decision, and listed in its commit.</summary>
public sealed class ProgressFiles(Uploads uploads)
{
    public async Task<KeptFiles> Keep(IdeaKey key, CommandId command, ProgressForm form, CancellationToken cancellation = default)
    {
        var start = $"{key.Id}{Digest.Hex($"{key} {command.Key}", 10)}";
        return new KeptFiles(
            start + "f", await uploads.Store(key, start + "f", form.Pictures, cancellation),
            await uploads.Store(key, start + "b", form.Receipts, cancellation));
    }

    /// <summary>Erases the files of a decision that did not happen. What an earlier press of the button listed stays.</summary>
    public async Task Forget(KeptFiles kept)
    {
        await uploads.Forget(kept.Photos);
        await uploads.Forget(kept.Receipts);
    }
}

/// <summary>Stored files, and the rows that list them.</summary>
public sealed record KeptFiles(string Start, StoredFiles Photos, StoredFiles Receipts)
{
    /// <summary>What the names of the pictures begin with; null when there are none.</summary>
    public string? Pictures => Photos.All.Count > 0 ? Start : null;

    public IReadOnlyList<Write> Rows =>
        [.. Listed(Photos, IdeaKeys.Picture), .. Listed(Receipts, IdeaKeys.Receipt), .. Photos.Settled, .. Receipts.Settled];

    private static IEnumerable<Write> Listed(StoredFiles files, Func<string, string, string> row) =>
        files.All.Select(file => new Write.Insert(row(files.Owner.Id, file.Name), Storage.Rows.Write(file, WorkJson.Default.AttachmentInfo)));
}
