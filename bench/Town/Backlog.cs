using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Smederijen.Portal.Storage;

namespace Smederijen.Bench.Town;

/// <summary>The mails that still have to be written, read from the store beside the program that writes them.</summary>
internal static class Backlog
{
    /// <summary>Waits until nothing is pending.</summary>
    /// <returns>How many were pending, and how many seconds they took.</returns>
    public static async Task<(int Pending, double Seconds)> Drain(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "smederijen.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var begin = Stopwatch.GetTimestamp();
        var first = RowCount.Of(connection, Keys.AllEffects);
        for (var left = first; left > 0; left = RowCount.Of(connection, Keys.AllEffects))
            await Task.Delay(50);
        return (first, Stopwatch.GetElapsedTime(begin).TotalSeconds);
    }
}
