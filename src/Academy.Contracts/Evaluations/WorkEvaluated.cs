using Academy.Contracts.Curriculum;

namespace Academy.Contracts.Evaluations;

/// <summary>A learner, or the captain for a team, handed in a commit to be evaluated. From now on the work is frozen.</summary>
/// <param name="AttemptId">Whose work it is.</param>
/// <param name="ProjectSlug">The project.</param>
/// <param name="Commit">What is evaluated, full object id.</param>
/// <param name="GraderPercent">The grader's score of this commit.</param>
/// <param name="At">When.</param>
public sealed record WorkHandedIn(Guid AttemptId, string ProjectSlug, string Commit, int GraderPercent, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}

/// <summary>One evaluation is complete; others of the same work may follow.</summary>
/// <param name="EvaluationId">The evaluation.</param>
/// <param name="AttemptId">The work.</param>
/// <param name="EvaluatorId">Who evaluated.</param>
/// <param name="ProjectSlug">The project.</param>
/// <param name="Percent">Its mark, 0 to 100.</param>
/// <param name="Flag">What was said of the whole.</param>
/// <param name="At">When it was handed in.</param>
public sealed record EvaluationCompleted(
    Guid EvaluationId, Guid AttemptId, Guid EvaluatorId, string ProjectSlug, int Percent, EvaluationFlag Flag, DateTimeOffset At) : IEvent
{
    /// <summary>Both sides were there at the same time; nobody was evaluated by a recording or a text alone.</summary>
    public bool IsLive { get; init; }

    /// <summary>The work was a calibration: nobody but the evaluator and the staff may learn of it.</summary>
    public bool IsCalibration { get; init; }

    public string Aggregate => $"attempt/{AttemptId}";
}

/// <summary>A learner is stuck, and asked the mentors.</summary>
public sealed record HelpAsked(Guid LearnerId, Guid AttemptId, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}

/// <summary>
/// All evaluations that a work needs are there: each member of the team has a mark. Told again, with a higher
/// <paramref name="Revision"/>, when an appeal, a case or a correction of the staff changes a mark; only then may a mark fall.
/// </summary>
/// <param name="AttemptId">The work.</param>
/// <param name="ProjectSlug">The project.</param>
/// <param name="ReleaseId">The release whose rules, XP and skills count.</param>
/// <param name="Marks">Percent of each member, 0 to 100.</param>
/// <param name="Revision">0 at first; each change is one more.</param>
/// <param name="At">When.</param>
public sealed record WorkEvaluated(
    Guid AttemptId, string ProjectSlug, string ReleaseId, IReadOnlyDictionary<Guid, int> Marks, int Revision, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}
