using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Kernel.Data;
using Academy.Progress.Levels;
using Academy.Progress.Pace;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Achievements;

/// <summary>What achievements are earned with, counted from what the learner did.</summary>
internal sealed class CountFacts(AcademyDb db, IEnrolment enrolment, IEvaluations evaluations, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<AchievementFact, int>> OfAsync(Guid learnerId, Release release, CancellationToken ct)
    {
        var validated = await db.Set<ProjectResult>().AsNoTracking()
            .Where(r => r.LearnerId == learnerId && r.ValidatedAt != null)
            .ToDictionaryAsync(r => r.ProjectSlug, ct);
        var attempts = await enrolment.ForLearnerAsync(learnerId, ct);
        var pace = await db.Set<LearnerPace>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == learnerId, ct);
        var level = await db.Set<LearnerLevel>().Where(l => l.Id == learnerId).Select(l => l.Level).SingleOrDefaultAsync(ct);
        return new Dictionary<AchievementFact, int>
        {
            [AchievementFact.Projects] = validated.Count,
            [AchievementFact.Perfect] = validated.Values.Count(r => r.BestPercent == 100),
            [AchievementFact.Retries] = Slugs(attempts.Where(a => HasFailed(a, validated))),
            [AchievementFact.Teams] = Slugs(attempts.Where(a => IsTeamwork(a) && validated.ContainsKey(a.ProjectSlug))),
            [AchievementFact.Stages] = release.Tracks.Sum(t => t.Stages.Where((stage, index) => IsWhole(t, stage, index, validated)).Count()),
            [AchievementFact.Level] = level,
            [AchievementFact.Evaluations] = await evaluations.GivenAsync(learnerId, ct),
            [AchievementFact.Returns] = pace?.Returns ?? 0,
            [AchievementFact.Welcomes] = pace?.Welcomes ?? 0,
        };
    }

    private static int Slugs(IEnumerable<AttemptInfo> attempts) => attempts.Select(a => a.ProjectSlug).Distinct().Count();

    /// <summary>It had ended without success when the project was validated after all; giving up is no failure.</summary>
    private bool HasFailed(AttemptInfo attempt, Dictionary<string, ProjectResult> validated) =>
        attempt.State != AttemptState.GivenUp
        && validated.TryGetValue(attempt.ProjectSlug, out var result)
        && attempt.EndAt(clock.GetUtcNow()) <= result.ValidatedAt;

    // Whether Enrolment has heard of the validation yet is no matter.
    private static bool IsTeamwork(AttemptInfo attempt) =>
        attempt is { MemberIds.Count: > 1, State: AttemptState.Working or AttemptState.HandedIn or AttemptState.Validated };

    private static bool IsWhole(Track track, Stage stage, int index, Dictionary<string, ProjectResult> validated) =>
        stage.Projects.Count > 0 && stage.Projects.All(p => validated.ContainsKey(p.Slug)) && track.Planned.All(p => p.Stage != index);
}
