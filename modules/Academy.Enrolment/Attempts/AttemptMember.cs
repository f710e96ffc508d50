using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Enrolment.Attempts;

/// <summary>Somebody's place in an attempt.</summary>
internal sealed class AttemptMember
{
    private AttemptMember()
    {
    }

    public AttemptMember(Guid attemptId, Guid learnerId, string projectSlug, MemberState state, DateTimeOffset now) =>
        (AttemptId, LearnerId, ProjectSlug, State, ChangedAt, IsCurrent) =
            (attemptId, learnerId, projectSlug, state, now, state == MemberState.Confirmed);

    public Guid AttemptId { get; private set; }

    public Guid LearnerId { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    public MemberState State { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The learner works on the project in this attempt: the database lets nobody do so twice at a time.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>Their own mark was below the pass mark, whatever the team's was; null: it was not, or there is none yet.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    public void Fail(DateTimeOffset? at) => FailedAt = at is null ? null : FailedAt ?? at;

    public void Confirm(DateTimeOffset now) => (State, ChangedAt, IsCurrent) = (MemberState.Confirmed, now, true);

    public void Invite(DateTimeOffset now) => (State, ChangedAt, IsCurrent) = (MemberState.Invited, now, false);

    public void Leave(DateTimeOffset now) => (State, ChangedAt, IsCurrent) = (MemberState.Left, now, false);

    /// <summary>The attempt is over, and the next may begin.</summary>
    public void Release() => IsCurrent = false;

    public static void Map(EntityTypeBuilder<AttemptMember> entity)
    {
        entity.HasKey(m => new { m.AttemptId, m.LearnerId });
        entity.Property(m => m.ProjectSlug).HasMaxLength(60);
        // Two requests at once make one attempt. SQLite and PostgreSQL both read the filter as it stands.
        entity.HasIndex(m => new { m.LearnerId, m.ProjectSlug }).IsUnique().HasFilter("\"IsCurrent\"");
        entity.HasIndex(m => m.LearnerId);
    }
}

/// <summary>How somebody stands to a team.</summary>
internal enum MemberState
{
    Invited,
    Confirmed,

    /// <summary>Said no, left, or was replaced.</summary>
    Left,
}
