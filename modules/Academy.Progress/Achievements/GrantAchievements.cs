using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Progress.Pace;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Achievements;

/// <summary>Gives a learner what they have earned in the meantime, and tells them. Whatever happened, it counts the facts: running twice adds nothing.</summary>
internal sealed class GrantAchievements(AcademyDb db, ICurriculum curriculum, CountFacts count, TimeProvider clock)
{
    public async Task RunAsync(Guid learnerId, CancellationToken ct)
    {
        if (curriculum.Current is not { Achievements.Count: > 0 } release) return;
        // Mentors evaluate, too; but only learners have a pace, and achievements.
        if (!await db.Set<LearnerPace>().AnyAsync(p => p.Id == learnerId, ct)) return;

        var earned = await db.Set<EarnedAchievement>().Where(a => a.LearnerId == learnerId).Select(a => a.AchievementId).ToListAsync(ct);
        var open = release.Achievements.Where(a => !earned.Contains(a.Id)).ToList();
        if (open.Count == 0) return;

        var (facts, now) = (await count.OfAsync(learnerId, release, ct), clock.GetUtcNow());
        foreach (var achievement in open.Where(a => facts[a.Fact] >= a.Count))
        {
            db.Add(new EarnedAchievement(learnerId, achievement.Id, release.Id, now));
            db.Publish(
                new NoticeDue(
                    learnerId, NoticeKind.Progress, "New achievement: {0}", "{1} Done!",
                    [NoticeArg.Of(achievement.Title), NoticeArg.Of(achievement.Text)], "/achievements", $"achievement/{achievement.Id}", now),
                now);
        }

        // Two events at once: one of both is refused by the unique index, and delivered again.
        await db.SaveChangesAsync(ct);
    }
}
