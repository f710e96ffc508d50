using Academy.Contracts.Grading;
using Academy.Grading.Alerts;
using Academy.Grading.Queue;
using Academy.Grading.Workers;
using Academy.Sandbox;

namespace Academy.Grading.Operating;

/// <summary>How grading is doing, for operators.</summary>
/// <param name="Alerts">Open ones, newest first.</param>
/// <param name="Queue">The classes, in their order.</param>
/// <param name="Workers">By name.</param>
/// <param name="Verdicts">Most frequent first.</param>
/// <param name="Hours">The last 24, oldest first.</param>
/// <param name="Slowest">Projects of the last 7 days, slowest first.</param>
/// <param name="Troubled">What failed on our side, newest first.</param>
internal sealed record GradingsOverview(
    IReadOnlyList<OperatorAlert> Alerts,
    IReadOnlyList<ClassLine> Queue,
    IReadOnlyList<WorkerLine> Workers,
    IReadOnlyList<VerdictLine> Verdicts,
    IReadOnlyList<HourLine> Hours,
    IReadOnlyList<ProjectLine> Slowest,
    IReadOnlyList<GradingRun> Troubled)
{
    public int DayTotal => Verdicts.Sum(v => v.Day);

    public int WeekTotal => Verdicts.Sum(v => v.Week);
}

/// <param name="Class">Exams, pushes, regrades.</param>
/// <param name="Waiting">In the queue.</param>
/// <param name="Oldest">Since when the oldest of them waits.</param>
/// <param name="Running">Under way.</param>
internal sealed record ClassLine(RunClass Class, int Waiting, DateTimeOffset? Oldest, int Running);

/// <param name="Worker">As it last said.</param>
/// <param name="State">See <see cref="WorkerState"/>.</param>
/// <param name="Sandboxes">By image.</param>
internal sealed record WorkerLine(Worker Worker, WorkerState State, IReadOnlyList<SandboxStatus> Sandboxes);

internal enum WorkerState
{
    Working,
    Draining,

    /// <summary>Drained, and nothing runs any more: it may be stopped.</summary>
    Drained,

    /// <summary>It lives, but its engine does not.</summary>
    Hindered,
    Stopped,

    /// <summary>Not heard of: it crashed, or its network did.</summary>
    Silent,
}

internal sealed record VerdictLine(Verdict Verdict, int Day, int Week);

/// <param name="From">Begin of the hour.</param>
/// <param name="Counts">How often each verdict was given in it; those that were not are left out.</param>
internal sealed record HourLine(DateTimeOffset From, IReadOnlyDictionary<Verdict, int> Counts)
{
    public int Total => Counts.Values.Sum();
}

/// <param name="Slug">The project.</param>
/// <param name="Count">Gradings looked at.</param>
/// <param name="Half">Half of them took no longer, without the time in the queue.</param>
/// <param name="Most">19 in 20 took no longer.</param>
internal sealed record ProjectLine(string Slug, int Count, TimeSpan Half, TimeSpan Most);
