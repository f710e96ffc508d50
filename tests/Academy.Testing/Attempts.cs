using System.Security.Cryptography;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Enrolment.Attempts;
using Academy.Enrolment.Ending;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Testing;

/// <summary>Attempts without the way through registration.</summary>
public static class Attempts
{
    public static async Task<Guid> BeginAsync(
        AcademyDb db, Guid learnerId, string projectSlug, string releaseId, DateTimeOffset now,
        TimeSpan? examTime = null)
    {
        var attempt = new Attempt(learnerId, projectSlug, releaseId, now, examTime);
        db.Add(attempt);
        await db.SaveChangesAsync();
        return attempt.Id;
    }

    /// <summary>Ends what this learner has under way in a project, so that another attempt can begin.</summary>
    public static Task EndAsync(AcademyDb db, Guid learnerId, string projectSlug, DateTimeOffset now) => Until.TrueAsync(
        async () =>
        {
            var running = await db.Set<Attempt>().Include(a => a.Members)
                .Where(a => a.ProjectSlug == projectSlug && a.Members.Any(m => m.LearnerId == learnerId && m.IsCurrent))
                .ToListAsync();
            running.ForEach(a => a.End(AttemptState.GivenUp, now));
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                // A running site has just noted what came of it.
                db.ChangeTracker.Clear();
                return false;
            }
        },
        "the end of what is under way");

    /// <summary>Nobody works on it any more; evaluators are looked for elsewhere.</summary>
    public static async Task HandInAsync(AcademyDb db, Guid attemptId, DateTimeOffset now)
    {
        var attempt = await db.Set<Attempt>().SingleAsync(a => a.Id == attemptId);
        attempt.HandIn(now);
        await db.SaveChangesAsync();
    }

    /// <summary>The learner presses "give up".</summary>
    public static Task<Outcome> GiveUpAsync(TestAcademy academy, Guid attemptId, Guid learnerId) =>
        academy.RunAsync<GiveUpAttempt, Outcome>(g => g.RunAsync(attemptId, learnerId, CancellationToken.None));

    /// <summary>Somebody more in the team of an attempt.</summary>
    public static async Task JoinAsync(AcademyDb db, Guid attemptId, Guid learnerId, DateTimeOffset now)
    {
        var attempt = await db.Set<Attempt>().SingleAsync(a => a.Id == attemptId);
        db.Add(new AttemptMember(attemptId, learnerId, attempt.ProjectSlug, MemberState.Confirmed, now));
        await db.SaveChangesAsync();
    }

    /// <summary>A commit of the attempt with the grader's mark, as after a push; its object id.</summary>
    public static async Task<string> GradeAsync(AcademyDb db, Guid attemptId, int percent, DateTimeOffset now)
    {
        var attempt = await db.Set<Attempt>().SingleAsync(a => a.Id == attemptId);
        var commit = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var run = new GradingRun(attemptId, attempt.LearnerId, attempt.ProjectSlug, attempt.ReleaseId, commit, "Un essai", now, now);
        db.Add(run);
        await MarkAsync(db, run, percent, now);
        return commit;
    }

    /// <summary>A commit that really was pushed gets a mark, as soon as it is in the queue; the site must not grade by itself.</summary>
    public static async Task GradePushedAsync(AcademyDb db, Guid attemptId, string commit, int percent, DateTimeOffset now) => await MarkAsync(
        db,
        await Until.NotNullAsync(() => db.Set<GradingRun>().SingleOrDefaultAsync(r => r.AttemptId == attemptId && r.Commit == commit), "the push in the queue"),
        percent,
        now);

    private static Task MarkAsync(AcademyDb db, GradingRun run, int percent, DateTimeOffset now)
    {
        run.Finish(percent >= 80 ? Verdict.Passed : Verdict.Failed, percent, 100, null, now);
        return db.SaveChangesAsync();
    }
}
