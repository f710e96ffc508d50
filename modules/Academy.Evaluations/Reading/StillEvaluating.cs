using Academy.Evaluations.Evaluating;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reading;

/// <summary>Evaluations are independent: what others said is read after one's own is handed in.</summary>
internal static class StillEvaluating
{
    public static Task<bool> IsEvaluatingAsync(this AcademyDb db, Guid attemptId, Guid personId, CancellationToken ct) => db.Set<Evaluation>().AnyAsync(
        e => e.AttemptId == attemptId && e.EvaluatorId == personId && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay), ct);
}
