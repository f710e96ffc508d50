using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Progress.Pace;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Levels;

internal sealed class ProgressReader(AcademyDb db, ICurriculum curriculum, TimeProvider clock) : ILearnerProgress
{
    private static readonly IReadOnlyList<int> NoLevels = [0];

    public async Task<LevelInfo> LevelAsync(Guid learnerId, CancellationToken ct)
    {
        var reached = await db.Set<LearnerLevel>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == learnerId, ct);
        return LevelCurve.Describe(reached?.Xp ?? 0, reached?.Level ?? 0, curriculum.Current?.Rules.Levels ?? NoLevels);
    }

    public async Task<IReadOnlyDictionary<Guid, ResultInfo>> ResultsAsync(string projectSlug, CancellationToken ct) =>
        await db.Set<ProjectResult>()
            .Where(r => r.ProjectSlug == projectSlug)
            .Select(r => new ResultInfo(r.LearnerId, r.BestPercent, r.ValidatedAt != null, r.ReleaseId))
            .ToDictionaryAsync(r => r.LearnerId, ct);

    public async Task<IReadOnlyDictionary<Guid, IReadOnlySet<string>>> ValidatedAsync(
        IReadOnlyCollection<Guid> learnerIds, CancellationToken ct)
    {
        var validated = await db.Set<ProjectResult>()
            .Where(r => r.ValidatedAt != null && learnerIds.Contains(r.LearnerId))
            .Select(r => new { r.LearnerId, r.ProjectSlug })
            .ToListAsync(ct);
        return validated.GroupBy(v => v.LearnerId).ToDictionary(g => g.Key, IReadOnlySet<string> (g) => g.Select(v => v.ProjectSlug).ToHashSet());
    }

    public async Task<IReadOnlySet<Guid>> PausedAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await db.Set<Freeze>()
            .Where(f => ids.Contains(f.LearnerId) && f.From <= now && (f.Until == null || f.Until > now))
            .Select(f => f.LearnerId)
            .ToListAsync(ct)).ToHashSet();
    }
}
