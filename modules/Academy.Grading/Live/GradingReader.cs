using System.Security.Claims;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Grading.Workers;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Live;

/// <summary>Reads gradings for those who may.</summary>
internal sealed class GradingReader(
    AcademyDb db, ICurriculum curriculum, IEnrolment enrolment, GradingQueue queue, WaitingTimes times, WaitReasons reasons, Disclosure disclosure) : IGradings
{
    /// <summary>The grading with all its tests; null when it does not exist or is not for this reader.</summary>
    public async Task<GradingView?> FindAsync(Guid runId, ClaimsPrincipal reader, CancellationToken ct)
    {
        var run = await db.Set<GradingRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, ct);
        if (run is null || await enrolment.FindAsync(run.AttemptId, ct) is not { } attempt || !reader.MayRead(attempt)) return null;
        // A trial is for the staff.
        if (run is { RegradeId: not null, Counts: false } && !reader.Has(Role.Trainer)) return null;

        var results = await db.Set<TestResult>().AsNoTracking().Where(t => t.RunId == runId).ToDictionaryAsync(t => t.TestId, ct);
        var release = await curriculum.GetAsync(run.ReleaseId, ct);
        var project = release.Projects[run.ProjectSlug];
        return new GradingView(
            run,
            project,
            release.Rules.PassMark,
            run.State == RunState.Queued ? await queue.PositionAsync(run, ct) : null,
            run.State == RunState.Queued ? await times.OfAsync(run.ProjectSlug, run.Class, ct) : null,
            run.State == RunState.Queued ? await reasons.FindAsync(ct) : WaitReason.None,
            await disclosure.OfAsync(run, attempt, project, results, reader, ct));
    }

    /// <summary>The gradings of an attempt, newest first.</summary>
    public async Task<IReadOnlyList<GradingRun>> ForAttemptAsync(Guid attemptId, int most, CancellationToken ct) =>
        await db.Set<GradingRun>().AsNoTracking()
            .Where(r => r.AttemptId == attemptId && (r.RegradeId == null || r.Counts))
            .OrderByDescending(r => r.QueuedAt).ThenByDescending(r => r.Id)
            .Take(most)
            .ToListAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, GradingInfo>> LatestAsync(IReadOnlyCollection<Guid> attemptIds, CancellationToken ct)
    {
        if (attemptIds.Count == 0) return new Dictionary<Guid, GradingInfo>();

        var runs = await db.Set<GradingRun>().AsNoTracking()
            .Where(r => attemptIds.Contains(r.AttemptId) && r.RegradeId == null && r.State != RunState.Superseded && r.State != RunState.Late)
            .Where(r => !db.Set<GradingRun>().Any(newer =>
                newer.AttemptId == r.AttemptId && newer.RegradeId == null && newer.State != RunState.Superseded
                && newer.State != RunState.Late && newer.QueuedAt > r.QueuedAt))
            .ToListAsync(ct);
        return runs.GroupBy(r => r.AttemptId).ToDictionary(g => g.Key, g => ToInfo(g.First()));
    }

    public async Task<IReadOnlyList<GradingInfo>> FinishedAsync(Guid attemptId, CancellationToken ct) =>
    [
        .. (await ForAttemptAsync(attemptId, 50, ct))
            .Where(r => r.State == RunState.Finished && r.Verdict != Verdict.PlatformError)
            .DistinctBy(r => r.Commit)
            .Select(ToInfo),
    ];

    public async Task<IReadOnlyList<TestOutcome>> TestsAsync(Guid gradingId, CancellationToken ct)
    {
        var run = await db.Set<GradingRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == gradingId, ct);
        if (run is null) return [];

        var results = await db.Set<TestResult>().AsNoTracking()
            .Where(t => t.RunId == gradingId && t.Visibility == TestVisibility.Always)
            .ToDictionaryAsync(t => t.TestId, ct);
        var project = (await curriculum.GetAsync(run.ReleaseId, ct)).Projects[run.ProjectSlug];
        return
        [
            .. project.Grading.Tests
                .Where(t => t.Visibility == TestVisibility.Always && results.ContainsKey(t.Id))
                .Select(t => (Test: t, Result: results[t.Id]))
                .Select(t => new TestOutcome(t.Test.Name, t.Result.Status == TestStatus.Passed, t.Result.Points, t.Result.MaxPoints)),
        ];
    }

    private static GradingInfo ToInfo(GradingRun run) =>
        new(run.Id, run.AttemptId, run.Commit, run.IsOver, run.Verdict, run.Percent, run.QueuedAt);
}
