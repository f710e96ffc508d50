using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Progress.Levels;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Reactions;

/// <summary>
/// Puts another result in the place of the one that counted. Running twice does nothing: the result is then no longer the one
/// that the change began from; nor does it when the learner has done better in the meantime. A level is never taken back.
/// </summary>
internal sealed class WhenResultChanged(AcademyDb db, ICurriculum curriculum, TimeProvider clock) : IReaction<ResultChanged>
{
    public async Task RunAsync(ResultChanged happened, CancellationToken ct)
    {
        var result = await db.Set<ProjectResult>()
            .SingleOrDefaultAsync(r => r.LearnerId == happened.LearnerId && r.ProjectSlug == happened.ProjectSlug, ct);
        if (result is null || new ResultState(result.BestPercent, result.ValidatedAt is not null, result.ReleaseId) != happened.From) return;

        var release = await curriculum.GetAsync(happened.To.ReleaseId, ct);
        var (percent, isValidated, releaseId) = happened.To;
        var gained = result.Replace(percent, isValidated, release.Projects[happened.ProjectSlug].Xp, releaseId, happened.At);
        if (gained != 0) await ChangeXpAsync(happened, gained, release.Rules, ct);

        var now = clock.GetUtcNow();
        if (isValidated && !happened.From.IsValidated)
            db.Publish(new ProjectValidated(happened.LearnerId, happened.AttemptId, happened.ProjectSlug, percent, gained, happened.At), now);
        if (!isValidated && happened.From.IsValidated)
            db.Publish(new ValidationLost(happened.LearnerId, happened.AttemptId, happened.ProjectSlug, happened.At), now);
        await db.SaveChangesAsync(ct);
    }

    private async Task ChangeXpAsync(ResultChanged happened, int gained, Rules rules, CancellationToken ct)
    {
        var level = await db.Set<LearnerLevel>().SingleOrDefaultAsync(l => l.Id == happened.LearnerId, ct);
        if (level is null) db.Add(level = new LearnerLevel(happened.LearnerId));
        foreach (var reached in level.Earn(gained, (curriculum.Current?.Rules ?? rules).Levels))
            db.Publish(new LevelReached(happened.LearnerId, reached, happened.At), clock.GetUtcNow());
    }
}
