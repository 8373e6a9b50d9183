namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>
/// The exchange format of published participatory-budgeting elections: Stolicki, Szufa, Talmon, "Pabulib: A Participatory
/// Budgeting Library" (arXiv:2012.06539). Text in three sections (META, PROJECTS, VOTES), each a header and rows of fields
/// between semicolons; columns in any order.
/// </summary>
public static class PabulibFile
{
    /// <summary>
    /// Reads ticks (vote types approval and choose-1) and points (cumulative). Amounts are scaled to whole numbers of the smallest
    /// unit that the file uses. Who voted and what else is known of voters is not kept. Where the file contradicts itself, breaks
    /// a limit that it names or can be read in two ways, <see cref="Election.Remarks"/> says so.
    /// </summary>
    /// <exception cref="PabulibException">The text is no such file, or it holds another kind of ballot.</exception>
    public static Election Parse(string text)
    {
        var reader = new PabulibReader();
        // Old programs end lines with a carriage return alone.
        var rows = new PabulibRows(text.Contains('\n') ? text : text.Replace('\r', '\n'));
        while (rows.Next())
            reader.Read(ref rows);
        return reader.Election();
    }

    /// <summary>
    /// Writes an election so that anyone can count it again. Voters get running numbers in the order of the grouped ballots,
    /// so the file tells nothing of the order of voting. With <paramref name="winners"/> (ids) a column tells who won.
    /// </summary>
    public static string Write(Election election, IReadOnlyCollection<string>? winners = null) =>
        new PabulibWriter(election, winners).Write();
}
