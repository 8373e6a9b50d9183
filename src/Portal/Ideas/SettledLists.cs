namespace Smederijen.Portal.Ideas;

/// <summary>Lists of signatures as the history of an idea tells of them.</summary>
internal static class SettledLists
{
    /// <summary>
    /// The lines in which a second one of the staff counted the same as the one before, by their place in the log. Nobody's own number is
    /// logged twice in a row, so two equal ones are of two people.
    /// </summary>
    public static IReadOnlySet<int> In(IReadOnlyList<LogLine> log)
    {
        var (settled, last) = (new HashSet<int>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (i, line) in log.Index())
        {
            if (line.Event is IdeaEvent.SignatureListEntered entered)
                last[entered.Scan] = entered.Count;
            else if (line.Event is IdeaEvent.SignatureListCounted counted)
            {
                if (last.TryGetValue(counted.Scan, out var before) && before == counted.Count)
                    settled.Add(i);
                last[counted.Scan] = counted.Count;
            }
        }
        return settled;
    }
}
