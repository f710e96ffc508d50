using Quartz;

namespace Academy.Notifications.Jobs;

/// <summary>Every night, on one machine at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class TidyJob(TidyNotices tidy) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tidy.RunAsync(cancellationToken);

    public static void Schedule(IQuartzBuilder quartz)
    {
        var key = new JobKey("tidy", "notifications");
        quartz.AddJob<TidyJob>(job => job.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("tidy", "notifications").WithCronSchedule("0 35 3 * * ?"));
    }
}
