using System.Collections.Concurrent;

namespace Smederijen.Portal.Work;

/// <summary>
/// The last line that this process wrote in each partition. The following line names it, of whatever item that is: so a whole item that
/// is taken out of the store, or put back as it was, is missed by a line of another. It costs no row and makes nobody wait; the last line
/// before a process ends has no witness.
/// </summary>
public sealed class Witnesses
{
    private readonly ConcurrentDictionary<string, string> last = new(StringComparer.Ordinal);

    public string? Last(string partition) => last.GetValueOrDefault(partition);

    /// <summary>The line was committed.</summary>
    /// <param name="item">The row of the item that it belongs to.</param>
    public void Saw(string partition, string item, string hash) => last[partition] = $"{item}|{hash}";

    /// <summary>The item and the hash of what a line saw; null when it is no such thing.</summary>
    public static (string Item, string Hash)? Read(string seen) =>
        seen.LastIndexOf('|') is var end and > 0 ? (seen[..end], seen[(end + 1)..]) : null;
}
