using System.Globalization;
using Microsoft.Data.Sqlite;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Bench.Town;

/// <summary>Counts rows in the database, beside the program that writes it.</summary>
internal static class RowCount
{
    private static readonly IReadOnlyList<string> Places = [.. SettingsFile.Embedded().Smederijen.Select(smederij => smederij.Id)];

    /// <summary>The rows of a range, over all Smederijen.</summary>
    public static int Of(SqliteConnection connection, RowRange range) => Places.Sum(place => Of(connection, place, range));

    /// <summary>The rows of a sort in the ballot box of one vote.</summary>
    public static int Of(SqliteConnection connection, BoxRow sort) => Of(connection, VoteRows.Partition, VoteRows.RangeOf(sort));

    private static int Of(SqliteConnection connection, string partition, RowRange range)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM rows WHERE pk = $partition AND rk >= $from AND rk < $before";
        command.Parameters.AddWithValue("$partition", partition);
        command.Parameters.AddWithValue("$from", range.From);
        command.Parameters.AddWithValue("$before", range.Before);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
