using Academy.Evaluations.Absences;
using Academy.Evaluations.Appointments;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Helping;
using Academy.Evaluations.Points;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Slots;
using Quartz;

namespace Academy.Evaluations.Jobs;

/// <summary>Every minute: reminders, reveals, who never answered, who has waited long.</summary>
[DisallowConcurrentExecution]
internal sealed class KeepAppointmentsJob(
    KeepAppointments keep, ReplaceSilent replace, LapseCalibrations lapse, WidenLadder widen, MatchingSignal signal, OneByOne each) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await each.RunAsync<Func<CancellationToken, Task>>(
            [keep.RunAsync, widen.RunAsync, lapse.RunAsync, ReplaceAsync], step => step(cancellationToken), cancellationToken);

        async Task ReplaceAsync(CancellationToken ct)
        {
            if (await replace.RunAsync(ct)) signal.Wake();
        }
    }
}

/// <summary>Every minute, and soon after something changed: finds evaluators for those who asked. On one machine at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class MatchWaitingJob(MatchWaiting match, AssignRecordings assign, OneByOne each) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // Whoever can be met is met; what was recorded is for those who cannot.
        await each.RunAsync<Func<CancellationToken, Task>>(
            [match.RunAsync, assign.RunAsync], step => step(cancellationToken), cancellationToken);
    }
}

/// <summary>Every hour: the next days of weekly times.</summary>
[DisallowConcurrentExecution]
internal sealed class OpenWeeklyTimesJob(OpenWeeklyTimes open) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await open.RunAsync(cancellationToken);
}

/// <summary>On Mondays, several times in case the site was down: the gift comes once a week.</summary>
[DisallowConcurrentExecution]
internal sealed class GiveWeeklyJob(GiveWeekly give) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await give.RunAsync(cancellationToken);
}

/// <summary>Every quarter of an hour: who is stuck and waits.</summary>
[DisallowConcurrentExecution]
internal sealed class CallForHelpJob(CallForHelp call) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await call.RunAsync(cancellationToken);
}

/// <summary>Every hour: who has evaluated so much that a work of the staff is due.</summary>
[DisallowConcurrentExecution]
internal sealed class AskForCalibrationsJob(GiveCalibration give) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await give.AskAsync(cancellationToken);
}

internal static class EvaluationJobs
{
    private const string Group = "evaluations";

    public static JobKey Match { get; } = new("match-waiting", Group);

    public static JobKey Keep { get; } = new("keep-appointments", Group);

    public static void Schedule(IQuartzBuilder quartz)
    {
        Add<KeepAppointmentsJob>(quartz, Keep.Name, "0 * * * * ?");
        Add<MatchWaitingJob>(quartz, Match.Name, "30 * * * * ?");
        Add<OpenWeeklyTimesJob>(quartz, "open-weekly-times", "0 7 * * * ?");
        Add<AskForCalibrationsJob>(quartz, "ask-for-calibrations", "0 37 * * * ?");
        Add<CallForHelpJob>(quartz, "call-for-help", "0 0/15 * * * ?");
        Add<GiveWeeklyJob>(quartz, "give-weekly", "0 15 6-18 ? * MON");
    }

    private static void Add<TJob>(IQuartzBuilder quartz, string name, string cron) where TJob : IJob
    {
        var key = new JobKey(name, Group);
        quartz.AddJob<TJob>(job => job.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(name, Group).WithCronSchedule(cron));
    }
}
