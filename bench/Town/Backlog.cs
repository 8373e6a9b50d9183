using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Smederijen.Portal.Settings;

namespace Smederijen.Bench.Town;

/// <summary>The mails that still have to be written, read from the store beside the program that writes them.</summary>
internal static class Backlog
{
    private static readonly IReadOnlyList<string> Places = [.. SettingsFile.Embedded().Smederijen.Select(smederij => smederij.Id)];

    /// <summary>Waits until nothing is pending.</summary>
    /// <returns>How many were pending, and how many seconds they took.</returns>
    public static async Task<(int Pending, double Seconds)> Drain(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "smederijen.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var begin = Stopwatch.GetTimestamp();
        var first = Count(connection);
        for (var left = first; left > 0; left = Count(connection))
            await Task.Delay(50);
        return (first, Stopwatch.GetElapsedTime(begin).TotalSeconds);
    }

    private static int Count(SqliteConnection connection) => Places.Sum(place =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM rows WHERE pk = $place AND rk >= 'effect|' AND rk < 'effect}'";
        command.Parameters.AddWithValue("$place", place);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    });
}
