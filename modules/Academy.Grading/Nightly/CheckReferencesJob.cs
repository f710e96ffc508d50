using Academy.Sandbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Academy.Grading.Nightly;

/// <summary>
/// Every night, on one machine. One without an engine hands it on: in a minute it may be another one's turn. What a machine did
/// not finish before it died, another does again.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class CheckReferencesJob(
    CheckReferences check, IOptions<GradingOptions> options, TimeProvider clock, ILogger<CheckReferencesJob> log) : IJob
{
    public static readonly JobKey Key = new("check-references", "grading");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Value.InProcess)
            {
                await check.RunAsync(cancellationToken);
                return;
            }
        }
        catch (SandboxUnavailableException e)
        {
            log.LogWarning("The reference solutions could not be checked here: {Reason}", e.Message);
        }

        await context.Scheduler.ScheduleJob(
            TriggerBuilder.Create().ForJob(Key).StartAt(clock.GetUtcNow().AddMinutes(1)).Build(), cancellationToken: cancellationToken);
    }

    public static void Schedule(IQuartzBuilder quartz)
    {
        quartz.AddJob<CheckReferencesJob>(job => job.WithIdentity(Key).RequestRecovery());
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity(Key.Name, Key.Group).WithCronSchedule("0 40 2 * * ?"));
    }
}
