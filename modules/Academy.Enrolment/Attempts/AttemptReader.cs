using System.Linq.Expressions;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Standing;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Attempts;

internal sealed class AttemptReader(AcademyDb db, ICurriculum curriculum) : IEnrolment
{
    private static readonly Expression<Func<Attempt, AttemptInfo>> ToInfo = a =>
        new AttemptInfo(a.Id, a.LearnerId, a.ProjectSlug, a.ReleaseId, a.StartedAt, a.ValidatedAt, a.DeadlineAt);

    public Task<AttemptInfo?> FindAsync(Guid attemptId, CancellationToken ct) =>
        db.Set<Attempt>().Where(a => a.Id == attemptId).Select(ToInfo).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<AttemptInfo>> ForLearnerAsync(Guid learnerId, CancellationToken ct) =>
        await db.Set<Attempt>().Where(a => a.LearnerId == learnerId).OrderByDescending(a => a.StartedAt).Select(ToInfo).ToListAsync(ct);

    public async Task<IReadOnlyDictionary<string, ProjectStanding>> StandingAsync(Guid learnerId, CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return new Dictionary<string, ProjectStanding>();

        return ProjectStandings.Compute(release, await ForLearnerAsync(learnerId, ct));
    }
}
