using System.Globalization;
using Microsoft.Data.Sqlite;
using Smederijen.Portal.Ballots;

namespace Smederijen.Bench.Town;

/// <summary>Counts rows in the ballot box of a vote, beside the program that writes it.</summary>
internal static class RowCount
{
    public static int Of(SqliteConnection connection, BoxRow sort)
    {
        var range = VoteRows.RangeOf(sort);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM rows WHERE pk = $partition AND rk >= $from AND rk < $before";
        command.Parameters.AddWithValue("$partition", VoteRows.Partition);
        command.Parameters.AddWithValue("$from", range.From);
        command.Parameters.AddWithValue("$before", range.Before);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
