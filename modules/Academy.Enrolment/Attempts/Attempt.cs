using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
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

    /// <summary>A team that comes together; the time of an exam runs once it starts.</summary>
    public static Attempt Gather(Guid captainId, string projectSlug, string releaseId, DateTimeOffset now) =>
        new(captainId, projectSlug, releaseId, now) { State = AttemptState.Gathering };

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

    /// <summary>How often the team changed: each change raises the version with it, so that two at once cannot fill it beyond its size.</summary>
    public int TeamChanges { get; private set; }

    public IReadOnlyList<AttemptMember> Members => _members;

    /// <summary>Who works on it; who has been there longest comes first.</summary>
    public IEnumerable<AttemptMember> Team =>
        _members.Where(m => m.State == MemberState.Confirmed).OrderBy(m => m.ChangedAt).ThenBy(m => m.LearnerId);

    /// <summary>Who has not answered yet.</summary>
    public IReadOnlyList<Guid> Invited => [.. _members.Where(m => m.State == MemberState.Invited).Select(m => m.LearnerId)];

    /// <summary>Whether the team may still change: before it hands in, or ends.</summary>
    public bool IsTeamOpen => State is AttemptState.Gathering or AttemptState.Working;

    public bool Has(Guid learnerId, MemberState state) => _members.Any(m => m.LearnerId == learnerId && m.State == state);

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

    public Outcome Invite(Guid learnerId, int most, DateTimeOffset now)
    {
        if (!IsTeamOpen) return Refusals.TeamClosed;
        if (Has(learnerId, MemberState.Confirmed) || Has(learnerId, MemberState.Invited)) return Refusals.AlreadyInvited;
        if (_members.Count(m => m.State != MemberState.Left) >= most) return Refusals.TeamFull.With(most);

        TeamChanges++;
        var member = _members.SingleOrDefault(m => m.LearnerId == learnerId);
        if (member is null) _members.Add(new AttemptMember(Id, learnerId, ProjectSlug, MemberState.Invited, now));
        else member.Invite(now);
        return Outcome.Done;
    }

    public Outcome Confirm(Guid learnerId, int most, DateTimeOffset now)
    {
        if (Has(learnerId, MemberState.Confirmed)) return Outcome.Done;
        if (_members.SingleOrDefault(m => m.LearnerId == learnerId && m.State == MemberState.Invited) is not { } member)
            return Refusals.NotInvited;
        if (!IsTeamOpen) return Refusals.TeamClosed;
        if (Team.Count() >= most) return Refusals.TeamFull.With(most);

        TeamChanges++;
        member.Confirm(now);
        return Outcome.Done;
    }

    /// <summary>Says no, leaves, or is replaced. When the captain goes, who has been there longest is captain; nobody left: null.</summary>
    public Outcome Leave(Guid learnerId, DateTimeOffset now)
    {
        if (_members.SingleOrDefault(m => m.LearnerId == learnerId && m.State != MemberState.Left) is not { } member) return Refusals.NotInTeam;
        if (!IsTeamOpen) return Refusals.TeamClosed;

        TeamChanges++;
        member.Leave(now);
        if (LearnerId == learnerId && Team.FirstOrDefault() is { } longest) LearnerId = longest.LearnerId;
        return Outcome.Done;
    }

    /// <summary>The team is complete and gets to work; its release is the newest one.</summary>
    public Outcome Start(TeamSize size, string releaseId, TimeSpan? examTime, DateTimeOffset now)
    {
        if (State != AttemptState.Gathering) return Refusals.TeamStarted;
        if (Team.Count() < size.Min) return Refusals.TeamTooSmall.With(size.Min, Team.Count());

        (State, ReleaseId, StartedAt, DeadlineAt) = (AttemptState.Working, releaseId, now, now + examTime);
        TeamChanges++;
        foreach (var invited in _members.Where(m => m.State == MemberState.Invited && Team.Count() >= size.Max)) invited.Leave(now);
        return Outcome.Done;
    }

    public Outcome GiveUp(DateTimeOffset at)
    {
        if (State == AttemptState.HandedIn) return Refusals.HandedInAlready;
        if (State != AttemptState.Working || DeadlineAt <= at) return Refusals.NothingToGiveUp;

        End(AttemptState.GivenUp, at);
        return Outcome.Done;
    }

    /// <summary>The work is frozen from now on. False: nobody works on it.</summary>
    public bool HandIn(DateTimeOffset at)
    {
        if (State != AttemptState.Working) return false;

        (State, HandedInAt) = (AttemptState.HandedIn, at);
        return true;
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
        [.. Team.OrderBy(m => m.LearnerId != LearnerId).Select(m => m.LearnerId)],
        ProjectSlug, ReleaseId, State, StartedAt, ValidatedAt, DeadlineAt, EndedAt)
    {
        HandedInAt = HandedInAt,
    };

    /// <summary>As it ended for one of its members; for anybody else, as it ended for the team.</summary>
    public AttemptInfo ToInfo(Guid learnerId) => _members.SingleOrDefault(m => m.LearnerId == learnerId)?.FailedAt is { } failed
        ? ToInfo() with { State = AttemptState.Failed, ValidatedAt = null, EndedAt = EndedAt ?? failed }
        : ToInfo();

    public static void Map(EntityTypeBuilder<Attempt> entity)
    {
        entity.Property(a => a.ProjectSlug).HasMaxLength(60);
        entity.Property(a => a.ReleaseId).HasMaxLength(64);
        entity.HasIndex(a => new { a.LearnerId, a.ProjectSlug });
        entity.Ignore(a => a.Team).Ignore(a => a.Invited);
        entity.HasMany(a => a.Members).WithOne().HasForeignKey(m => m.AttemptId);
    }
}
