using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Levels;

internal sealed class ProgressReader(AcademyDb db, ICurriculum curriculum) : ILearnerProgress
{
    private static readonly IReadOnlyList<int> NoLevels = [0];

    public async Task<LevelInfo> LevelAsync(Guid learnerId, CancellationToken ct)
    {
        var reached = await db.Set<LearnerLevel>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == learnerId, ct);
        return LevelCurve.Describe(reached?.Xp ?? 0, reached?.Level ?? 0, curriculum.Current?.Rules.Levels ?? NoLevels);
    }
}
