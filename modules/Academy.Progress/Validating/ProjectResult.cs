using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Progress.Validating;

/// <summary>A learner's best mark on a project over all attempts, and what it earned.</summary>
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

    /// <summary>What counts without anybody's evaluation: the grader's best mark, or the one of a regrade.</summary>
    public Mark Graded { get; private set; } = Mark.None;

    /// <summary>0 to 100.</summary>
    public int BestPercent { get; private set; }

    /// <summary>All that the project earned so far.</summary>
    public int Xp { get; private set; }

    /// <summary>The release whose XP and skills counted for the best mark.</summary>
    public string ReleaseId { get; private set; } = "";

    public DateTimeOffset? ValidatedAt { get; private set; }

    public long Version { get; set; }

    /// <summary>The grader's mark: only an improvement counts, and it takes no XP away.</summary>
    public void Grade(Mark mark)
    {
        if (Graded.ReleaseId == "" || mark.IsBetterThan(Graded)) Graded = mark with { Xp = Math.Max(mark.Xp, Graded.Xp) };
    }

    /// <summary>A decision of the staff takes the place of the grader's mark, for better or worse.</summary>
    public void Regrade(Mark mark) => Graded = mark;

    /// <summary>The best of all marks counts. Returns what that adds to the XP; less than nothing when a mark fell.</summary>
    /// <param name="evaluated">What evaluators gave, one mark an attempt.</param>
    public int Weigh(IEnumerable<Mark> evaluated, DateTimeOffset at)
    {
        Mark[] marks = [Graded, .. evaluated];
        var best = marks.Aggregate((one, other) => other.IsBetterThan(one) || one.ReleaseId == "" ? other : one);
        (BestPercent, ReleaseId) = (best.Percent, best.ReleaseId);
        ValidatedAt = best.Passes ? ValidatedAt ?? at : null;

        var before = Xp;
        Xp = marks.Max(m => m.Xp);
        return Xp - before;
    }

    public static void Map(EntityTypeBuilder<ProjectResult> entity)
    {
        entity.Property(r => r.ProjectSlug).HasMaxLength(60);
        entity.Property(r => r.ReleaseId).HasMaxLength(64);
        entity.ComplexProperty(r => r.Graded, mark => mark.Property(m => m.ReleaseId).HasMaxLength(64));
        entity.HasIndex(r => new { r.LearnerId, r.ProjectSlug }).IsUnique();
    }
}
