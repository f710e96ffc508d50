using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Progress.Achievements;

/// <summary>What a learner has earned, once and for good.</summary>
internal sealed class EarnedAchievement
{
    private EarnedAchievement()
    {
    }

    public EarnedAchievement(Guid learnerId, string achievementId, string releaseId, DateTimeOffset now) =>
        (Id, LearnerId, AchievementId, ReleaseId, At) = (Guid.CreateVersion7(now), learnerId, achievementId, releaseId, now);

    public Guid Id { get; private set; }

    public Guid LearnerId { get; private set; }

    public string AchievementId { get; private set; } = "";

    /// <summary>Has its words, also when newer ones no longer do.</summary>
    public string ReleaseId { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static void Map(EntityTypeBuilder<EarnedAchievement> entity)
    {
        entity.Property(a => a.AchievementId).HasMaxLength(60);
        entity.Property(a => a.ReleaseId).HasMaxLength(64);
        // However often an event is delivered, and however many arrive at once.
        entity.HasIndex(a => new { a.LearnerId, a.AchievementId }).IsUnique();
    }
}
