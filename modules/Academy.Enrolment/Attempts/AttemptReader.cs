using System.Linq.Expressions;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Standing;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Attempts;

internal sealed class AttemptReader(AcademyDb db, ICurriculum curriculum, TimeProvider clock) : IEnrolment
{
    private static readonly Expression<Func<Attempt, AttemptInfo>> ToInfo = a => new AttemptInfo(
        a.Id,
        a.LearnerId,
        a.Members.Where(m => m.State == MemberState.Confirmed)
            .OrderByDescending(m => m.LearnerId == a.LearnerId).ThenBy(m => m.ChangedAt)
            .Select(m => m.LearnerId).ToList(),
        a.ProjectSlug, a.ReleaseId, a.State, a.StartedAt, a.ValidatedAt, a.DeadlineAt, a.EndedAt);

    public Task<AttemptInfo?> FindAsync(Guid attemptId, CancellationToken ct) =>
        db.Set<Attempt>().Where(a => a.Id == attemptId).Select(ToInfo).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, AttemptInfo>> FindAsync(IReadOnlyCollection<Guid> attemptIds, CancellationToken ct) =>
        attemptIds.Count == 0
            ? new Dictionary<Guid, AttemptInfo>()
            : await db.Set<Attempt>().Where(a => attemptIds.Contains(a.Id)).Select(ToInfo).ToDictionaryAsync(a => a.Id, ct);

    public async Task<IReadOnlyList<AttemptInfo>> ForLearnerAsync(Guid learnerId, CancellationToken ct) =>
        await db.Set<Attempt>()
            .Where(a => a.Members.Any(m => m.LearnerId == learnerId && m.State == MemberState.Confirmed))
            .OrderByDescending(a => a.StartedAt).Select(ToInfo).ToListAsync(ct);

    public async Task<IReadOnlyDictionary<string, ProjectStanding>> StandingAsync(Guid learnerId, CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return new Dictionary<string, ProjectStanding>();

        return ProjectStandings.Compute(release, await ForLearnerAsync(learnerId, ct), clock.GetUtcNow());
    }
}
