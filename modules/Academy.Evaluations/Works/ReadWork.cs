using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Matching;
using Academy.Evaluations.Points;
using Academy.Evaluations.Recorded;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Rung = Academy.Evaluations.Matching.Rung;

namespace Academy.Evaluations.Works;

/// <summary>What a learner sees of their own work: what it needs, what stands, what can be done now.</summary>
internal sealed class ReadWork(
    AcademyDb db, IEnrolment enrolment, ICurriculum curriculum, IGradings gradings, WaitingTimes waits, TimeProvider clock)
{
    /// <summary>Null when nobody evaluates the project, or when it is not this learner's.</summary>
    public async Task<WorkView?> FindAsync(Guid attemptId, Guid learnerId, CancellationToken ct)
    {
        if (await enrolment.FindAsync(attemptId, ct) is not { } attempt || !attempt.Has(learnerId)) return null;

        var release = await curriculum.GetAsync(attempt.ReleaseId, ct);
        var project = release.Projects[attempt.ProjectSlug];
        if (project.Evaluation is not { } plan) return null;

        var now = clock.GetUtcNow();
        var rules = curriculum.Numbers();
        var work = await db.Set<Work>().AsNoTracking().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
        var view = new WorkView(attempt, project, plan, release.Rules.PassMark, work, attempt.LearnerId == learnerId, rules);
        if (work is null)
        {
            var open = attempt.State == AttemptState.Working && attempt.EndAt(now) is null;
            return view with
            {
                Passed = open ? [.. (await gradings.FinishedAsync(attemptId, ct)).Where(g => g.Percent >= release.Rules.PassMark)] : [],
                Points = await PointsAsync(attempt.MemberIds, rules.Points, ct),
            };
        }

        return view with
        {
            Held = await db.Set<Evaluation>().AsNoTracking()
                .Where(e => e.AttemptId == attemptId && e.IsHeld && e.Kind != EvaluationKind.Calibration)
                .OrderBy(e => e.StartsAt).ToListAsync(ct),
            Recording = await db.Set<Recording>().AsNoTracking().SingleOrDefaultAsync(r => r.AttemptId == attemptId, ct),
            Usual = work.Missing > 0 ? await waits.OfAsync(work.ProjectSlug, ct) : null,
            Waited = work.WaitingSince is { } since ? now - since : TimeSpan.Zero,
            Rung = plan.RungOf(work, rules.Matching, now),
            Points = await PointsAsync(work.Members.Select(m => m.LearnerId), rules.Points, ct),
        };
    }

    /// <summary>Who was never here before has what everybody begins with.</summary>
    private async Task<int> PointsAsync(IEnumerable<Guid> members, PointRules rules, CancellationToken ct)
    {
        var names = members.Select(PointAccount.Of).ToList();
        var known = await db.Set<PointAccount>().Where(a => names.Contains(a.Name)).Select(a => a.Balance).ToListAsync(ct);
        return known.Sum() + (names.Count - known.Count) * rules.Start;
    }
}

/// <param name="Work">Null until it is handed in.</param>
/// <param name="IsCaptain">Whether the reader may hand in and book.</param>
internal sealed record WorkView(
    AttemptInfo Attempt, Project Project, EvaluationPlan Plan, int PassMark, Work? Work, bool IsCaptain, EvaluationRules Rules)
{
    /// <summary>Commits that can be handed in, the newest first.</summary>
    public IReadOnlyList<GradingInfo> Passed { get; init; } = [];

    /// <summary>Evaluations that are booked, under way or done.</summary>
    public IReadOnlyList<Evaluation> Held { get; init; } = [];

    public Recording? Recording { get; init; }

    /// <summary>Somebody has the recorded or written defence: it stays as it is.</summary>
    public bool IsRecordingTaken => Held.Any(e => !e.IsAppointment);

    public UsualWait? Usual { get; init; }

    public TimeSpan Waited { get; init; }

    /// <summary>What those who worked on it have together.</summary>
    public int Points { get; init; }

    public bool IsTeam => Attempt.MemberIds.Count > 1;

    /// <summary>Members that the team lacks to hand in; 0: it is complete, or the project takes no team.</summary>
    public int Lacks => Math.Max(0, (Project.Team?.Min ?? 0) - Attempt.MemberIds.Count);

    public int Price => Rules.Points.Cost * Plan.Peers;

    /// <summary>The evaluations lie far apart: the one that is missing is a mentor's.</summary>
    public bool NeedsMentor => Work is { Missing: > 0 } && Plan.NeedsMentor(Work);

    /// <summary>How far the ladder has widened.</summary>
    public Rung Rung { get; init; }
}
