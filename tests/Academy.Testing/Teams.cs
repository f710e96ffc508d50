using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;

namespace Academy.Testing;

/// <summary>Teams that are complete, without the way through invitations.</summary>
public static class Teams
{
    /// <param name="members">The captain first.</param>
    public static async Task<Guid> BeginAsync(
        AcademyDb db, string projectSlug, string releaseId, DateTimeOffset now, params IReadOnlyList<Guid> members)
    {
        var attempt = new Attempt(members[0], projectSlug, releaseId, now);
        db.Add(attempt);
        foreach (var member in members.Skip(1))
            db.Add(new AttemptMember(attempt.Id, member, projectSlug, MemberState.Confirmed, now));
        await db.SaveChangesAsync();
        return attempt.Id;
    }
}
