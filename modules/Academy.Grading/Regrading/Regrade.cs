using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Grading.Regrading;

/// <summary>
/// Results of a project, graded again: first a trial that changes nothing, then, when somebody decides so, applied; and undone
/// when it was a mistake.
/// </summary>
internal sealed class Regrade : IVersioned
{
    private Regrade()
    {
    }

    public Regrade(string projectSlug, string? onlyReleaseId, string? withReleaseId, int leftOut, Guid askedBy, DateTimeOffset now) =>
        (Id, ProjectSlug, OnlyReleaseId, WithReleaseId, LeftOut, AskedBy, AskedAt) =
            (Guid.CreateVersion7(now), projectSlug, onlyReleaseId, withReleaseId, leftOut, askedBy, now);

    public Guid Id { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    /// <summary>Only attempts that began with this release; null: all.</summary>
    public string? OnlyReleaseId { get; private set; }

    /// <summary>The release whose tests are run; null: each attempt's own.</summary>
    public string? WithReleaseId { get; private set; }

    /// <summary>Works that people have evaluated: their mark is not the grader's alone.</summary>
    public int LeftOut { get; private set; }

    public Guid AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public RegradeState State { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? AppliedAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public long Version { get; set; }

    public Outcome Apply(Guid person, DateTimeOffset now)
    {
        if (State is not (RegradeState.Trial or RegradeState.Stopped)) return Refusals.RegradeDecided;

        (State, DecidedBy, AppliedAt) = (RegradeState.Applied, person, now);
        return Outcome.Done;
    }

    /// <summary>No more is graded. What was may still be decided on.</summary>
    public Outcome Stop(Guid person)
    {
        if (State == RegradeState.Stopped) return Refusals.NothingToStop;
        if (State != RegradeState.Trial) return Refusals.RegradeDecided;

        (State, DecidedBy) = (RegradeState.Stopped, person);
        return Outcome.Done;
    }

    public Outcome Undo(Guid person, DateTimeOffset now)
    {
        if (State != RegradeState.Applied) return Refusals.RegradeNotApplied;

        (State, DecidedBy, UndoneAt) = (RegradeState.Undone, person, now);
        return Outcome.Done;
    }

    public static void Map(EntityTypeBuilder<Regrade> entity)
    {
        entity.Property(r => r.ProjectSlug).HasMaxLength(60);
        entity.Property(r => r.OnlyReleaseId).HasMaxLength(64);
        entity.Property(r => r.WithReleaseId).HasMaxLength(64);
        entity.HasIndex(r => r.AskedAt);
    }
}

internal enum RegradeState
{
    /// <summary>Graded, or being graded, with no effect on anybody.</summary>
    Trial,

    Applied,

    Undone,

    /// <summary>A trial that was ended before everything was graded: still with no effect on anybody.</summary>
    Stopped,
}
