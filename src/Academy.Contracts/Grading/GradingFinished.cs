namespace Academy.Contracts.Grading;

/// <summary>How a grading ended.</summary>
public enum Verdict
{
    Passed,
    Failed,
    BuildFailed,
    TimedOut,
    OutOfMemory,
    TooManyProcesses,
    OutputTooLarge,
    DiskFull,
    InvalidReport,

    /// <summary>Never the learner's fault: retried, costs nothing, seen by an operator.</summary>
    PlatformError,

    /// <summary>judge: the learner's service never answered, so that no test could ask it anything.</summary>
    NotReady,
}

/// <summary>A submission has its verdict.</summary>
/// <param name="GradingId">The grading.</param>
/// <param name="AttemptId">Whose work it is.</param>
/// <param name="LearnerId">The learner.</param>
/// <param name="ProjectSlug">The project.</param>
/// <param name="ReleaseId">The release whose tests ran.</param>
/// <param name="Commit">What was graded.</param>
/// <param name="Verdict">See <see cref="Grading.Verdict"/>.</param>
/// <param name="Score">Points earned; with bonuses it may be more than <paramref name="MaxScore"/>.</param>
/// <param name="MaxScore">Points that could be earned.</param>
/// <param name="At">When it finished.</param>
public sealed record GradingFinished(
    Guid GradingId,
    Guid AttemptId,
    Guid LearnerId,
    string ProjectSlug,
    string ReleaseId,
    string Commit,
    Verdict Verdict,
    decimal Score,
    decimal MaxScore,
    DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";

    /// <summary>Score in percent of the maximum, at most 100 whatever the bonuses, rounded down so that nobody passes by rounding.</summary>
    public int Percent => MaxScore == 0 ? 0 : (int)Math.Min(100, Score * 100 / MaxScore);
}
