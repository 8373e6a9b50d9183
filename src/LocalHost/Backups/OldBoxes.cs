namespace Smederijen.LocalHost.Backups;

/// <summary>Ballot boxes in backups are to be destroyed at the decision; who makes the next backup hears of those that were forgotten.</summary>
internal static class OldBoxes
{
    /// <param name="place">Of a backup; its neighbours are looked at.</param>
    /// <param name="running">The votes that are not decided.</param>
    public static IEnumerable<string> Beside(string place, IReadOnlyList<string> running)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetDirectoryName(place)!, "*" + Backup.Boxes).Order())
        {
            if (Directory.EnumerateDirectories(folder).Select(box => Path.GetFileName(box)).Any(vote => !running.Contains(vote)))
                yield return folder;
        }
    }
}
