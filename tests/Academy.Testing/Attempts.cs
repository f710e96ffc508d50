using System.Security.Cryptography;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Enrolment.Attempts;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
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
    public static async Task EndAsync(AcademyDb db, Guid learnerId, string projectSlug, DateTimeOffset now)
    {
        var running = await db.Set<Attempt>().Include(a => a.Members)
            .Where(a => a.ProjectSlug == projectSlug && a.Members.Any(m => m.LearnerId == learnerId && m.IsCurrent))
            .ToListAsync();
        running.ForEach(a => a.End(AttemptState.GivenUp, now));
        await db.SaveChangesAsync();
    }

    /// <summary>Somebody more in the team of an attempt.</summary>
    public static async Task JoinAsync(AcademyDb db, Guid attemptId, Guid learnerId, DateTimeOffset now)
    {
        var attempt = await db.Set<Attempt>().SingleAsync(a => a.Id == attemptId);
        db.Add(new AttemptMember(attemptId, learnerId, attempt.ProjectSlug, MemberState.Confirmed, now));
        await db.SaveChangesAsync();
    }

    /// <summary>A commit of the attempt with the grader's mark, as after a push; its object id.</summary>
    /// <param name="db">Where.</param>
    /// <param name="attemptId">Whose.</param>
    /// <param name="percent">The mark.</param>
    /// <param name="now">When.</param>
    /// <param name="commit">A commit of its repository; null: one that exists nowhere else.</param>
    public static async Task<string> GradeAsync(AcademyDb db, Guid attemptId, int percent, DateTimeOffset now, string? commit = null)
    {
        var attempt = await db.Set<Attempt>().SingleAsync(a => a.Id == attemptId);
        commit ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var run = new GradingRun(attemptId, attempt.LearnerId, attempt.ProjectSlug, attempt.ReleaseId, commit, "Un essai", now, now);
        run.Finish(percent >= 80 ? Verdict.Passed : Verdict.Failed, percent, 100, null, now);
        db.Add(run);
        await db.SaveChangesAsync();
        return commit;
    }
}
