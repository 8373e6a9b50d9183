using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Attachments;

/// <summary>Takes the files of a form: cleans each one, and stores them only when all of them are fine.</summary>
public sealed class Uploads(IAttachmentStore store)
{
    /// <summary>The cleaned files; what is wrong with them is added to <paramref name="errors"/> under the field's name.</summary>
    public static async Task<IReadOnlyList<Sanitized.CleanFile>> Read(
        IFormFileCollection files, string field, FormErrors errors, int most = AttachmentLimits.MaxFiles, CancellationToken cancellation = default)
    {
        var chosen = files.GetFiles(field).Where(file => file.Length > 0 || file.FileName.Length > 0).ToList();
        if (chosen.Count > most)
        {
            errors.Add(field, AttachmentLimits.TooManyFiles);
            return [];
        }
        var clean = new List<Sanitized.CleanFile>();
        foreach (var file in chosen)
        {
            switch (await Clean(file, cancellation))
            {
                case Sanitized.CleanFile accepted:
                    clean.Add(accepted);
                    break;
                case Sanitized.Refused refused:
                    errors.Add(field, refused.Reason);
                    break;
            }
        }
        return clean;
    }

    /// <summary>Stores the files under names made from <paramref name="id"/>, before the decision that mentions them is committed.</summary>
    public async Task<IReadOnlyList<AttachmentInfo>> Store(string id, IReadOnlyList<Sanitized.CleanFile> files, CancellationToken cancellation = default)
    {
        var stored = new List<AttachmentInfo>();
        foreach (var file in files)
        {
            var name = new AttachmentName($"{id}{stored.Count + 1}", file.Kind).ToString();
            await store.Save(name, file.Bytes, cancellation);
            stored.Add(new AttachmentInfo(name, file.Kind.MediaType, file.Bytes.Length));
        }
        return stored;
    }

    private static async Task<Sanitized> Clean(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > AttachmentLimits.MaxBytes)
            return Sanitized.Refused.TooBig;
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return Sanitizer.Clean(bytes);
    }
}
