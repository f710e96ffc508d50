using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Progress.Levels;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Validating;

/// <summary>Lets a new mark of a learner count: the best mark, XP, levels, and what others are told. The caller saves.</summary>
internal sealed class WeighMarks(AcademyDb db, ICurriculum curriculum, TimeProvider clock)
{
    private static readonly IReadOnlyList<int> NoLevels = [0];

    public Task<ProjectResult?> FindAsync(Guid learnerId, string projectSlug, CancellationToken ct) =>
        db.Set<ProjectResult>().SingleOrDefaultAsync(r => r.LearnerId == learnerId && r.ProjectSlug == projectSlug, ct);

    public async Task<ProjectResult> FindOrAddAsync(Guid learnerId, string projectSlug, CancellationToken ct)
    {
        if (await FindAsync(learnerId, projectSlug, ct) is { } result) return result;

        result = new ProjectResult(learnerId, projectSlug, clock.GetUtcNow());
        db.Add(result);
        return result;
    }

    public async Task RunAsync(ProjectResult result, Guid attemptId, DateTimeOffset at, CancellationToken ct)
    {
        // Tracked, so that a mark that is not saved yet counts as well.
        await db.Set<WorkMark>().Where(m => m.LearnerId == result.LearnerId && m.ProjectSlug == result.ProjectSlug).LoadAsync(ct);
        var evaluated = db.Set<WorkMark>().Local
            .Where(m => m.LearnerId == result.LearnerId && m.ProjectSlug == result.ProjectSlug)
            .Select(m => m.Mark);

        var (wasValidated, before) = (result.ValidatedAt is not null, result.BestPercent);
        var gained = result.Weigh(evaluated, at);
        if (gained != 0) await EarnAsync(result.LearnerId, gained, at, ct);

        var now = clock.GetUtcNow();
        if (!wasValidated && result.ValidatedAt is not null)
            db.Publish(new ProjectValidated(result.LearnerId, attemptId, result.ProjectSlug, result.BestPercent, gained, at), now);
        if (wasValidated && result.ValidatedAt is not null && result.BestPercent > before)
            db.Publish(new MarkImproved(result.LearnerId, attemptId, result.ProjectSlug, result.BestPercent, at), now);
        if (wasValidated && result.ValidatedAt is null)
            db.Publish(new ValidationLost(result.LearnerId, attemptId, result.ProjectSlug, at), now);
    }

    private async Task EarnAsync(Guid learnerId, int gained, DateTimeOffset at, CancellationToken ct)
    {
        var level = await db.Set<LearnerLevel>().FindAsync([learnerId], ct);
        if (level is null) db.Add(level = new LearnerLevel(learnerId));

        // Levels follow the newest rules, so that everybody is measured alike.
        foreach (var reached in level.Earn(gained, curriculum.Current?.Rules.Levels ?? NoLevels))
            db.Publish(new LevelReached(learnerId, reached, at), clock.GetUtcNow());
    }
}
