namespace Smederijen.Portal.Work;

/// <summary>
/// The chain of layout 2, for the upgrades: <c>{"event":…,"phase":…,"hash":…}</c> with a plain hash over both and the hash of the line
/// before, which whoever can write in the store can make anew.
/// </summary>
internal static class UnkeyedLog
{
    public static LogEntry Line(string head, string phase, string happened)
    {
        var hash = HashOf(head, phase, happened);
        return new LogEntry($$"""{"event":{{happened}},"phase":"{{phase}}","hash":"{{hash}}"}""", hash);
    }

    /// <param name="happened">The event, as it stands in the line.</param>
    public static string HashOf(string head, string phase, string happened) =>
        Digest.Hex($"{head}\n{phase}\n{happened}");
}
