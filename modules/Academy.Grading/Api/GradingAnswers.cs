using Academy.Contracts.Grading;
using Academy.Grading.Live;
using Academy.Grading.Queue;
using Academy.Grading.Workers;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Api;

/// <summary>One line of the list of an attempt's gradings.</summary>
internal sealed record GradingSummary(
    Guid Id, RunState State, Verdict? Verdict, decimal Score, decimal MaxScore, string Commit, DateTimeOffset QueuedAt, DateTimeOffset? FinishedAt)
{
    public static GradingSummary Of(GradingRun run) =>
        new(run.Id, run.State, run.Verdict, run.Score, run.MaxScore, run.Commit, run.QueuedAt, run.FinishedAt);
}

/// <summary>A whole grading. Times are UTC; durations are milliseconds, memory is bytes.</summary>
internal sealed record GradingAnswer(
    Guid Id,
    Guid AttemptId,
    RunState State,
    RunPhase Phase,
    int? QueuePosition,
    WaitAnswer? ExpectedWait,
    string? WaitsBecause,
    Verdict? Verdict,
    decimal Score,
    decimal MaxScore,
    string Commit,
    DateTimeOffset QueuedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    string? Notice,
    long? CpuMs,
    long? PeakMemoryBytes,
    IReadOnlyList<TestAnswer> Tests)
{
    public static GradingAnswer Of(GradingView view, IStringLocalizer texts) => new(
        view.Run.Id,
        view.Run.AttemptId,
        view.Run.State,
        view.Run.Phase,
        view.Position,
        view.Expected is { } wait ? new WaitAnswer(wait.Half.TotalSeconds, wait.MostOfThem.TotalSeconds) : null,
        WaitReasons.Say(view.Problem, texts),
        view.Run.Verdict,
        view.Run.Score,
        view.Run.MaxScore,
        view.Run.Commit,
        view.Run.QueuedAt,
        view.Run.StartedAt,
        view.Run.FinishedAt,
        view.Run.Notice,
        view.Run.CpuMs,
        view.Run.PeakMemoryBytes,
        [.. view.Tests.Where(t => t.Result is not null).Select(t => TestAnswer.Of(t, texts))]);
}

/// <summary>From the push to the verdict, in seconds, as half and as nine in ten of the last gradings of the project had it.</summary>
internal sealed record WaitAnswer(double P50, double P90);

internal sealed record TestAnswer(
    string Id,
    string Name,
    TestStatus Status,
    decimal Points,
    decimal MaxPoints,
    string Message,
    string? Hint,
    string? Expected,
    string? Output,
    bool OutputIsCut,
    string? Errors,
    int DurationMs)
{
    public static TestAnswer Of(TestView view, IStringLocalizer texts) => new(
        view.Test.Id,
        view.Test.Name.ToString(),
        view.Result!.Status,
        view.Result.Points,
        view.Result.MaxPoints,
        view.Message(texts),
        view.Result.Status == TestStatus.Passed ? null : view.Test.Hint?.ToString(),
        view.Expected,
        view.Result.Output,
        view.Result.OutputIsCut,
        view.Result.Errors,
        view.Result.DurationMs);
}
