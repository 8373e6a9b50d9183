using System.Buffers;

namespace Smederijen.Portal.Uploading;

/// <summary>Takes the files of a form: cleans each one, and stores them only when all of them are fine.</summary>
public sealed class Uploads(IAttachmentStore store, StrayFiles strays)
{
    /// <summary>One file for each processor is in memory at a time, however many people send them.</summary>
    private static readonly SemaphoreSlim s_desk = new(Environment.ProcessorCount);

    /// <summary>The cleaned files; what is wrong with them is added to <paramref name="errors"/> under the field's name.</summary>
    public static async Task<IReadOnlyList<CleanUpload>> Read(
        PostedFiles files, string field, FormErrors errors, int most = AttachmentLimits.MaxFiles, CancellationToken cancellation = default)
    {
        var chosen = files.In(field);
        if (chosen.Count > most)
        {
            errors.Add(field, AttachmentLimits.TooMany(most));
            return [];
        }
        var clean = new List<CleanUpload>();
        foreach (var file in chosen)
        {
            if (await Clean(file, refused => errors.Add(field, refused.Reason), cancellation) is not { } upload)
                continue;
            files.ThrowAwayAfterwards(upload);
            clean.Add(upload);
        }
        return clean;
    }

    /// <summary>The same for a field that takes photos only.</summary>
    public static async Task<IReadOnlyList<CleanUpload>> ReadPhotos(
        PostedFiles files, string field, FormErrors errors, CancellationToken cancellation = default)
    {
        var photos = await Read(files, field, errors, cancellation: cancellation);
        if (photos.Any(photo => !photo.Kind.IsPhoto))
            errors.Add(field, "Stuur hier alleen foto's mee: JPEG, PNG of WebP.");
        return photos;
    }

    /// <summary>Stores the files under names made from <paramref name="name"/>, before the decision that mentions them is committed.</summary>
    /// <param name="name">The same form gives the same name, so that a repeat leaves no second file behind.</param>
    public async Task<StoredFiles> Store(FileOwner owner, string name, IReadOnlyList<CleanUpload> files, CancellationToken cancellation = default)
    {
        if (files.Count == 0)
            return StoredFiles.None(owner);
        List<AttachmentName> names = [.. files.Select((file, i) => new AttachmentName($"{name}{i + 1}", file.Kind))];
        var settled = await strays.Announce(owner, names, cancellation);
        foreach (var (stored, file) in names.Zip(files))
            await store.Save(stored.ToString(), file.Content, cancellation);
        return new StoredFiles(owner,
            [.. names.Zip(files, (stored, file) => new AttachmentInfo(stored.ToString(), file.Kind.MediaType, file.Length))], names, [settled]);
    }

    /// <summary>Erases the files of a decision that was not taken.</summary>
    public Task Forget(StoredFiles files) => files.Names.Count == 0 ? Task.CompletedTask : strays.Forget(files.Owner, files.Names);

    /// <summary>Null, and the reason told, for a file that is not accepted.</summary>
    private static async Task<CleanUpload?> Clean(IFormFile file, Action<Sanitized.Refused> refuse, CancellationToken cancellation)
    {
        if (file.Length > AttachmentLimits.MaxBytes)
        {
            refuse(Sanitized.Refused.TooBig);
            return null;
        }
        await s_desk.WaitAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Length);
        try
        {
            var bytes = buffer.AsMemory(0, (int)file.Length);
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(bytes, cancellation);
            switch (Sanitizer.Clean(bytes))
            {
                case Sanitized.CleanFile clean:
                    return await CleanUpload.Lay(clean, cancellation);
                case Sanitized.Refused refused:
                    refuse(refused);
                    break;
            }
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            s_desk.Release();
        }
    }
}

/// <summary>Files that are stored, and belong to an idea as soon as a commit mentions them.</summary>
/// <param name="Settled">What that commit has to write as well.</param>
public sealed record StoredFiles(FileOwner Owner,
    IReadOnlyList<AttachmentInfo> All, IReadOnlyList<AttachmentName> Names, IReadOnlyList<Write> Settled)
{
    public static StoredFiles None(FileOwner owner) => new(owner, [], [], []);
}
