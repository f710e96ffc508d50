using Academy.Contracts.Curriculum;
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
    IReadOnlyList<TestAnswer> Tests,
    IReadOnlyList<HiddenTestsAnswer> HiddenTests)
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
        view.Notice,
        view.Run.CpuMs,
        view.Run.PeakMemoryBytes,
        [.. view.Shown.Where(t => t.Result is not null).Select(t => TestAnswer.Of(t, texts))],
        [.. view.Hidden.Select(h => new HiddenTestsAnswer(h.When, h.Count))]);
}

/// <summary>From the push to the verdict, in seconds, as half and as nine in ten of the last gradings of the project had it.</summary>
internal sealed record WaitAnswer(double P50, double P90);

/// <summary>Tests that the reader may not see yet; their points count.</summary>
internal sealed record HiddenTestsAnswer(TestVisibility Shown, int Count);

/// <summary><c>HintInTries</c>: failed gradings that are missing until the hint is shown; null when there is none to come.</summary>
internal sealed record TestAnswer(
    string Id,
    string Name,
    TestStatus Status,
    decimal Points,
    decimal MaxPoints,
    bool IsBonus,
    string Message,
    string? Hint,
    int? HintInTries,
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
        view.Test.IsBonus,
        view.Message(texts),
        view.Hint?.ToString(),
        view.Test.Hint is not null && view.Result.Status == TestStatus.Failed && view.TriesToHint > 0 ? view.TriesToHint : null,
        view.Expected,
        view.Result.Output,
        view.Result.OutputIsCut,
        view.Result.Errors,
        view.Result.DurationMs);
}
