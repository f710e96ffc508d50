using Academy.Kernel.Data;
using Academy.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Kernel.Jobs;

/// <summary>Quartz.NET, persistent in the academy's database; clustered over PostgreSQL.</summary>
internal static class JobsSetup
{
    public static IServiceCollection AddAcademyJobs(
        this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        var data = configuration.GetSection("Data").Get<DataOptions>() ?? new DataOptions();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.GenerateInstanceId = true);
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = 4);
            quartz.UsePersistentStore(store =>
            {
                if (database.Provider == DatabaseProvider.PostgreSql)
                {
                    store.UsePostgres(database.ConnectionString);
                    store.UseClustering();
                }
                else
                {
                    // A file of its own: Quartz holds its write lock longer than a learner's page should wait.
                    store.UseSqlite($"Data Source={Path.Combine(data.Folder(), "jobs.db")}");
                }

                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            });
            foreach (var module in modules) module.AddJobs(quartz);
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
