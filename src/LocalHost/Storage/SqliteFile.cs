using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Smederijen.LocalHost.Storage;

/// <summary>Opens connections to the database file, each with the settings of its part in the work.</summary>
internal sealed class SqliteFile(SqliteStoreOptions options)
{
    /// <summary>Raised with every change of the tables, so that an older program refuses a newer file.</summary>
    private const int Layout = StoreUpgrade.Layout;

    /// <summary>
    /// The log grows on while it is moved; cut back to less than it needs, it would be lengthened again with every commit, and
    /// each sync would write its new length too.
    /// </summary>
    private const int RoomForLog = 4;

    /// <summary>Counting what memory it uses would take SQLite a lock of the whole process for every allocation.</summary>
    static SqliteFile()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public string Path => options.File;

    public bool KeepsNoOrder => options.KeepsNoOrder;

    /// <summary>
    /// The writer's connection. The log is synced at every commit (FULL) and moved to the database by
    /// <see cref="SqliteCheckpointer"/>; erased personal data is overwritten with zeros (secure_delete).
    /// </summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            Execute(connection, $"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA journal_size_limit = {RoomForLog * options.PagesPerCheckpoint * 4096L};
                PRAGMA cache_size = -{options.WriterCache};
                PRAGMA temp_store = MEMORY;
                PRAGMA secure_delete = ON;
                """);
            if (options.LargestPages is { } pages)
                Execute(connection, $"PRAGMA max_page_count = {pages}");
            Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenReader()
    {
        var connection = Open(SqliteOpenMode.ReadOnly);
        Execute(connection, "PRAGMA cache_size = -1024");
        return connection;
    }

    public SqliteConnection OpenCheckpointer()
    {
        var connection = Open(SqliteOpenMode.ReadWrite);
        Execute(connection, "PRAGMA synchronous = FULL; PRAGMA cache_size = -256");
        return connection;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.File,
            Mode = mode,
            Pooling = false,
        }.ToString());
        connection.Open();
        Execute(connection, $"PRAGMA busy_timeout = {(int)options.LockTimeout.TotalMilliseconds}");
        return connection;
    }

    /// <summary>
    /// Rows are appended in the order of writing, and an index holds their keys. With the rows inside the key's own tree
    /// (WITHOUT ROWID) a page has room for eight of them, and commits took two to three times as long.
    /// </summary>
    private void Prepare(SqliteConnection connection)
    {
        using var version = connection.CreateCommand();
        version.CommandText = "PRAGMA user_version";
        var found = Convert.ToInt32(version.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (found > Layout)
            throw new CannotStartException($"'{options.File}' was written by a newer version of this program. Install that version, or put back an older backup.");
        if (found == 0 && HoldsTables(connection))
            throw new CannotStartException($"'{options.File}' was written by another program. Choose another folder with --data.");
        Execute(connection, $"""
            BEGIN IMMEDIATE;
            CREATE TABLE IF NOT EXISTS rows(
                pk TEXT NOT NULL, rk TEXT NOT NULL, data TEXT, etag INTEGER NOT NULL, PRIMARY KEY(pk, rk)){(options.KeepsNoOrder ? " WITHOUT ROWID" : "")};
            CREATE TABLE IF NOT EXISTS etags(id INTEGER PRIMARY KEY CHECK (id = 1), reserved INTEGER NOT NULL);
            INSERT INTO etags VALUES(1, 0) ON CONFLICT DO NOTHING;
            PRAGMA user_version = {Layout};
            COMMIT;
            """);
    }

    private static bool HoldsTables(SqliteConnection connection)
    {
        using var tables = connection.CreateCommand();
        tables.CommandText = "SELECT EXISTS (SELECT 1 FROM sqlite_master)";
        return (long)tables.ExecuteScalar()! != 0;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
