using Academy.Contracts.Enrolment;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Enrolment.Attempts;

/// <summary>The work of a learner, or of a team, on a project; pinned to the release with which it began.</summary>
internal sealed class Attempt : IVersioned
{
    private readonly List<AttemptMember> _members = [];

    private Attempt()
    {
    }

    /// <param name="captainId">The learner; who invites the others when it is a team's.</param>
    /// <param name="examTime">An exam's; it begins now.</param>
    public Attempt(Guid captainId, string projectSlug, string releaseId, DateTimeOffset now, TimeSpan? examTime = null)
    {
        (Id, LearnerId, ProjectSlug, ReleaseId, StartedAt, DeadlineAt, State) =
            (Guid.CreateVersion7(now), captainId, projectSlug, releaseId, now, now + examTime, AttemptState.Working);
        _members.Add(new AttemptMember(Id, captainId, projectSlug, MemberState.Confirmed, now));
    }

    public Guid Id { get; private set; }

    /// <summary>The captain of a team.</summary>
    public Guid LearnerId { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    public string ReleaseId { get; private set; } = "";

    public AttemptState State { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The end of an exam; null: no exam. A later release changes nothing here.</summary>
    public DateTimeOffset? DeadlineAt { get; private set; }

    public DateTimeOffset? ValidatedAt { get; private set; }

    /// <summary>When it failed or was given up.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it was handed in to be evaluated. From then on evaluations alone say how it ends.</summary>
    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>Of the marks that ended it; -1 before the first. See <see cref="Contracts.Evaluations.WorkEvaluated"/>.</summary>
    public int Revision { get; private set; } = -1;

    public IReadOnlyList<AttemptMember> Members => _members;

    public long Version { get; set; }

    /// <summary>The project is done; a later, better mark changes nothing here.</summary>
    public void Validate(DateTimeOffset at)
    {
        if (HandedInAt is null) (State, ValidatedAt, EndedAt) = (AttemptState.Validated, ValidatedAt ?? at, null);
    }

    /// <summary>The staff took the validation back. What the learner has begun since stays open.</summary>
    public void Invalidate()
    {
        if (HandedInAt is null && State == AttemptState.Validated) (State, ValidatedAt) = (AttemptState.Working, null);
    }

    public void HandIn(DateTimeOffset at)
    {
        if (State == AttemptState.Working) (State, HandedInAt) = (AttemptState.HandedIn, at);
    }

    /// <summary>
    /// The evaluators' marks end the attempt; its members may begin another one. A later revision ends it otherwise, an earlier one
    /// changes nothing.
    /// </summary>
    public void Evaluate(IReadOnlyDictionary<Guid, int> marks, int passMark, int revision, DateTimeOffset at)
    {
        if (revision <= Revision) return;

        (Revision, HandedInAt) = (revision, HandedInAt ?? at);
        foreach (var member in _members)
        {
            member.Release();
            member.Fail(marks.TryGetValue(member.LearnerId, out var mark) && mark < passMark ? at : null);
        }

        var isValidated = marks.Values.Any(mark => mark >= passMark);
        State = isValidated ? AttemptState.Validated : AttemptState.Failed;
        ValidatedAt = isValidated ? ValidatedAt ?? at : null;
        EndedAt = isValidated ? null : EndedAt ?? at;
    }

    /// <summary>Ends it below the pass mark, or because somebody gave it up; its members may begin anew.</summary>
    public void End(AttemptState state, DateTimeOffset at)
    {
        (State, EndedAt) = (state, at);
        foreach (var member in _members) member.Release();
    }

    public AttemptInfo ToInfo() => new(
        Id,
        LearnerId,
        [
            .. _members.Where(m => m.State == MemberState.Confirmed)
                .OrderBy(m => m.LearnerId != LearnerId).ThenBy(m => m.ChangedAt)
                .Select(m => m.LearnerId),
        ],
        ProjectSlug, ReleaseId, State, StartedAt, ValidatedAt, DeadlineAt, EndedAt)
    {
        HandedInAt = HandedInAt,
    };

    /// <summary>As it ended for one of its members.</summary>
    public AttemptInfo ToInfo(Guid learnerId) => _members.SingleOrDefault(m => m.LearnerId == learnerId)?.FailedAt is { } failed
        ? ToInfo() with { State = AttemptState.Failed, ValidatedAt = null, EndedAt = EndedAt ?? failed }
        : ToInfo();

    public static void Map(EntityTypeBuilder<Attempt> entity)
    {
        entity.Property(a => a.ProjectSlug).HasMaxLength(60);
        entity.Property(a => a.ReleaseId).HasMaxLength(64);
        entity.HasIndex(a => new { a.LearnerId, a.ProjectSlug });
        entity.HasMany(a => a.Members).WithOne().HasForeignKey(m => m.AttemptId);
    }
}
