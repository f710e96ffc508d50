using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Grading.Regrading;

/// <summary>One learner's result in a regrade: what counted when it began. What came of it is in the run.</summary>
internal sealed class RegradeItem
{
    private RegradeItem()
    {
    }

    public RegradeItem(Guid regradeId, GradingRun run, ResultState old)
    {
        (RegradeId, RunId, AttemptId, LearnerId) = (regradeId, run.Id, run.AttemptId, run.LearnerId);
        (OldPercent, OldIsValidated, OldReleaseId) = (old.Percent, old.IsValidated, old.ReleaseId);
    }

    public Guid RegradeId { get; private set; }

    public Guid RunId { get; private set; }

    public Guid AttemptId { get; private set; }

    public Guid LearnerId { get; private set; }

    public int OldPercent { get; private set; }

    public bool OldIsValidated { get; private set; }

    public string OldReleaseId { get; private set; } = "";

    /// <summary>The new result counts, or did until the regrade was undone.</summary>
    public bool IsApplied { get; private set; }

    public ResultState Old => new(OldPercent, OldIsValidated, OldReleaseId);

    public void Apply() => IsApplied = true;

    public static void Map(EntityTypeBuilder<RegradeItem> entity)
    {
        entity.HasKey(i => new { i.RegradeId, i.RunId });
        entity.HasOne<Regrade>().WithMany().HasForeignKey(i => i.RegradeId).OnDelete(DeleteBehavior.Cascade);
        entity.Property(i => i.OldReleaseId).HasMaxLength(64);
        entity.Ignore(i => i.Old);
    }
}
