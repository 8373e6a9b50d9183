using Microsoft.Win32.SafeHandles;
using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost.Mail;

/// <summary>
/// The folder of outgoing mail: one <c>.eml</c> file per mail, there whole or not at all. The newest of them are remembered in
/// order, so that the mailbox page reads only what it shows.
/// </summary>
public sealed class OutboxFolder(string path)
{
    /// <summary>How far back the mailbox pages look.</summary>
    public const int Remembered = 2000;

    private const string Unfinished = ".unfinished-";

    private readonly Lock _gate = new();

    /// <summary>By time, newest last; null until somebody looks.</summary>
    private SortedSet<(DateTime At, string Id)>? _newest;

    /// <summary>Makes the folder, and removes what a crash left half written.</summary>
    /// <exception cref="CannotStartException">The folder cannot be made or written.</exception>
    public void Prepare()
    {
        try
        {
            Directory.CreateDirectory(path);
            foreach (var file in Directory.EnumerateFiles(path, Unfinished + "*"))
                File.Delete(file);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException(FolderFailure.Advice(failure, path), failure);
        }
    }

    /// <summary>Whether a mail can be laid there.</summary>
    public bool CanWrite() => DurableFile.CanWrite(path);

    /// <summary>
    /// Returns once the mail is on disk under its name. The name is given before the sync: the journals of ext4, XFS and Btrfs
    /// take the renaming of a file along when that file is synced, so one sync is enough. A mail that a power failure left
    /// empty was not acknowledged; its effect is still pending and writes it again.
    /// </summary>
    public void Put(string id, ReadOnlySpan<byte> message, DateTimeOffset at)
    {
        if (!IsId(id))
            throw new ArgumentException($"A mail cannot have the id '{id}': only small letters, digits, hyphens and underscores.");
        var temporary = Path.Combine(path, Unfinished + Guid.NewGuid().ToString("N"));
        try
        {
            using SafeFileHandle file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
            RandomAccess.Write(file, message, 0);
            File.SetLastWriteTimeUtc(file, at.UtcDateTime);
            File.Move(temporary, FileOf(id), overwrite: true);
            RandomAccess.FlushToDisk(file);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        Remember(id, at.UtcDateTime);
    }

    /// <summary>The ids of the newest mails, newest first, at most <see cref="Remembered"/>.</summary>
    public IReadOnlyList<string> Newest()
    {
        lock (_gate)
        {
            if (_newest is null)
            {
                _newest = [];
                foreach (var file in new DirectoryInfo(path).EnumerateFiles("*.eml"))
                    Add(Path.GetFileNameWithoutExtension(file.Name), file.LastWriteTimeUtc);
            }
            return [.. _newest.Reverse().Select(mail => mail.Id).Distinct()];
        }
    }

    /// <summary>Null when there is no such mail (any more).</summary>
    public StoredMail? Read(string id)
    {
        try
        {
            if (!IsId(id))
                return null;
            using var file = File.OpenRead(FileOf(id));
            return EmlReader.Read(id, file);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What an item of the work list can be called, and short enough for the name of a file.</summary>
    private static bool IsId(string id) =>
        id.Length is > 0 and <= 200 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');

    private string FileOf(string id) => Path.Combine(path, id + ".eml");

    private void Remember(string id, DateTime at)
    {
        lock (_gate)
        {
            if (_newest is not null)
                Add(id, at);
        }
    }

    private void Add(string id, DateTime at)
    {
        _newest!.Add((at, id));
        if (_newest.Count > Remembered)
            _newest.Remove(_newest.Min);
    }
}
