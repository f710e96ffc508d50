using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Progress.Validating;

/// <summary>A learner's best mark on a project, and what it earned.</summary>
internal sealed class ProjectResult : IVersioned
{
    private ProjectResult()
    {
    }

    public ProjectResult(Guid learnerId, string projectSlug, DateTimeOffset now) =>
        (Id, LearnerId, ProjectSlug) = (Guid.CreateVersion7(now), learnerId, projectSlug);

    public Guid Id { get; private set; }

    public Guid LearnerId { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    /// <summary>0 to 100.</summary>
    public int BestPercent { get; private set; }

    /// <summary>All that the project earned so far.</summary>
    public int Xp { get; private set; }

    /// <summary>The release whose XP and skills counted for the best mark.</summary>
    public string ReleaseId { get; private set; } = "";

    public DateTimeOffset? ValidatedAt { get; private set; }

    public long Version { get; set; }

    /// <summary>
    /// Records a mark and returns what it adds: nothing when it is not better, or below the pass mark. XP = the project's XP ×
    /// mark, rounded down; only an improvement earns more (docs/content.md).
    /// </summary>
    public int Record(int percent, int passMark, int projectXp, string releaseId, DateTimeOffset at)
    {
        if (percent <= BestPercent && BestPercent > 0) return 0;

        (BestPercent, ReleaseId) = (percent, releaseId);
        if (percent < passMark) return 0;

        ValidatedAt ??= at;
        var earned = Math.Max(projectXp * percent / 100 - Xp, 0);
        Xp += earned;
        return earned;
    }

    /// <summary>A decision of the staff takes the place of the mark, for better or worse; what it adds to the XP, or takes.</summary>
    public int Replace(int percent, bool isValidated, int projectXp, string releaseId, DateTimeOffset at)
    {
        (BestPercent, ReleaseId) = (percent, releaseId);
        ValidatedAt = isValidated ? ValidatedAt ?? at : null;
        var before = Xp;
        Xp = isValidated ? projectXp * percent / 100 : 0;
        return Xp - before;
    }

    public static void Map(EntityTypeBuilder<ProjectResult> entity)
    {
        entity.Property(r => r.ProjectSlug).HasMaxLength(60);
        entity.Property(r => r.ReleaseId).HasMaxLength(64);
        entity.HasIndex(r => new { r.LearnerId, r.ProjectSlug }).IsUnique();
    }
}
