using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rung = Academy.Evaluations.Matching.Rung;

namespace Academy.Evaluations.Works;

/// <summary>What was handed in to be evaluated by people: one frozen commit of an attempt.</summary>
internal sealed class Work : IVersioned
{
    private readonly List<WorkMember> _members = [];

    private Work()
    {
    }

    public Work(AttemptInfo attempt, GradingInfo grading, int needed, DateTimeOffset now)
    {
        (AttemptId, CaptainId, ProjectSlug, ReleaseId) = (attempt.Id, attempt.LearnerId, attempt.ProjectSlug, attempt.ReleaseId);
        (Commit, GraderPercent, Needed, HandedInAt, WaitingSince) = (grading.Commit, grading.Percent, needed, now, now);
        _members.AddRange(attempt.MemberIds.Select(id => new WorkMember(AttemptId, id)));
    }

    public Guid AttemptId { get; private set; }

    /// <summary>The learner, or the captain of the team: who books. What it costs is shared by all members.</summary>
    public Guid CaptainId { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    public string ReleaseId { get; private set; } = "";

    /// <summary>Full object id: what is evaluated, whatever is pushed later.</summary>
    public string Commit { get; private set; } = "";

    public int GraderPercent { get; private set; }

    public DateTimeOffset HandedInAt { get; private set; }

    public WorkState State { get; private set; }

    /// <summary>Evaluations that the mark needs; one more when a mentor has to decide between two.</summary>
    public int Needed { get; private set; }

    /// <summary>Evaluations that are booked, under way or done.</summary>
    public int Held { get; private set; }

    /// <summary>Raised each time the marks change after they were told.</summary>
    public int Revision { get; private set; }

    /// <summary>Since when an evaluator is missing; null while none is.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>The academy looks for an evaluator at any time that suits, so that nobody has to watch the list.</summary>
    public bool IsSearching { get; private set; }

    /// <summary>Somebody else let this learner down: found an evaluator before everybody else.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>How far the ladder has widened for this wait.</summary>
    public Rung Rung { get; private set; }

    /// <summary>Everybody who worked on it when it was handed in.</summary>
    public IReadOnlyList<WorkMember> Members => _members;

    public long Version { get; set; }

    /// <summary>Evaluations that nobody is booked for yet.</summary>
    public int Missing => State == WorkState.Waiting ? Math.Max(0, Needed - Held) : 0;

    public bool Has(Guid personId) => _members.Any(m => m.LearnerId == personId);

    /// <summary>An evaluator is there for one of the evaluations. Two requests at once cannot take the same place: see <see cref="Version"/>.</summary>
    public Outcome Hold()
    {
        if (Missing == 0) return Refusals.NothingMissing;

        Held++;
        IsFirst = false;
        if (Missing == 0) (IsSearching, WaitingSince, Rung) = (false, null, Rung.Peer);
        return Outcome.Done;
    }

    /// <summary>An evaluation fell through. The wait goes on from <paramref name="since"/>.</summary>
    public void LetGo(DateTimeOffset since, bool first)
    {
        Held--;
        WaitingSince = WaitingSince < since ? WaitingSince : since;
        IsFirst |= first;
        IsSearching |= first;
    }

    /// <summary>One more evaluation is needed than the rubric asks for.</summary>
    public void NeedAnother(DateTimeOffset now)
    {
        Needed++;
        WaitingSince ??= now;
        // Not asked for by the learner, so they need not look for it either.
        IsSearching = true;
    }

    /// <summary>A trainer has to decide first. A mark that was told stands meanwhile.</summary>
    public void WaitForCase()
    {
        if (State == WorkState.Waiting) State = WorkState.Case;
    }

    /// <summary>Nothing of the case was found: it goes on as before.</summary>
    public void EndCase()
    {
        if (State == WorkState.Case) State = WorkState.Waiting;
    }

    /// <summary>There are marks; a second time, others.</summary>
    public void Decide(IReadOnlyDictionary<Guid, int> marks)
    {
        if (_members.Any(m => m.Percent is not null)) Revision++;
        foreach (var member in _members.Where(m => marks.ContainsKey(m.LearnerId))) member.Mark(marks[member.LearnerId]);
        (State, WaitingSince, IsSearching) = (WorkState.Decided, null, false);
    }

    public void Search(bool isSearching) => IsSearching = isSearching;

    public void Climb(Rung rung) => Rung = rung;

    public static void Map(EntityTypeBuilder<Work> entity)
    {
        entity.HasKey(w => w.AttemptId);
        entity.Property(w => w.AttemptId).ValueGeneratedNever();
        entity.Property(w => w.ProjectSlug).HasMaxLength(60);
        entity.Property(w => w.ReleaseId).HasMaxLength(64);
        entity.Property(w => w.Commit).HasMaxLength(64);
        entity.Ignore(w => w.Missing);
        entity.HasMany(w => w.Members).WithOne().HasForeignKey(m => m.AttemptId);
        entity.HasIndex(w => new { w.State, w.WaitingSince });
    }
}
