using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Standing;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Attempts;

internal sealed class AttemptReader(AcademyDb db, ICurriculum curriculum, TimeProvider clock) : IEnrolment
{
    private IQueryable<Attempt> Attempts => db.Set<Attempt>().AsNoTracking().Include(a => a.Members);

    public async Task<AttemptInfo?> FindAsync(Guid attemptId, CancellationToken ct) =>
        (await Attempts.SingleOrDefaultAsync(a => a.Id == attemptId, ct))?.ToInfo();

    public async Task<AttemptInfo?> FindForAsync(Guid attemptId, Guid personId, CancellationToken ct) =>
        (await Attempts.SingleOrDefaultAsync(a => a.Id == attemptId, ct))?.ToInfo(personId);

    public async Task<IReadOnlyDictionary<Guid, AttemptInfo>> FindAsync(IReadOnlyCollection<Guid> attemptIds, CancellationToken ct) =>
        attemptIds.Count == 0
            ? new Dictionary<Guid, AttemptInfo>()
            : (await Attempts.Where(a => attemptIds.Contains(a.Id)).ToListAsync(ct)).ToDictionary(a => a.Id, a => a.ToInfo());

    public async Task<IReadOnlyList<AttemptInfo>> ForLearnerAsync(Guid learnerId, CancellationToken ct)
    {
        var attempts = await Attempts
            .Where(a => a.Members.Any(m => m.LearnerId == learnerId && m.State == MemberState.Confirmed))
            .OrderByDescending(a => a.StartedAt)
            .ToListAsync(ct);
        return [.. attempts.Select(a => a.ToInfo(learnerId))];
    }

    public async Task<bool> HandInAsync(AttemptInfo read, DateTimeOffset at, CancellationToken ct)
    {
        var attempt = await db.Set<Attempt>().Include(a => a.Members).SingleAsync(a => a.Id == read.Id, ct);
        return attempt.ToInfo().MemberIds.SequenceEqual(read.MemberIds) && attempt.HandIn(at);
    }

    public async Task<IReadOnlyDictionary<string, ProjectStanding>> StandingAsync(Guid learnerId, CancellationToken ct) =>
        curriculum.Current is null ? new Dictionary<string, ProjectStanding>() : StandingOf(await ForLearnerAsync(learnerId, ct));

    public IReadOnlyDictionary<string, ProjectStanding> StandingOf(IReadOnlyList<AttemptInfo> attempts) =>
        curriculum.Current is { } release ? ProjectStandings.Compute(release, attempts, clock.GetUtcNow()) : new Dictionary<string, ProjectStanding>();
}
