using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Academy.Kernel.Data;

/// <summary>Connects <see cref="AcademyDb"/> to the configured database.</summary>
public static class DatabaseSetup
{
    internal static IServiceCollection AddAcademyDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataOptions>().Bind(configuration.GetSection("Data")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .Validate(
                o => o.Provider != DatabaseProvider.PostgreSql || o.ConnectionString != "",
                "Database:ConnectionString must name the PostgreSQL database when Database:Provider is PostgreSql.")
            .ValidateOnStart();
        services.AddDbContext<AcademyDb>((provider, options) => Configure(
            options,
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value,
            provider.GetRequiredService<IOptions<DataOptions>>().Value));
        return services;
    }

    /// <summary>The database's own connection string: for SQLite a file in the data folder unless one is given.</summary>
    public static string ConnectionString(DatabaseOptions database, DataOptions data) =>
        database.ConnectionString != "" ? database.ConnectionString : $"Data Source={Path.Combine(data.Folder(), "academy.db")}";

    /// <summary>Points a context at a database; the migrations are in Academy.Migrations.Sqlite and .PostgreSql.</summary>
    public static void Configure(DbContextOptionsBuilder options, DatabaseOptions database, DataOptions data)
    {
        var connection = ConnectionString(database, data);
        if (database.Provider == DatabaseProvider.Sqlite)
            options.UseSqlite(connection, o => o.MigrationsAssembly("Academy.Migrations.Sqlite")).AddInterceptors(new SqlitePragmas());
        else
            options.UseNpgsql(connection, o => o.MigrationsAssembly("Academy.Migrations.PostgreSql"));
    }

    /// <summary>Brings the schema up to date.</summary>
    public static async Task PrepareAsync(AcademyDb db, CancellationToken ct)
    {
        // Migrating compares the whole model with its last snapshot first, which a start with nothing to do can spare.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct);
    }
}
