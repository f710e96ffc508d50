using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;

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
}
