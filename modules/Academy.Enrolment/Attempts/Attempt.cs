using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Enrolment.Attempts;

/// <summary>A learner's work on a project, pinned to the release with which it began.</summary>
internal sealed class Attempt : IVersioned
{
    private Attempt()
    {
    }

    /// <param name="examTime">An exam's; it begins now.</param>
    public Attempt(Guid learnerId, string projectSlug, string releaseId, DateTimeOffset now, TimeSpan? examTime = null) =>
        (Id, LearnerId, ProjectSlug, ReleaseId, StartedAt, DeadlineAt) =
            (Guid.CreateVersion7(now), learnerId, projectSlug, releaseId, now, now + examTime);

    public Guid Id { get; private set; }

    public Guid LearnerId { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    public string ReleaseId { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The end of an exam; null: no exam. A later release changes nothing here.</summary>
    public DateTimeOffset? DeadlineAt { get; private set; }

    public DateTimeOffset? ValidatedAt { get; private set; }

    public long Version { get; set; }

    /// <summary>The project is done; a later, better mark changes nothing here.</summary>
    public void Validate(DateTimeOffset at) => ValidatedAt ??= at;

    /// <summary>The staff took the validation back. What the learner has begun since stays open.</summary>
    public void Invalidate() => ValidatedAt = null;

    public static void Map(EntityTypeBuilder<Attempt> entity)
    {
        entity.Property(a => a.ProjectSlug).HasMaxLength(60);
        entity.Property(a => a.ReleaseId).HasMaxLength(64);
        // Two requests at once make one attempt.
        entity.HasIndex(a => new { a.LearnerId, a.ProjectSlug }).IsUnique();
    }
}
