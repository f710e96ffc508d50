using System.Security.Cryptography;
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
        run.Finish(percent >= 80 ? Verdict.Passed : Verdict.Failed, percent, 100, null, now);
        db.Add(run);
        await db.SaveChangesAsync();
        return commit;
    }
}
