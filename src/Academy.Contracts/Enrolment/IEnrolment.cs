namespace Academy.Contracts.Enrolment;

/// <summary>Which learner works on which project.</summary>
public interface IEnrolment
{
    /// <summary>The attempt with this id, or null.</summary>
    Task<AttemptInfo?> FindAsync(Guid attemptId, CancellationToken ct);

    /// <summary>
    /// The attempt as it ended for this person: who took no part may fail where the team has validated. For whoever is no member
    /// it is the team's; null: there is none with this id.
    /// </summary>
    Task<AttemptInfo?> FindForAsync(Guid attemptId, Guid personId, CancellationToken ct);

    /// <summary>The attempts with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, AttemptInfo>> FindAsync(IReadOnlyCollection<Guid> attemptIds, CancellationToken ct);

    /// <summary>
    /// All attempts of a learner, alone or in a team, newest first, as they ended for this learner.
    /// </summary>
    Task<IReadOnlyList<AttemptInfo>> ForLearnerAsync(Guid learnerId, CancellationToken ct);

    /// <summary>
    /// Freezes the attempt for its evaluators, together with what the caller saves. False: it is not as it was read any more,
    /// or nobody works on it; a change at the very moment makes the caller's save fail.
    /// </summary>
    Task<bool> HandInAsync(AttemptInfo read, DateTimeOffset at, CancellationToken ct);

    /// <summary>Where the learner stands on each project of the current release, by slug.</summary>
    Task<IReadOnlyDictionary<string, ProjectStanding>> StandingAsync(Guid learnerId, CancellationToken ct);

    /// <summary>The same, for whoever has read all attempts of the learner already.</summary>
    IReadOnlyDictionary<string, ProjectStanding> StandingOf(IReadOnlyList<AttemptInfo> attempts);
}

/// <summary>One attempt of a learner, or of a team, at one project.</summary>
/// <param name="Id">The attempt.</param>
/// <param name="LearnerId">Whose it is; the captain's of a team.</param>
/// <param name="MemberIds">Everybody who works on it, the captain first; one person when there is no team.</param>
/// <param name="State">How far it is.</param>
/// <param name="ProjectSlug">The project.</param>
/// <param name="ReleaseId">The release to which the attempt is pinned.</param>
/// <param name="StartedAt">When the learner registered.</param>
/// <param name="ValidatedAt">When the project was validated; null while it is not.</param>
/// <param name="DeadlineAt">An exam: pushes that arrive later are kept, but not graded; null: there is no end.</param>
/// <param name="EndedAt">When it failed or was given up.</param>
public sealed record AttemptInfo(
    Guid Id, Guid LearnerId, IReadOnlyList<Guid> MemberIds, string ProjectSlug, string ReleaseId, AttemptState State,
    DateTimeOffset StartedAt, DateTimeOffset? ValidatedAt, DateTimeOffset? DeadlineAt, DateTimeOffset? EndedAt)
{
    /// <summary>When it was handed in to be evaluated; null: it was not.</summary>
    public DateTimeOffset? HandedInAt { get; init; }

    /// <summary>From when on pushes are kept, but not graded: handed in, over, or the exam's time run out. Null: they are graded.</summary>
    public DateTimeOffset? ClosesAt => new[] { HandedInAt, EndedAt, DeadlineAt }.Min();

    /// <summary>Whether somebody works on it.</summary>
    public bool Has(Guid personId) => MemberIds.Contains(personId);

    /// <summary>When it ended without being validated; an exam ends by itself. Null: it goes on, or is validated.</summary>
    public DateTimeOffset? EndAt(DateTimeOffset now) =>
        ValidatedAt is not null ? null : EndedAt ?? (DeadlineAt <= now ? DeadlineAt : null);
}

/// <summary>How far an attempt is.</summary>
public enum AttemptState
{
    /// <summary>A team is coming together; there is no repository yet.</summary>
    Gathering,

    /// <summary>Pushes are graded.</summary>
    Working,

    /// <summary>Handed in, and waiting for evaluations.</summary>
    HandedIn,

    /// <summary>Validated. Without evaluations, pushes still are graded.</summary>
    Validated,

    /// <summary>Ended below the pass mark; another attempt may follow.</summary>
    Failed,

    /// <summary>Given up by the learner or the captain; another attempt may follow.</summary>
    GivenUp,
}

/// <summary>Where a learner stands on a project.</summary>
/// <param name="State">See <see cref="ProjectState"/>.</param>
/// <param name="AttemptId">The newest attempt, if any.</param>
/// <param name="MissingProjects">Locked: the prerequisites that are not validated yet; empty otherwise.</param>
/// <param name="OpensAt">Waiting, or done and evaluated: from when another attempt may begin, which may have passed; null otherwise.</param>
public sealed record ProjectStanding(ProjectState State, Guid? AttemptId, IReadOnlyList<string> MissingProjects, DateTimeOffset? OpensAt)
{
    /// <summary>Whether an attempt, the first or another one, may begin.</summary>
    public bool MayBegin(DateTimeOffset now) => State == ProjectState.Open || (State == ProjectState.Done && OpensAt <= now);
}

/// <summary>What a learner can do with a project now.</summary>
public enum ProjectState
{
    /// <summary>Prerequisites are missing.</summary>
    Locked,

    /// <summary>May be begun.</summary>
    Open,

    /// <summary>The last attempt failed; another one may begin at <see cref="ProjectStanding.OpensAt"/>.</summary>
    Waiting,

    /// <summary>An attempt is under way.</summary>
    InProgress,

    /// <summary>Validated.</summary>
    Done,
}

/// <summary>A learner said yes to the invitation of a team.</summary>
/// <param name="AttemptId">The team's.</param>
/// <param name="LearnerId">Who joined.</param>
/// <param name="At">When.</param>
public sealed record TeamJoined(Guid AttemptId, Guid LearnerId, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}

/// <summary>A learner, or a team, began a project.</summary>
/// <param name="AttemptId">The attempt.</param>
/// <param name="LearnerId">Whose it is; the captain's of a team.</param>
/// <param name="ProjectSlug">The project.</param>
/// <param name="ReleaseId">The release to which it is pinned.</param>
/// <param name="At">When.</param>
public sealed record AttemptStarted(
    Guid AttemptId, Guid LearnerId, string ProjectSlug, string ReleaseId, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}
