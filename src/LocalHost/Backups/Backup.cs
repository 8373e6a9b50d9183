using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Staff;
using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Attachments;

namespace Smederijen.LocalHost.Backups;

/// <summary>
/// Copies the data folder while the program works in it: <c>./backup FOLDER</c>. The database first: a file is written before the commit that names
/// it, so whatever the copy names is there to be copied, unless it was erased since; then the database is copied once more. A copied mail that
/// still waits in the database is handed over under the same id, so it comes once.
/// </summary>
/// <remarks>
/// Ballot boxes lie in a folder of their own beside it, and are copied after the database: whatever that tells of a vote, the box is as far or
/// further, which is what a stop between the two leaves as well. The key file is never copied.
/// </remarks>
internal sealed class Backup
{
    public const string Command = "backup";

    /// <summary>Behind the name of a backup, that of the folder with its ballot boxes.</summary>
    public const string Boxes = ".stembussen";

    public const string Database = "smederijen.db";

    /// <summary>What was erased while it was copied asks for another copy; more often than this it was gone before.</summary>
    private const int MostRounds = 3;

    private readonly LocalOptions _options;
    private readonly string _place;

    private Backup(LocalOptions options, string place) => (_options, _place) = (options, place);

    /// <summary>What to tell the operator once the backup is there whole and was read again.</summary>
    /// <exception cref="CannotStartException">There is none, or something was missing before; the message says which.</exception>
    public static string Make(LocalOptions options, string place)
    {
        PrivateFiles.FromNowOn();
        try
        {
            return new Backup(options, Path.TrimEndingDirectorySeparator(Path.GetFullPath(place))).Make();
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException($"The backup was not made: {failure.Message} Nothing is left of it.", failure);
        }
    }

    private string Make()
    {
        CheckPlace();
        using var main = new UnfinishedFolder(_place);
        using var boxes = new UnfinishedFolder(_place + Boxes);
        var (manifest, boxed) = Copy(main.Path, boxes.Path);
        manifest.Check(main.Path, "The copy");
        manifest.Write(main.Path);
        if (boxed.Files.Count > 0)
        {
            boxed.Check(boxes.Path, "The copy");
            boxed.Write(boxes.Path);
            boxes.Finish();
        }
        else
            boxes.Dispose();
        main.Finish();
        var told = Told(manifest, boxed);
        return manifest.Missing.Count == 0 ? told : throw new CannotStartException(
            $"{told}\nBut {manifest.Missing.Count} files that the database names were not there: {string.Join(", ", manifest.Missing)}. Look for them in an earlier backup.");
    }

    private void CheckPlace()
    {
        if (!File.Exists(Path.Combine(_options.Data, Database)))
            throw new CannotStartException($"There is nothing to back up in '{_options.Data}'. Say with --data where the data folder is.");
        if (_place == _options.Data || _place.StartsWith(_options.Data + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new CannotStartException($"'{_place}' lies in the data folder. Give a folder elsewhere, best on another machine.");
        foreach (var place in (string[])[_place, _place + Boxes])
        {
            if (Path.Exists(place))
                throw new CannotStartException($"'{place}' is there already, and no backup is written over another. Give a new name.");
        }
    }

    private (Manifest Main, Manifest Boxes) Copy(string to, string boxesTo)
    {
        var attachments = new FolderCopy(Path.Combine(_options.Data, "bijlagen"), to, "bijlagen", StorableName.IsValid);
        var mails = new FolderCopy(Path.Combine(_options.Data, "uitgaand"), to, "uitgaand", IsMail);
        var held = new FolderCopy(HeldMail.FolderIn(_options.Data), to, "uitgaand", name => IsMail(name) && !mails.Has(name));
        var database = Path.Combine(to, Database);
        for (var round = 1; ; round++)
        {
            using var store = StoreCopy.Take(Path.Combine(_options.Data, Database), database);
            if (store.WhatIsWrong() is { } wrong)
                throw new CannotStartException($"The backup was not made: the database in '{_options.Data}' is damaged ({wrong}). Keep the backups that you have.");
            attachments.Follow();
            foreach (var former in Directory.EnumerateDirectories(boxesTo))
                Directory.Delete(former, recursive: true);
            var (votes, boxed) = (store.RunningVotes(), new List<CopiedFile>());
            foreach (var vote in votes)
            {
                if (CopyBox(vote, boxesTo) is { } box)
                    boxed.Add(box);
            }
            List<string> missing =
            [
                .. NamedFiles.In(store).Where(name => !attachments.Has(name)).Order(StringComparer.Ordinal).Select(name => $"bijlagen/{name}"),
                .. votes.Select(vote => $"{vote}/{Database}").Except(boxed.Select(box => box.Name)).Select(name => $"stembussen/{name}"),
            ];
            if (missing.Count > 0 && round < MostRounds)
                continue;
            var layout = store.Layout;
            store.Dispose();
            mails.Follow();
            held.Follow();
            var staff = CopiedFile.Copy(StaffFile.In(_options.Data), to, Path.GetFileName(StaffFile.In(_options.Data)));
            var copied = Synced(to, Database);
            var main = new Manifest(Manifest.Known, $"{Guid.NewGuid():n}", TimeProvider.System.GetUtcNow(), layout,
                [copied, .. staff is null ? (CopiedFile[])[] : [staff], .. attachments.Files, .. mails.Files, .. held.Files], votes, missing);
            return (main, main with { Files = boxed, Missing = [] });
        }
    }

    /// <summary>Null when it is not there: its vote was decided meanwhile, or it was lost before.</summary>
    private CopiedFile? CopyBox(string vote, string to)
    {
        var from = Path.Combine(_options.Data, "stembussen", vote, Database);
        if (!File.Exists(from))
            return null;
        try
        {
            using (var box = StoreCopy.Take(from, Path.Combine(to, vote, Database)))
            {
                if (box.WhatIsWrong() is { } wrong)
                    throw new CannotStartException($"The backup was not made: the ballot box {vote} is damaged ({wrong}). Keep the backups that you have.");
            }
            return Synced(to, $"{vote}/{Database}");
        }
        catch (StoreUnavailableException) when (!File.Exists(from))
        {
            return null;
        }
    }

    private static CopiedFile Synced(string folder, string name)
    {
        using (var file = File.OpenHandle(Path.Combine(folder, name), FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(file);
        return CopiedFile.Read(folder, name)!;
    }

    /// <summary>A link to sign in with works for minutes, and has no place in what is kept.</summary>
    private static bool IsMail(string name) => name.EndsWith(".eml", StringComparison.Ordinal) && !name.StartsWith('.') && !HeldMail.IsForNow(name);

    private string Told(Manifest manifest, Manifest boxed)
    {
        List<string> lines =
        [
            $"The backup is in '{_place}': the database, {Count("bijlagen/")} attachments, {Count("uitgaand/")} mails in the outbox; read again and in order.",
            $"The key file '{_options.Keys}' is not in it, so by itself it opens nothing that is sealed. Keep a copy of that file elsewhere, never beside a backup.",
        ];
        if (boxed.Files.Count > 0)
            lines.Add($"Votes run: {string.Join(", ", manifest.Votes)}. Their ballot boxes are in '{_place + Boxes}'. Keep that folder apart from the other, keep only the last one, and destroy it when they are decided.");
        lines.AddRange(OldBoxes.Beside(_place, manifest.Votes)
            .Select(old => $"Destroy '{old}': it holds ballot boxes of votes that were decided since."));
        lines.AddRange(UnfinishedFolder.LeftBeside(_place).Concat(UnfinishedFolder.LeftBeside(_place + Boxes)).Select(left => $"'{left}' is what a backup left that was broken off. Remove it."));
        return string.Join('\n', lines);

        int Count(string start) => manifest.Files.Count(file => file.Name.StartsWith(start, StringComparison.Ordinal));
    }
}
