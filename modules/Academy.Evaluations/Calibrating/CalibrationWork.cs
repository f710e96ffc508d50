using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Calibrating;

/// <summary>
/// A work that was marked long ago and that the staff has marked once more, with care. Given to evaluators like any written
/// defence, it shows how strict they are; nobody's mark changes by it.
/// </summary>
internal sealed class CalibrationWork : IVersioned
{
    public const int LongestDefence = 20_000;

    private CalibrationWork()
    {
    }

    public CalibrationWork(Work work, Guid trainerId) => (AttemptId, ProjectSlug, ReleaseId, By) = (work.AttemptId, work.ProjectSlug, work.ReleaseId, trainerId);

    public Guid AttemptId { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    public string ReleaseId { get; private set; } = "";

    /// <summary>The reference.</summary>
    public string SheetJson { get; private set; } = "";

    /// <summary>Its mark, 0 to 100.</summary>
    public int Percent { get; private set; }

    /// <summary>What the learner would say of it, without a name.</summary>
    public string Defence { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>It is given to evaluators; otherwise it is kept for what it has shown.</summary>
    public bool IsActive { get; private set; }

    public long Version { get; set; }

    public Sheet Read() => Sheet.Parse(SheetJson);

    public void Mark(Sheet sheet, Rubric rubric, int percent, string defence, Guid trainerId, DateTimeOffset now) =>
        (SheetJson, Percent, Defence, By, At, IsActive) = (sheet.For(rubric).ToJson(), percent, defence, trainerId, now, true);

    public void Retire() => IsActive = false;

    public static void Map(EntityTypeBuilder<CalibrationWork> entity)
    {
        entity.HasKey(c => c.AttemptId);
        entity.Property(c => c.AttemptId).ValueGeneratedNever();
        entity.Property(c => c.ProjectSlug).HasMaxLength(60);
        entity.Property(c => c.ReleaseId).HasMaxLength(64);
        entity.Property(c => c.Defence).HasMaxLength(LongestDefence);
        entity.HasIndex(c => new { c.IsActive, c.ProjectSlug });
    }
}
