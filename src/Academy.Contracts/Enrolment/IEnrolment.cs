namespace Academy.Contracts.Enrolment;

/// <summary>Which learner works on which project.</summary>
public interface IEnrolment
{
    /// <summary>The attempt with this id, or null.</summary>
    Task<AttemptInfo?> FindAsync(Guid attemptId, CancellationToken ct);

    /// <summary>All attempts of a learner, newest first.</summary>
    Task<IReadOnlyList<AttemptInfo>> ForLearnerAsync(Guid learnerId, CancellationToken ct);

    /// <summary>Where the learner stands on each project of the current release, by slug.</summary>
    Task<IReadOnlyDictionary<string, ProjectStanding>> StandingAsync(Guid learnerId, CancellationToken ct);
}

/// <summary>One attempt of one learner at one project.</summary>
/// <param name="Id">The attempt.</param>
/// <param name="LearnerId">Whose it is.</param>
/// <param name="ProjectSlug">The project.</param>
/// <param name="ReleaseId">The release to which the attempt is pinned.</param>
/// <param name="StartedAt">When the learner registered.</param>
/// <param name="ValidatedAt">When the project was validated; null while it is not.</param>
/// <param name="DeadlineAt">An exam: pushes that arrive later are kept, but not graded; null: there is no end.</param>
public sealed record AttemptInfo(
    Guid Id, Guid LearnerId, string ProjectSlug, string ReleaseId, DateTimeOffset StartedAt, DateTimeOffset? ValidatedAt,
    DateTimeOffset? DeadlineAt);

/// <summary>Where a learner stands on a project.</summary>
/// <param name="State">See <see cref="ProjectState"/>.</param>
/// <param name="AttemptId">The newest attempt, if any.</param>
/// <param name="MissingProjects">Locked: the prerequisites that are not validated yet; empty otherwise.</param>
public sealed record ProjectStanding(ProjectState State, Guid? AttemptId, IReadOnlyList<string> MissingProjects);

/// <summary>What a learner can do with a project now.</summary>
public enum ProjectState
{
    /// <summary>Prerequisites are missing.</summary>
    Locked,

    /// <summary>May be begun.</summary>
    Open,

    /// <summary>An attempt is under way.</summary>
    InProgress,

    /// <summary>Validated.</summary>
    Done,
}

/// <summary>A learner began a project.</summary>
public sealed record AttemptStarted(
    Guid AttemptId, Guid LearnerId, string ProjectSlug, string ReleaseId, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}
