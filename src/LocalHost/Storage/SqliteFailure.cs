using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Smederijen.LocalHost.Storage;

/// <summary>Says in the operator's words what is wrong with the database file, and what to do about it.</summary>
internal static class SqliteFailure
{
    public static StoreUnavailableException Explain(SqliteException failure, string file) =>
        new($"{Advice(failure, file)} (SQLite code {failure.SqliteExtendedErrorCode})", failure);

    /// <summary>Throws unless the code says that the call went well.</summary>
    public static void ThrowUnlessOk(int code, sqlite3 database)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(code, database);
    }

    private static string Advice(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"There is no room left for '{file}'. Free some space on its disk; work goes on by itself after that.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program keeps '{file}' locked. Close it; work goes on by itself after that.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"'{file}' is damaged. Stop this program and put back the last backup of the data folder.",
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            $"'{file}' cannot be opened for writing. Give the user that runs this program write access to the file and its folder.",
        raw.SQLITE_IOERR => $"The disk fails to read or write '{file}'. Check the disk and the log of the operating system.",
        _ => $"The database '{file}' failed: {failure.Message}",
    };
}
