using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Works;

/// <summary>Somebody who worked on what was handed in. Who leaves the team later was still part of it.</summary>
internal sealed class WorkMember
{
    private WorkMember()
    {
    }

    public WorkMember(Guid attemptId, Guid learnerId) => (AttemptId, LearnerId) = (attemptId, learnerId);

    public Guid AttemptId { get; private set; }

    public Guid LearnerId { get; private set; }

    /// <summary>The mark, 0 to 100; null until there is one.</summary>
    public int? Percent { get; private set; }

    public void Mark(int percent) => Percent = percent;

    public static void Map(EntityTypeBuilder<WorkMember> entity)
    {
        entity.HasKey(m => new { m.AttemptId, m.LearnerId });
        entity.HasIndex(m => m.LearnerId);
    }
}
