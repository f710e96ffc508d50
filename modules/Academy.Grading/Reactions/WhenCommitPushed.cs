using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Repositories;
using Academy.Grading.Live;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Reactions;

/// <summary>Puts the pushed commit into the queue; it takes the place of older pushes that still wait.</summary>
internal sealed class WhenCommitPushed(
    AcademyDb db, IEnrolment enrolment, ICurriculum curriculum, GradingFeed feed, TimeProvider clock) : IReaction<CommitPushed>
{
    public async Task RunAsync(CommitPushed happened, CancellationToken ct)
    {
        if (await db.Set<GradingRun>().AnyAsync(r => r.AttemptId == happened.AttemptId && r.Commit == happened.Commit, ct)) return;

        var attempt = await enrolment.FindAsync(happened.AttemptId, ct)
            ?? throw new InvalidOperationException($"There is no attempt {happened.AttemptId}.");
        var project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];

        var now = clock.GetUtcNow();
        var waiting = await db.Set<GradingRun>()
            .Where(r => r.AttemptId == happened.AttemptId && r.State == RunState.Queued)
            .ToListAsync(ct);
        foreach (var older in waiting) older.Supersede(now);

        var run = new GradingRun(
            attempt.Id, attempt.LearnerId, attempt.ProjectSlug, attempt.ReleaseId, happened.Commit, happened.Subject, happened.At, now);
        run.Expect(project.MaxScore);
        db.Add(run);
        // A worker that takes an older push at this very moment wins; this event is then delivered again.
        await db.SaveChangesAsync(ct);

        foreach (var older in waiting) feed.Changed(older.Id);
        feed.Queued();
    }
}
