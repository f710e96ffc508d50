using Academy.Kernel.Data;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Academy.Web.Startup;

/// <summary>Gives <c>dotnet ef</c> the model; <c>./academy migration</c> calls it for both databases.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<AcademyDb>
{
    public AcademyDb CreateDbContext(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (database.Provider == DatabaseProvider.PostgreSql) database.ConnectionString = "Host=unused";
        var options = new DbContextOptionsBuilder<AcademyDb>();
        DatabaseSetup.Configure(options, database, new DataOptions { Directory = Path.GetTempPath() });
        return new AcademyDb(options.Options, new AcademyModules(Modules.All()), new ReactionMap([]), new OutboxSignal());
    }
}
