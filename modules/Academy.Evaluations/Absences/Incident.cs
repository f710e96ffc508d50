using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Absences;

/// <summary>An appointment did not go as promised, and a rule had its effect. The staff can take that back.</summary>
internal sealed class Incident : IVersioned
{
    private Incident()
    {
    }

    public Incident(IncidentKind kind, Guid evaluationId, Guid attemptId, Guid againstId, Guid? reportedBy, DateTimeOffset now) =>
        (Id, Kind, EvaluationId, AttemptId, AgainstId, ReportedBy, At) =
            (Guid.CreateVersion7(now), kind, evaluationId, attemptId, againstId, reportedBy, now);

    public Guid Id { get; private set; }

    public IncidentKind Kind { get; private set; }

    public Guid EvaluationId { get; private set; }

    public Guid AttemptId { get; private set; }

    /// <summary>Who loses a point by it.</summary>
    public Guid AgainstId { get; private set; }

    /// <summary>Who told of it; null: nobody had to.</summary>
    public Guid? ReportedBy { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public Guid? UndoneBy { get; private set; }

    public long Version { get; set; }

    public Outcome Undo(Guid staffId, DateTimeOffset now)
    {
        if (UndoneAt is not null) return Refusals.AlreadyUndone;

        (UndoneAt, UndoneBy) = (now, staffId);
        return Outcome.Done;
    }

    public static void Map(EntityTypeBuilder<Incident> entity)
    {
        // A rule has its effect once, whoever tells of it and how often a job runs.
        entity.HasIndex(i => i.EvaluationId).IsUnique();
        entity.HasIndex(i => i.At);
    }
}

internal enum IncidentKind
{
    LearnerAbsent,
    EvaluatorAbsent,
    LearnerCancelledLate,
    EvaluatorCancelledLate,
    EvaluatorSilent,
}
