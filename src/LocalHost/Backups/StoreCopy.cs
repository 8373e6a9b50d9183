using Microsoft.Data.Sqlite;
using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;

namespace Smederijen.LocalHost.Backups;

/// <summary>
/// A copy of a database as it was at one instant, also while the program writes on: SQLite's own backup of all pages in one read, which holds
/// up no commit. The copy is one file.
/// </summary>
internal sealed class StoreCopy : IDisposable
{
    private readonly SqliteConnection _connection;

    private StoreCopy(SqliteConnection connection) => _connection = connection;

    /// <summary>Of the rows; see <see cref="StoreUpgrade.Layout"/>.</summary>
    public int Layout => Convert.ToInt32(Ask("PRAGMA user_version").Single(), System.Globalization.CultureInfo.InvariantCulture);

    /// <exception cref="StoreUnavailableException">One of the files cannot be used; the message says which.</exception>
    public static StoreCopy Take(string from, string to) => Try(from, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Delete(to);
        var copy = Connect(to, SqliteOpenMode.ReadWriteCreate);
        try
        {
            using (var source = Connect(from, SqliteOpenMode.ReadOnly))
                source.BackupDatabase(copy);
            var taken = new StoreCopy(copy);
            // Written as a log beside it, it would be two files.
            taken.Ask("PRAGMA journal_mode = DELETE");
            return taken;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    });

    /// <summary>Opens one that lies there, to look in it.</summary>
    public static StoreCopy Open(string path) => Try(path, () => new StoreCopy(Connect(path, SqliteOpenMode.ReadOnly)));

    /// <summary>What SQLite finds wrong with it; null when it is whole.</summary>
    public string? WhatIsWrong()
    {
        try
        {
            return Ask("PRAGMA integrity_check(5)") is ["ok"] ? null : "SQLite finds it damaged";
        }
        catch (SqliteException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>The rows whose keys begin so, of all partitions.</summary>
    public IEnumerable<(string Partition, Entity Row)> Rows(string start)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT pk, rk, data FROM rows WHERE substr(rk, 1, length($start)) = $start";
        command.Parameters.AddWithValue("$start", start);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetString(0), new Entity(reader.GetString(1), reader.GetString(2), ""));
    }

    /// <summary>The votes that run, by the names of the folders of their ballot boxes.</summary>
    public IReadOnlyList<string> RunningVotes() =>
        [.. Rows("ronde|").Select(one => VoteVault.RunningVote(one.Partition, one.Row)).OfType<RoundKey>().Select(SqliteVoteStores.NameOf).Order()];

    public void Dispose() => _connection.Dispose();

    private List<string> Ask(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
            answers.Add(reader.GetString(0));
        return answers;
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static T Try<T>(string path, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(failure, path);
        }
    }
}
