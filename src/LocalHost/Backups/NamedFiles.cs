using Smederijen.Domain.Ideas;
using Smederijen.Portal;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ideas;

namespace Smederijen.LocalHost.Backups;

/// <summary>
/// Which attachments the rows of a database name and must therefore be beside it: not those that were erased, nor those of a form on its way.
/// What cannot be read names nothing.
/// </summary>
internal static class NamedFiles
{
    public static IReadOnlySet<string> In(StoreCopy store)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var kinds = House.Kinds.Where(kind => kind.Name is not null).ToDictionary(kind => kind.Name!, StringComparer.Ordinal);
        // The history goes on naming a list of signatures after the file was erased, with the people on it or at the end of the term.
        var scans = new Dictionary<(string Partition, string Id), ScansOfIdea>();
        // One pass: no index begins with what a key begins with.
        foreach (var (partition, row) in store.Rows(""))
        {
            var key = row.Row.Split('|');
            if (!kinds.TryGetValue(key[0], out var kind))
                continue;
            names.UnionWith(Of(kind, key, row));
            if (key is ["idee", var id, .. var part] && part is [] or ["log", _])
                (scans.TryGetValue((partition, id), out var known) ? known : scans[(partition, id)] = new()).Take(row, part);
        }
        names.UnionWith(scans.Values.SelectMany(idea => idea.Kept));
        names.RemoveWhere(name => AttachmentName.Parse(name) is null);
        return names;
    }

    private static IEnumerable<string> Of(KindFacts kind, string[] key, Entity row)
    {
        var holds = kind.Holds(key);
        var files = holds == WorkJson.Default.AttachmentInfo ? [row.TryRead(WorkJson.Default.AttachmentInfo)]
            : holds == IdeaJson.Default.IdeaContent ? row.TryRead(IdeaJson.Default.IdeaContent)?.Attachments ?? []
            : (IEnumerable<AttachmentInfo?>)[];
        if (holds == SettingsJson.Default.MunicipalitySettings)
            return row.TryRead(SettingsJson.Default.MunicipalitySettings)?.Logo is { } logo ? [logo.File] : [];
        return files.OfType<AttachmentInfo>().Where(file => !file.Erased).Select(file => file.Name);
    }

    private sealed class ScansOfIdea
    {
        private readonly List<(string Line, string File)> _entered = [];
        private string _erasedAt = "";
        private bool _isForgotten;

        public IEnumerable<string> Kept =>
            _isForgotten ? [] : _entered.Where(scan => string.CompareOrdinal(scan.Line, _erasedAt) > 0).Select(scan => scan.File);

        public void Take(Entity row, string[] part)
        {
            if (part.Length == 0)
                _isForgotten = row.TryRead(IdeaJson.Default.StoredIdea)?.Item.State is IdeaState.Ended { EraseAt: null };
            else if (row.TryRead(IdeaJson.Default.LogLine)?.Event is not { } e)
                return;
            else if (e is IdeaEvent.PersonErased { Who: ErasedPerson.PaperSupporters } && string.CompareOrdinal(row.Row, _erasedAt) > 0)
                _erasedAt = row.Row;
            else if (IdeaFiles.ScanOf(e) is { } scan)
                _entered.Add((row.Row, scan));
        }
    }
}
