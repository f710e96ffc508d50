using Academy.Contracts.Evaluations;
using Academy.Evaluations.Evaluating;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reading;

internal sealed class EvaluationCounts(AcademyDb db) : IEvaluations
{
    public Task<int> GivenAsync(Guid personId, CancellationToken ct) =>
        db.Set<Evaluation>().CountAsync(e => e.EvaluatorId == personId && e.State == EvaluationState.Done, ct);
}
