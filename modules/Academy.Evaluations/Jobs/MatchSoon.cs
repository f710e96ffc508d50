using Academy.Evaluations.Booking;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Academy.Evaluations.Jobs;

/// <summary>Lets the matcher run as soon as somebody asked or a time opened, not at the next minute. Quartz sees to it that it runs once.</summary>
internal sealed class MatchSoon(MatchingSignal signal, ISchedulerFactory schedulers, TimeProvider clock, ILogger<MatchSoon> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await signal.WaitAsync(Timeout.InfiniteTimeSpan, clock, stoppingToken);
            try
            {
                var scheduler = await schedulers.GetScheduler(stoppingToken);
                await scheduler.TriggerJob(EvaluationJobs.Match, cancellationToken: stoppingToken);
            }
            catch (SchedulerException e)
            {
                log.LogWarning(e, "The matcher could not be started at once; it runs at the next minute");
            }
        }
    }
}
