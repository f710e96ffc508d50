using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Deciding;

/// <summary>A mark was given or changed: by what, by whom and why. Never changed, never deleted.</summary>
internal sealed class MarkChange
{
    public const int LongestReason = 4000;

    private MarkChange()
    {
    }

    public MarkChange(Guid attemptId, Guid learnerId, int revision, int? from, int to, MarkCause cause, DateTimeOffset now) =>
        (Id, AttemptId, LearnerId, Revision, FromPercent, ToPercent, Cause, By, Reason, At) =
            (Guid.CreateVersion7(now), attemptId, learnerId, revision, from, to, cause.Kind, cause.By, cause.Reason, now);

    public Guid Id { get; private set; }

    public Guid AttemptId { get; private set; }

    public Guid LearnerId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>Null: there was none before.</summary>
    public int? FromPercent { get; private set; }

    public int ToPercent { get; private set; }

    public MarkCauseKind Cause { get; private set; }

    /// <summary>Who decided it; null: the rules alone.</summary>
    public Guid? By { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static void Map(EntityTypeBuilder<MarkChange> entity)
    {
        entity.Property(c => c.Reason).HasMaxLength(LongestReason);
        entity.HasIndex(c => new { c.AttemptId, c.At });
        entity.HasIndex(c => c.At);
    }
}

/// <summary>Why a mark is what it is.</summary>
internal enum MarkCauseKind
{
    /// <summary>All evaluations were there.</summary>
    Evaluations,

    /// <summary>A trainer decided a case.</summary>
    Case,

    /// <summary>Somebody else judged an appeal.</summary>
    Appeal,
}

/// <param name="Kind">What brought it about.</param>
/// <param name="By">Who decided it; null: the rules alone.</param>
/// <param name="Reason">In their words.</param>
internal sealed record MarkCause(MarkCauseKind Kind, Guid? By = null, string? Reason = null);
