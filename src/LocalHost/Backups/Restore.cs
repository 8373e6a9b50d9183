using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;
using Smederijen.LocalHost.Mail;
using Smederijen.LocalHost.Security;
using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost.Backups;

/// <summary>
/// Puts a backup back in an empty folder: <c>./restore FOLDER --data DIR</c>. Every file is read against the manifest before anything is written,
/// and read again where it was written. The folder gets its name at the end, with its mail held.
/// </summary>
internal sealed class Restore
{
    public const string Command = "restore";

    private readonly LocalOptions _options;
    private readonly string _backup;

    private Restore(LocalOptions options, string backup) => (_options, _backup) = (options, backup);

    /// <summary>What to tell the operator: what is there now, what is missing, and what has to be done.</summary>
    /// <exception cref="CannotStartException">Nothing was put back; the message says why.</exception>
    public static string Run(LocalOptions options, string backup)
    {
        PrivateFiles.FromNowOn();
        try
        {
            return new Restore(options, Path.TrimEndingDirectorySeparator(Path.GetFullPath(backup))).Run();
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new CannotStartException($"The backup was not put back: {failure.Message} '{options.Data}' is as it was.", failure);
        }
    }

    private string Run()
    {
        if (Path.Exists(_options.Data) && (File.Exists(_options.Data) || Directory.EnumerateFileSystemEntries(_options.Data).Any()))
            throw new CannotStartException($"'{_options.Data}' is not empty, and a backup is put back only where nothing is. Stop the program, move that folder aside, and try again; or give another with --data.");
        var manifest = Manifest.Read(_backup);
        manifest.Check(_backup, $"The backup '{_backup}'");
        var boxes = FindBoxes(manifest);
        Directory.CreateDirectory(Path.GetDirectoryName(_options.Data)!);
        using var unfinished = new UnfinishedFolder(_options.Data);
        PutBack(manifest, _backup, unfinished.Path, InDataFolder);
        if (boxes is not null)
            PutBack(boxes, _backup + Backup.Boxes, unfinished.Path, name => $"stembussen/{name}");
        HeldMail.Hold(unfinished.Path);
        string key;
        IReadOnlyList<string>? erased;
        using (var store = StoreCopy.Open(Path.Combine(unfinished.Path, Backup.Database)))
        {
            if (store.WhatIsWrong() is { } wrong)
                throw new CannotStartException($"The backup was not put back: its database is damaged ({wrong}). Take another backup.");
            key = KeyTold(store);
            erased = _options.Was is { } was ? ErasedSince.In(was, store) : null;
        }
        unfinished.Finish();
        return Told(manifest, boxes, [key, .. Erased(manifest, erased)]);
    }

    /// <summary>Mails that lay in the outbox do not come back where a gateway takes them from.</summary>
    private static string InDataFolder(string name) =>
        name.Split('/') is ["uitgaand", var mail] ? $"{Path.GetFileName(HeldMail.FolderIn(""))}/{mail}" : name;

    private static void PutBack(Manifest manifest, string from, string to, Func<string, string> place)
    {
        foreach (var file in manifest.Files)
        {
            var name = place(file.Name);
            if (CopiedFile.Copy(Path.Combine(from, file.Name), to, name) != file with { Name = name }
                || CopiedFile.Read(to, name) != file with { Name = name })
                throw new CannotStartException($"The backup was not put back: '{file.Name}' arrived as another file than it was. Check both disks.");
        }
    }

    /// <summary>Null when no vote ran, or its ballot boxes are not beside the backup.</summary>
    private Manifest? FindBoxes(Manifest manifest)
    {
        var folder = _backup + Backup.Boxes;
        if (manifest.Votes.Count == 0 || !Directory.Exists(folder))
            return null;
        var boxes = Manifest.Read(folder);
        if (boxes.Id != manifest.Id)
            throw new CannotStartException($"The ballot boxes in '{folder}' belong to another backup than '{_backup}'. Put those beside it that do, or move them away.");
        boxes.Check(folder, $"The folder with ballot boxes '{folder}'");
        return boxes;
    }

    private string KeyTold(StoreCopy store)
    {
        if (!File.Exists(_options.Keys))
            return $"The key file '{_options.Keys}' is not there. Put it back, or say with --keys where it is: without it the program does not start. Is it lost for good? Then links in mails stop working, everybody signs in anew, and account numbers and ballots of running votes are lost (docs/operations.md, The key file).";
        try
        {
            new KeyFileRing(
                new Copied([.. store.Rows("sleutel|").Select(one => XElement.Parse(one.Row.Data))]), _options.Keys, NullLogger<KeyFileRing>.Instance)
                .GetAllElements();
            return $"The key file '{_options.Keys}' opens it.";
        }
        catch (CannotStartException wrong)
        {
            return $"{wrong.Message} Until then the program does not start.";
        }
    }

    private static IEnumerable<string> Erased(Manifest manifest, IReadOnlyList<string>? erased)
    {
        yield return $"What people did after {At(manifest)} is gone: tell them. What is erased by its term goes by itself at the start.";
        yield return erased switch
        {
            null => "Who was erased on request since is in it again: erase them once more, at /medewerkers/personen, before mail goes out. Where the folder from before can still be read, restore with --was FOLDER lists where.",
            [] => "Nobody was erased on request since, by the folder from before.",
            _ => $"Erased on request since, and in it again. Erase them once more, before mail goes out:\n  {string.Join("\n  ", erased)}",
        };
    }

    private static string At(Manifest manifest) => manifest.Made.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Told(Manifest manifest, Manifest? boxes, IEnumerable<string> more)
    {
        var at = At(manifest);
        var mails = manifest.Files.Count(file => file.Name.StartsWith("uitgaand/", StringComparison.Ordinal));
        List<string> lines =
        [
            $"The backup of {at} is back, in '{_options.Data}': {manifest.Files.Count} files, each read again and in order.",
            .. more,
            $"It sends no mail until you say so. Look around first, then run: ./start --data '{_options.Data}' {HeldMail.Command}",
        ];
        if (mails > 0)
            lines.Add($"{mails} mails lay in the outbox, and wait in '{HeldMail.FolderIn(_options.Data)}'. Remove those that went out since; the others go with the rest.");
        if (manifest.Missing.Count > 0)
            lines.Add($"These files were missing already when the backup was made: {string.Join(", ", manifest.Missing)}.");
        if (boxes is not null)
            lines.Add($"Votes ran: {string.Join(", ", manifest.Votes)}. Their ballot boxes are back as they were; ballots cast after {at} are lost. Was a vote decided since? Then its result holds: take a later backup.");
        else if (manifest.Votes.Count > 0)
            lines.Add($"Votes ran: {string.Join(", ", manifest.Votes)}. Their ballot boxes are not beside the backup, as '{_backup + Backup.Boxes}', so they cannot be counted. Was a vote decided since? Then its result holds: take a later backup. Otherwise it has to be held again (docs/operations.md, Votes and back-ups).");
        return string.Join('\n', lines);
    }

    private sealed class Copied(IReadOnlyCollection<XElement> elements) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => elements;

        public void StoreElement(XElement element, string friendlyName) => throw new NotSupportedException("These keys are only read.");
    }
}
