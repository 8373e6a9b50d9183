using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost.Backups;

/// <summary>
/// A folder that gets its name when all of it is there and on disk. Until then it lies beside its place as <c>NAME.unfinished-…</c>; who is
/// killed meanwhile leaves that, and it may be removed.
/// </summary>
internal sealed class UnfinishedFolder : IDisposable
{
    private readonly string _place;
    private bool _finished;

    /// <param name="place">Where nothing is, or an empty folder.</param>
    public UnfinishedFolder(string place)
    {
        (_place, Path) = (place, $"{place}.unfinished-{Guid.NewGuid():n}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>What killed ones left beside a place.</summary>
    public static IReadOnlyList<string> LeftBeside(string place) =>
        System.IO.Path.GetDirectoryName(place) is { } around && Directory.Exists(around)
            ? [.. Directory.EnumerateDirectories(around, $"{System.IO.Path.GetFileName(place)}.unfinished-*").Order()]
            : [];

    public void Finish()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path, "*", SearchOption.AllDirectories))
            DurableFile.SyncFolder(folder);
        DurableFile.SyncFolder(Path);
        // The one that was empty makes room; one that is not empty any more stays, and nothing happens.
        if (Directory.Exists(_place))
            Directory.Delete(_place);
        Directory.Move(Path, _place);
        _finished = true;
        DurableFile.SyncFolder(System.IO.Path.GetDirectoryName(_place)!);
    }

    public void Dispose()
    {
        if (!_finished && Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
