using Academy.Evaluations.Deciding;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Cases;

/// <summary>A trainer has a question about an evaluation that was handed in. A mark that was told stands until it is decided.</summary>
internal sealed class OpenCase(AcademyDb db, TellJudges tell, TimeProvider clock)
{
    /// <summary>Everything but the saving.</summary>
    /// <returns>The case.</returns>
    public async Task<Outcome<Guid>> PrepareAsync(Evaluation evaluation, Guid trainerId, string question, CancellationToken ct)
    {
        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        if ((await db.WithAPartAsync(work, ct)).Contains(trainerId)) return Refusals.OwnWork;
        if (await db.Set<Case>().AnyAsync(c => c.EvaluationId == evaluation.Id || (c.AttemptId == work.AttemptId && c.State == CaseState.Open), ct))
            return Refusals.CaseThere;

        var now = clock.GetUtcNow();
        var opened = new Case(evaluation, trainerId, question, now);
        db.Add(opened);
        work.WaitForCase();
        await tell.AskedAsync(work, opened, now, ct);
        return opened.Id;
    }
}
