using Academy.Contracts.Enrolment;

namespace Academy.Progress.Reactions;

internal static class Team
{
    /// <summary>Everybody whose work it is; the learner alone when the attempt is not known.</summary>
    public static async Task<IReadOnlyList<Guid>> MembersAsync(
        this IEnrolment enrolment, Guid attemptId, Guid learnerId, CancellationToken ct) =>
        await enrolment.FindAsync(attemptId, ct) is { MemberIds.Count: > 0 } attempt ? attempt.MemberIds : [learnerId];
}
