using Academy.Progress.Accompanying;
using Quartz;

namespace Academy.Progress.Jobs;

/// <summary>Each hour, on one machine at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class SilenceJob(TellSilences tell) : IJob
{
    public static readonly JobKey Key = new("silence", "progress");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await tell.RunAsync(cancellationToken);

    public static void Schedule(IQuartzBuilder quartz)
    {
        quartz.AddJob<SilenceJob>(job => job.WithIdentity(Key));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity("silence", "progress").WithCronSchedule("0 10 * * * ?"));
    }
}
