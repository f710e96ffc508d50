using Academy.Repositories.Pushing;
using Quartz;

namespace Academy.Repositories.Jobs;

/// <summary>Every minute, on one machine at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class CatchUpJob(CatchUpPushes catchUp) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await catchUp.RunAsync(cancellationToken);

    public static void Schedule(IQuartzBuilder quartz)
    {
        var key = new JobKey("catch-up-pushes", "repositories");
        quartz.AddJob<CatchUpJob>(job => job.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("catch-up-pushes", "repositories")
            .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
    }
}
