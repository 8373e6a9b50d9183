using System.Buffers;

namespace Smederijen.Portal.Uploading;

/// <summary>Takes the files of a form: cleans each one, and stores them only when all of them are fine.</summary>
public sealed class Uploads(IAttachmentStore store, StrayFiles strays)
{
    /// <summary>
    /// Two files are looked at and drawn anew at a time, however many people send them: a photo takes some
    /// 50 to 150 MB meanwhile (docs/decisions/0035-photos-drawn-anew.md).
    /// </summary>
    private static readonly SemaphoreSlim s_desk = new(2);

    /// <summary>
    /// The cleaned files, after those that were put aside before; what is wrong with them is added to <paramref name="errors"/> under the
    /// field's name. What is fine is put aside when the form comes back, for whatever reason.
    /// </summary>
    public static Task<IReadOnlyList<CleanUpload>> Read(
        PostedFiles files, string field, FormErrors errors, int most = AttachmentLimits.MaxFiles, CancellationToken cancellation = default) =>
        Read(files, field, errors, most, photosOnly: false, FileLaw.PhotosAndDocuments, cancellation);

    /// <summary>The same for a field that takes photos only.</summary>
    public static Task<IReadOnlyList<CleanUpload>> ReadPhotos(
        PostedFiles files, string field, FormErrors errors, CancellationToken cancellation = default) =>
        Read(files, field, errors, AttachmentLimits.MaxFiles, photosOnly: true, FileLaw.PhotosAndDocuments, cancellation);

    /// <summary>The same for a field that takes one file, by a law of its own; null when there is none, or something is wrong with it.</summary>
    public static async Task<CleanUpload?> ReadOne(
        PostedFiles files, string field, FormErrors errors, FileLaw law, CancellationToken cancellation = default) =>
        await Read(files, field, errors, most: 1, photosOnly: false, law, cancellation) is [var one] ? one : null;

    /// <summary>Judges what did not come with a form, in its turn with what did.</summary>
    public static async Task<Sanitized> Judge(ReadOnlyMemory<byte> file, FileLaw law, CancellationToken cancellation = default)
    {
        await s_desk.WaitAsync(cancellation);
        try
        {
            return await Aside(() => law.Judge(file));
        }
        finally
        {
            s_desk.Release();
        }
    }

    private static async Task<IReadOnlyList<CleanUpload>> Read(
        PostedFiles files, string field, FormErrors errors, int most, bool photosOnly, FileLaw law, CancellationToken cancellation)
    {
        var chosen = files.In(field);
        var fine = files.Text(KeptFiles.SealField(field)).Length == 0 ? [] : await Shelf(files).Open(files, field, errors, cancellation);
        BeforeComingBack.Add(files.Http, () => Shelf(files).Keep(files, field, fine));
        if (chosen.Count > most)
        {
            errors.Add(field, AttachmentLimits.TooMany(most, fine.Count));
            return [];
        }
        // Where there is room for one, who chooses again chooses another.
        if (most == 1 && chosen.Count == 1)
            fine.Clear();
        foreach (var file in chosen)
        {
            // Of several, people have to know which one.
            var which = chosen.Count == 1 ? "" : $"{KeptUploads.Shown(file.FileName)}: ";
            if (await Clean(file, law, refused => errors.Add(field, which + refused.Reason), cancellation) is not { } upload)
                continue;
            files.ThrowAwayAfterwards(upload);
            if (await IsAmong(fine, upload, cancellation))
                continue;
            if (upload.Kind.IsPhoto || !photosOnly)
                fine.Add(new FineUpload(upload, file.FileName));
            else if (!errors.Has(field))
                errors.Add(field, "Stuur hier alleen foto's mee: JPEG, PNG of WebP.");
        }
        if (fine.Count > most)
        {
            fine.RemoveAll(file => file.Kept is null);
            errors.Add(field, AttachmentLimits.TooMany(most, fine.Count));
            return [];
        }
        return [.. fine.Select(file => file.Content)];
    }

    /// <summary>Whether it waited with the form already: many people choose a file anew when a form comes back.</summary>
    private static async Task<bool> IsAmong(List<FineUpload> fine, CleanUpload upload, CancellationToken cancellation)
    {
        foreach (var kept in fine.Where(file => file.Kept is not null && file.Content.Length == upload.Length))
        {
            var hash = await SHA256.HashDataAsync(kept.Content.Content, cancellation);
            var chosen = await SHA256.HashDataAsync(upload.Content, cancellation);
            if (hash.AsSpan().SequenceEqual(chosen))
                return true;
        }
        return false;
    }

    private static KeptUploads Shelf(PostedFiles files) => files.Http.RequestServices.GetRequiredService<KeptUploads>();

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
    private static async Task<CleanUpload?> Clean(IFormFile file, FileLaw law, Action<Sanitized.Refused> refuse, CancellationToken cancellation)
    {
        if (file.Length > law.MaxBytes)
        {
            refuse(law.TooBig);
            return null;
        }
        await s_desk.WaitAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Length);
        try
        {
            var bytes = buffer.AsMemory(0, (int)file.Length);
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(bytes, cancellation);
            switch (await Aside(() => law.Judge(bytes)))
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

    /// <summary>On a thread of its own: those that answer requests stay free for them.</summary>
    private static Task<T> Aside<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

/// <summary>Files that are stored, and belong to an idea as soon as a commit mentions them.</summary>
/// <param name="Settled">What that commit has to write as well.</param>
public sealed record StoredFiles(FileOwner Owner,
    IReadOnlyList<AttachmentInfo> All, IReadOnlyList<AttachmentName> Names, IReadOnlyList<Write> Settled)
{
    public static StoredFiles None(FileOwner owner) => new(owner, [], [], []);
}
