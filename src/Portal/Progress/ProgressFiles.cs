using System.Security.Cryptography;
using System.Text;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Progress;

/// <summary>
/// The files that come with a form about the plan. They are stored before the decision and listed in its commit; the same
/// press of the button gives the same names, so that a repeat leaves no second file behind.
/// </summary>
public sealed class ProgressFiles(Uploads uploads, IAttachmentStore attachments, IEntityStore store)
{
    public async Task<KeptFiles> Keep(IdeaKey key, CommandId command, ProgressForm form, CancellationToken cancellation = default)
    {
        var start = $"{key.Id}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {command.Key}")).AsSpan(0, 10))}";
        var pictures = await uploads.Store(start + "f", form.Pictures, cancellation);
        var receipts = await uploads.Store(start + "b", form.Receipts, cancellation);
        return new KeptFiles(key, pictures.Count > 0 ? start + "f" : null, [.. Listed(key, pictures, Keys.Picture), .. Listed(key, receipts, Keys.Receipt)]);
    }

    /// <summary>Deletes the files of a decision that did not happen. What an earlier press of the button listed stays.</summary>
    public async Task Forget(KeptFiles kept)
    {
        foreach (var (row, file) in kept.Files)
        {
            if (await store.Get(kept.Idea.Smederij, row) is null)
                await attachments.Delete(file.Name);
        }
    }

    private static IEnumerable<(string, AttachmentInfo)> Listed(IdeaKey key, IEnumerable<AttachmentInfo> files, Func<string, string, string> row) =>
        files.Select(file => (row(key.Id, file.Name), file));
}

/// <summary>Stored files with the rows that list them.</summary>
/// <param name="Pictures">What the names of the pictures begin with; null when there are none.</param>
public sealed record KeptFiles(IdeaKey Idea, string? Pictures, IReadOnlyList<(string Row, AttachmentInfo File)> Files)
{
    public IReadOnlyList<Write> Rows => [.. Files.Select(kept => new Write.Insert(kept.Row, Storage.Rows.Write(kept.File, PortalJson.Default.AttachmentInfo)))];
}
