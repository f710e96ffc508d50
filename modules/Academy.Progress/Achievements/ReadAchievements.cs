using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Achievements;

internal sealed class ReadAchievements(AcademyDb db, ICurriculum curriculum, CountFacts count)
{
    /// <summary>What was earned, newest first.</summary>
    /// <param name="most">How many; null: all.</param>
    public async Task<IReadOnlyList<AchievementView>> EarnedAsync(Guid learnerId, int? most, CancellationToken ct)
    {
        var rows = await db.Set<EarnedAchievement>().AsNoTracking()
            .Where(a => a.LearnerId == learnerId)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Take(most ?? int.MaxValue)
            .ToListAsync(ct);
        var views = new List<AchievementView>();
        foreach (var row in rows)
        {
            // Today's words; those of its own release when the achievement is no longer among them.
            var achievement = Find(curriculum.Current, row.AchievementId) ?? Find(await curriculum.GetAsync(row.ReleaseId, ct), row.AchievementId)!;
            views.Add(new AchievementView(achievement, row.At, achievement.Count));
        }

        return views;
    }

    /// <summary>What was earned, newest first, then what can be earned still, in the order of the content.</summary>
    public async Task<IReadOnlyList<AchievementView>> AllAsync(Guid learnerId, CancellationToken ct)
    {
        var earned = await EarnedAsync(learnerId, null, ct);
        if (curriculum.Current is not { } release) return earned;

        var ids = earned.Select(e => e.Achievement.Id).ToHashSet();
        var facts = await count.OfAsync(learnerId, release, ct);
        return
        [
            .. earned,
            .. release.Achievements.Where(a => !ids.Contains(a.Id)).Select(a => new AchievementView(a, null, Math.Min(facts[a.Fact], a.Count))),
        ];
    }

    private static Achievement? Find(Release? release, string id) => release?.Achievements.FirstOrDefault(a => a.Id == id);
}

/// <param name="Achievement">What it is.</param>
/// <param name="At">When it was earned; null: not yet.</param>
/// <param name="Reached">So many of <see cref="Achievement.Count"/>.</param>
internal sealed record AchievementView(Achievement Achievement, DateTimeOffset? At, int Reached)
{
    public string Icon => Achievement.Fact switch
    {
        AchievementFact.Projects => "check-circle",
        AchievementFact.Perfect => "star",
        AchievementFact.Retries => "refresh",
        AchievementFact.Teams => "users",
        AchievementFact.Stages => "map",
        AchievementFact.Level => "trophy",
        AchievementFact.Evaluations => "eye",
        AchievementFact.Returns => "home",
        _ => "mail",
    };
}
