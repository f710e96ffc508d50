using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Academy.Kernel.Data;

/// <summary>Sets each SQLite connection up for several writers in one process: WAL, patience, foreign keys.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // synchronous=NORMAL: with WAL a crash of the process loses nothing; only a power cut may lose the last moments.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    /// <summary>A pooled connection is opened for each query; the database's own handle below it stays as it was set up.</summary>
    private static readonly ConditionalWeakTable<sqlite3, object> Ready = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetUp((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SetUp((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static void SetUp(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle || !Ready.TryAdd(handle, Ready)) return;

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
