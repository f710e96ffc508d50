using Academy.Progress.Accompanying;
using Quartz;

namespace Academy.Progress.Jobs;

/// <summary>Each hour, on one machine at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class SilenceJob(TellSilences tell) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tell.RunAsync(cancellationToken);

    public static void Schedule(IQuartzBuilder quartz)
    {
        var key = new JobKey("silence", "progress");
        quartz.AddJob<SilenceJob>(job => job.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("silence", "progress").WithCronSchedule("0 10 * * * ?"));
    }
}
