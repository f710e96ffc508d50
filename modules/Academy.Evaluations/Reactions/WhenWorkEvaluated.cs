using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reactions;

/// <summary>There is a mark: what was paid and nobody earned goes back.</summary>
internal sealed class WhenWorkEvaluated(AcademyDb db, ICurriculum curriculum, WorkPurse purse, TimeProvider clock) : IReaction<WorkEvaluated>
{
    public async Task RunAsync(WorkEvaluated happened, CancellationToken ct)
    {
        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers().Points);
        var work = await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == happened.AttemptId, ct);
        if (work is null) return;

        // Who evaluated and is not paid yet still has to be, in whatever order the two events are delivered.
        var done = await db.Set<Evaluation>()
            .Where(e => e.AttemptId == work.AttemptId && e.State == EvaluationState.Done)
            .Where(e => e.Kind == EvaluationKind.Live || e.Kind == EvaluationKind.Recorded || e.Kind == EvaluationKind.Written)
            .CountAsync(e => !db.Set<LedgerEntry>().Any(l => l.Reason == PointReason.Evaluated && l.SubjectId == e.Id), ct);
        await purse.GiveBackAsync(work, $"/{happened.Revision}", done * rules.Cost, rules, now, ct);
        await db.SaveChangesAsync(ct);
    }
}
