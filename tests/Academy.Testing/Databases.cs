using Academy.Kernel.Data;
using Npgsql;
using Xunit;

namespace Academy.Testing;

/// <summary>A fresh, empty database for a test, on the engine that the test names.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string? _postgresName;

    private TestDatabase(DatabaseOptions options, string folder, string? postgresName) =>
        (Options, _folder, _postgresName) = (options, folder, postgresName);

    public DatabaseOptions Options { get; }

    /// <summary>Set by <c>./academy test</c>; without it the tests on PostgreSQL fail and say so.</summary>
    private static string PostgresServer => Environment.GetEnvironmentVariable("ACADEMY_TEST_POSTGRES")
        ?? throw new InvalidOperationException("ACADEMY_TEST_POSTGRES is not set: run the tests with ./academy test, which starts PostgreSQL.");

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("academy-test-").FullName;
        if (provider == DatabaseProvider.Sqlite)
            return new TestDatabase(new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder, "academy.db")}" }, folder, null);

        var name = $"academy_{Path.GetFileName(folder).Replace('-', '_').ToLowerInvariant()}";
        await ExecuteAsync($"""CREATE DATABASE "{name}" """);
        var connection = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 20 };
        return new TestDatabase(
            new DatabaseOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = connection.ConnectionString }, folder, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgresName is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync($"""DROP DATABASE "{_postgresName}" WITH (FORCE)""");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>For <c>[ClassData]</c>: a test of the data layer runs on both databases.</summary>
public sealed class BothDatabases : TheoryData<DatabaseProvider>
{
    public BothDatabases()
    {
        Add(DatabaseProvider.Sqlite);
        Add(DatabaseProvider.PostgreSql);
    }
}
