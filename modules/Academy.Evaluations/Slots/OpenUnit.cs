using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Slots;

/// <summary>
/// A quarter of an hour (by the rules) in which somebody is there for others. Open time is made of such units, so that times
/// merge and split by themselves; the key lets no time be open twice.
/// </summary>
internal sealed class OpenUnit : IVersioned
{
    private OpenUnit()
    {
    }

    public OpenUnit(Guid evaluatorId, DateTimeOffset startsAt, DateTimeOffset endsAt) =>
        (EvaluatorId, StartsAt, EndsAt) = (evaluatorId, startsAt, endsAt);

    public Guid EvaluatorId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The evaluation that takes it; null: still free.</summary>
    public Guid? EvaluationId { get; private set; }

    /// <summary>Of many who take it at once, or take it while it is closed, one wins.</summary>
    public long Version { get; set; }

    public void Take(Guid evaluationId) => EvaluationId = evaluationId;

    public void Free() => EvaluationId = null;

    public static void Map(EntityTypeBuilder<OpenUnit> entity)
    {
        entity.HasKey(u => new { u.EvaluatorId, u.StartsAt });
        entity.HasIndex(u => u.StartsAt);
        entity.HasIndex(u => u.EvaluationId);
    }
}
