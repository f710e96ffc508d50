namespace Academy.Contracts.Progress;

/// <summary>What a learner has gained.</summary>
public interface ILearnerProgress
{
    /// <summary>XP and level; zero for somebody who has not begun.</summary>
    Task<LevelInfo> LevelAsync(Guid learnerId, CancellationToken ct);

    /// <summary>The results that count of everybody who has one on a project, by learner.</summary>
    Task<IReadOnlyDictionary<Guid, ResultInfo>> ResultsAsync(string projectSlug, CancellationToken ct);

    /// <summary>Slugs of the projects that these learners have validated; who has none is left out.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlySet<string>>> ValidatedAsync(IReadOnlyCollection<Guid> learnerIds, CancellationToken ct);

    /// <summary>Who of these people is on a pause now: nothing new is asked of them.</summary>
    Task<IReadOnlySet<Guid>> PausedAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>A learner's result on a project, as it counts.</summary>
/// <param name="LearnerId">The learner.</param>
/// <param name="Percent">The best mark, 0 to 100.</param>
/// <param name="IsValidated">Whether the project is validated.</param>
/// <param name="ReleaseId">The release whose XP and skills count.</param>
public sealed record ResultInfo(Guid LearnerId, int Percent, bool IsValidated, string ReleaseId);

/// <param name="Level">Current level.</param>
/// <param name="Xp">All XP earned.</param>
/// <param name="LevelXp">XP at which this level began.</param>
/// <param name="NextLevelXp">XP at which the next one begins; null at the highest.</param>
public sealed record LevelInfo(int Level, int Xp, int LevelXp, int? NextLevelXp)
{
    /// <summary>The way to the next level, 0 to 100.</summary>
    public int Percent => NextLevelXp is { } next ? (Xp - LevelXp) * 100 / (next - LevelXp) : 100;
}

/// <summary>A learner validated a project (told once for each project of a learner).</summary>
public sealed record ProjectValidated(
    Guid LearnerId, Guid AttemptId, string ProjectSlug, int Percent, int XpEarned, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}

/// <summary>A project that a learner had validated no longer is: a regrade, confirmed by a person, or the end of one that was undone.</summary>
public sealed record ValidationLost(Guid LearnerId, Guid AttemptId, string ProjectSlug, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}

/// <summary>The best mark of a project that a learner had validated before is a better one.</summary>
public sealed record MarkImproved(Guid LearnerId, Guid AttemptId, string ProjectSlug, int Percent, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}

/// <summary>A learner came back after a pause or a silence.</summary>
/// <param name="LearnerId">Who came back.</param>
/// <param name="WelcomedBy">The peer who welcomes; null: nobody was found.</param>
/// <param name="At">When.</param>
public sealed record LearnerReturned(Guid LearnerId, Guid? WelcomedBy, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"learner/{LearnerId}";
}

/// <summary>A learner reached a level for the first time.</summary>
public sealed record LevelReached(Guid LearnerId, int Level, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"learner/{LearnerId}";
}
