using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Repositories;
using Academy.Grading.Live;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Reactions;

/// <summary>
/// Puts the pushed commit into the queue; it takes the place of older pushes of the same attempt that still wait. What comes
/// after the end of an exam, or to work that is handed in or over, is noted, and not graded.
/// </summary>
internal sealed class WhenCommitPushed(
    AcademyDb db, IEnrolment enrolment, ICurriculum curriculum, FairTurns turns, GradingFeed feed, TimeProvider clock)
    : IReaction<CommitPushed>
{
    public async Task RunAsync(CommitPushed happened, CancellationToken ct)
    {
        if (await db.Set<GradingRun>().AnyAsync(
            r => r.AttemptId == happened.AttemptId && r.Commit == happened.Commit && r.RegradeId == null, ct)) return;

        var attempt = await enrolment.FindAsync(happened.AttemptId, ct)
            ?? throw new InvalidOperationException($"There is no attempt {happened.AttemptId}.");
        var project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];

        var now = clock.GetUtcNow();
        var run = new GradingRun(
            attempt.Id, attempt.LearnerId, attempt.ProjectSlug, attempt.ReleaseId, happened.Commit, happened.Subject, happened.At, now);
        run.Expect(project.MaxScore);
        db.Add(run);
        // Work ends with the push, not with the queue.
        var isLate = happened.At > attempt.ClosesAt;
        var older = isLate ? [] : await LineUpAsync(run, project, now, ct);
        if (isLate) run.ComeLate(now);

        // A worker that takes an older push at this very moment wins; this event is then delivered again.
        await db.SaveChangesAsync(ct);

        foreach (var superseded in older) feed.Changed(superseded.Id);
        feed.Queued();
    }

    /// <returns>The older pushes whose place it takes.</returns>
    private async Task<IReadOnlyList<GradingRun>> LineUpAsync(GradingRun run, Project project, DateTimeOffset now, CancellationToken ct)
    {
        var runClass = project.ExamTime is null ? RunClass.Normal : RunClass.Exam;
        var waiting = await db.Set<GradingRun>()
            .Where(r => r.AttemptId == run.AttemptId && r.State == RunState.Queued && r.RegradeId == null)
            .ToListAsync(ct);
        var turn = waiting.Count > 0 ? waiting.Min(r => r.Turn) : await turns.NextAsync(runClass, run.LearnerId, ct);
        foreach (var older in waiting) older.Supersede(now);
        run.Line(runClass, turn);
        return waiting;
    }
}
