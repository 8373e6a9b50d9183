namespace Smederijen.Portal.Storage;

/// <summary>
/// A row does not hold what its key says: it is damaged, or a newer release wrote it. Its message names the row and nothing of
/// what is in it. What needs the row waits until it is mended; lists leave it out.
/// </summary>
public sealed class UnreadableRowException(string row, Exception? inner = null) : Exception($"Row '{Shown(row)}' cannot be read.", inner)
{
    public string Row => row;

    /// <summary>The key as it may stand in a log: of colleagues only that it is one, for an account can be a mail address.</summary>
    public static string Shown(string row) => row.StartsWith("team|", StringComparison.Ordinal) ? "team|…" : row;
}
