namespace Smederijen.LocalHost.Backups;

/// <summary>Follows a folder of the program that goes on working in it: what is new is copied, what was taken away goes from the copy too.</summary>
internal sealed class FolderCopy(string from, string to, string name, Func<string, bool> isOurs)
{
    private readonly Dictionary<string, CopiedFile> _copied = new(StringComparer.Ordinal);

    public IEnumerable<CopiedFile> Files => _copied.Values.OrderBy(file => file.Name, StringComparer.Ordinal);

    public bool Has(string file) => _copied.ContainsKey(file);

    public void Follow()
    {
        var there = Directory.Exists(from)
            ? Directory.EnumerateFiles(from).Select(file => Path.GetFileName(file)).Where(isOurs).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var gone in _copied.Keys.Where(file => !there.Contains(file)).ToList())
        {
            File.Delete(Path.Combine(to, _copied[gone].Name));
            _copied.Remove(gone);
        }
        foreach (var file in there.Where(file => !_copied.ContainsKey(file)).Order(StringComparer.Ordinal))
        {
            if (CopiedFile.Copy(Path.Combine(from, file), to, $"{name}/{file}") is { } copied)
                _copied[file] = copied;
        }
    }
}
