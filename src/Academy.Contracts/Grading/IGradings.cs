namespace Academy.Contracts.Grading;

/// <summary>Verdicts, for other modules' pages.</summary>
public interface IGradings
{
    /// <summary>The newest grading of each of these attempts that has one.</summary>
    Task<IReadOnlyDictionary<Guid, GradingInfo>> LatestAsync(IReadOnlyCollection<Guid> attemptIds, CancellationToken ct);

    /// <summary>The finished gradings of an attempt that count, newest first, at most 50; of a commit, the newest.</summary>
    Task<IReadOnlyList<GradingInfo>> FinishedAsync(Guid attemptId, CancellationToken ct);

    /// <summary>How the tests of a grading came out, without those that are hidden from learners; empty when there is no such grading.</summary>
    Task<IReadOnlyList<TestOutcome>> TestsAsync(Guid gradingId, CancellationToken ct);
}

/// <param name="Name">What the learner reads.</param>
/// <param name="IsPassed">All its points were earned.</param>
/// <param name="Points">Earned.</param>
/// <param name="MaxPoints">That could be earned.</param>
public sealed record TestOutcome(Text Name, bool IsPassed, decimal Points, decimal MaxPoints);

/// <summary>The state of one grading.</summary>
/// <param name="Id">The grading.</param>
/// <param name="AttemptId">The attempt.</param>
/// <param name="Commit">What is graded.</param>
/// <param name="IsFinished">False while it is queued or running.</param>
/// <param name="Verdict">Null while it is not finished.</param>
/// <param name="Percent">Score in percent, rounded down; 0 while it is not finished.</param>
/// <param name="QueuedAt">When the push arrived.</param>
public sealed record GradingInfo(
    Guid Id, Guid AttemptId, string Commit, bool IsFinished, Verdict? Verdict, int Percent, DateTimeOffset QueuedAt);
