using Quartz;

namespace Academy.Accounts.Jobs;

/// <summary>Every night, on one machine at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class TidyJob(TidyAccounts tidy) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tidy.RunAsync(cancellationToken);

    public static void Schedule(IQuartzBuilder quartz)
    {
        var key = new JobKey("tidy", "accounts");
        quartz.AddJob<TidyJob>(job => job.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("tidy", "accounts").WithCronSchedule("0 20 3 * * ?"));
    }
}
