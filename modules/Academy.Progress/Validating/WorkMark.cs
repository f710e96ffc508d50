using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Progress.Validating;

/// <summary>What the evaluators of one attempt gave to one member. A later revision may raise or lower exactly this mark.</summary>
internal sealed class WorkMark : IVersioned
{
    private WorkMark()
    {
    }

    public WorkMark(Guid attemptId, Guid learnerId, string projectSlug) =>
        (AttemptId, LearnerId, ProjectSlug) = (attemptId, learnerId, projectSlug);

    public Guid AttemptId { get; private set; }

    public Guid LearnerId { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    public Mark Mark { get; private set; } = Mark.None;

    /// <summary>See <see cref="Contracts.Evaluations.WorkEvaluated"/>; -1 before the first.</summary>
    public int Revision { get; private set; } = -1;

    public long Version { get; set; }

    /// <returns>False: this revision, or a later one, is known already.</returns>
    public bool Revise(Mark mark, int revision)
    {
        if (revision <= Revision) return false;

        (Mark, Revision) = (mark, revision);
        return true;
    }

    public static void Map(EntityTypeBuilder<WorkMark> entity)
    {
        entity.HasKey(m => new { m.AttemptId, m.LearnerId });
        entity.Property(m => m.ProjectSlug).HasMaxLength(60);
        entity.ComplexProperty(m => m.Mark, mark => mark.Property(m => m.ReleaseId).HasMaxLength(64));
        entity.HasIndex(m => new { m.LearnerId, m.ProjectSlug });
    }
}
