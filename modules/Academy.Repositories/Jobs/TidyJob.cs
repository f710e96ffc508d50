using Academy.Repositories.Hosting;
using Quartz;

namespace Academy.Repositories.Jobs;

/// <summary>Every night, on one machine at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class TidyJob(TidyRepositories tidy) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tidy.RunAsync(cancellationToken);

    public static void Schedule(IQuartzBuilder quartz)
    {
        var key = new JobKey("tidy", "repositories");
        quartz.AddJob<TidyJob>(job => job.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("tidy", "repositories").WithCronSchedule("0 40 2 * * ?"));
    }
}
