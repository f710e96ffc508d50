using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Progress.Levels;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Reactions;

/// <summary>Turns a mark into a validated project, XP and levels. Running twice adds nothing: the second mark is no better.</summary>
internal sealed class WhenGradingFinished(AcademyDb db, ICurriculum curriculum, TimeProvider clock) : IReaction<GradingFinished>
{
    public async Task RunAsync(GradingFinished happened, CancellationToken ct)
    {
        if (happened.Verdict == Verdict.PlatformError) return;

        var release = await curriculum.GetAsync(happened.ReleaseId, ct);
        var project = release.Projects[happened.ProjectSlug];
        var result = await FindOrAddResultAsync(happened, ct);
        var wasValidated = result.ValidatedAt is not null;
        var earned = result.Record(happened.Percent, release.Rules.PassMark, project.Xp, release.Id, happened.At);

        if (earned > 0) await EarnAsync(happened, earned, release.Rules, ct);
        if (!wasValidated && result.ValidatedAt is not null)
        {
            db.Publish(
                new ProjectValidated(happened.LearnerId, happened.AttemptId, happened.ProjectSlug, happened.Percent, earned, happened.At),
                clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<ProjectResult> FindOrAddResultAsync(GradingFinished happened, CancellationToken ct)
    {
        var result = await db.Set<ProjectResult>()
            .SingleOrDefaultAsync(r => r.LearnerId == happened.LearnerId && r.ProjectSlug == happened.ProjectSlug, ct);
        if (result is not null) return result;

        result = new ProjectResult(happened.LearnerId, happened.ProjectSlug, clock.GetUtcNow());
        db.Add(result);
        return result;
    }

    private async Task EarnAsync(GradingFinished happened, int earned, Rules rules, CancellationToken ct)
    {
        var level = await db.Set<LearnerLevel>().SingleOrDefaultAsync(l => l.Id == happened.LearnerId, ct);
        if (level is null) db.Add(level = new LearnerLevel(happened.LearnerId));

        // Levels follow the newest rules, so that everybody is measured alike.
        foreach (var reached in level.Earn(earned, (curriculum.Current?.Rules ?? rules).Levels))
            db.Publish(new LevelReached(happened.LearnerId, reached, happened.At), clock.GetUtcNow());
    }
}
