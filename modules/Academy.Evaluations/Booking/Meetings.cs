using Academy.Evaluations.Absences;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Booking;

/// <summary>Who has had to do with whom: the same for the list of times, the matcher and the recordings.</summary>
internal sealed class Meetings(AcademyDb db)
{
    /// <summary>
    /// By work, those who are not asked to evaluate it any more: they have, are going to, cancelled, did not come or fell silent.
    /// What the learner cancelled or missed, or what is nobody's fault, keeps nobody away.
    /// </summary>
    public async Task<ILookup<Guid, Guid>> PastAsync(IReadOnlyCollection<Guid> attemptIds, CancellationToken ct) =>
        (await db.Set<Evaluation>()
            .Where(e => attemptIds.Contains(e.AttemptId) && (e.State != EvaluationState.Cancelled || e.CancelledBy == e.EvaluatorId))
            .Where(e => e.IsHeld || !db.Set<Incident>().Any(i => i.EvaluationId == e.Id && i.Kind == IncidentKind.LearnerAbsent))
            .Select(e => new { e.AttemptId, e.EvaluatorId })
            .ToListAsync(ct)).ToLookup(e => e.AttemptId, e => e.EvaluatorId);

    /// <summary>Of these people, those who since then evaluated one of the learners, or were evaluated by one of them.</summary>
    public async Task<IReadOnlySet<Guid>> MetAsync(Work work, IReadOnlySet<Guid> among, DateTimeOffset since, CancellationToken ct)
    {
        var learners = work.Members.Select(m => m.LearnerId).ToList();
        var held = db.Set<Evaluation>().Where(e => e.IsHeld && e.StartsAt > since && e.Kind != EvaluationKind.Calibration);
        var evaluated = await held.Where(e => among.Contains(e.EvaluatorId) && db.Set<WorkMember>().Any(m => m.AttemptId == e.AttemptId && learners.Contains(m.LearnerId)))
            .Select(e => e.EvaluatorId).ToListAsync(ct);
        var were = await held.Where(e => learners.Contains(e.EvaluatorId))
            .Join(db.Set<WorkMember>(), e => e.AttemptId, m => m.AttemptId, (e, m) => m.LearnerId).ToListAsync(ct);
        return evaluated.Concat(were).ToHashSet();
    }
}
