using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Cases;

/// <summary>A trainer has a question about an evaluation that was handed in. A mark that was told stands until it is decided.</summary>
internal sealed class OpenCase(AcademyDb db, ICurriculum curriculum, TimeProvider clock)
{
    /// <summary>Everything but the saving.</summary>
    /// <returns>The case.</returns>
    public async Task<Outcome<Guid>> PrepareAsync(Evaluation evaluation, Guid trainerId, string question, CancellationToken ct)
    {
        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        var isPartOfIt = work.Has(trainerId) || await db.Set<Evaluation>().AnyAsync(e => e.AttemptId == work.AttemptId && e.EvaluatorId == trainerId, ct);
        if (isPartOfIt) return Refusals.OwnWork;
        if (await db.Set<Case>().AnyAsync(c => c.EvaluationId == evaluation.Id || (c.AttemptId == work.AttemptId && c.State == CaseState.Open), ct))
            return Refusals.CaseThere;

        var now = clock.GetUtcNow();
        var opened = new Case(evaluation, trainerId, question, now);
        db.Add(opened);
        if (work.State == WorkState.Waiting) work.WaitForCase();
        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;
        foreach (var member in work.Members)
        {
            db.Publish(
                new NoticeDue(
                    member.LearnerId, NoticeKind.Evaluation, "A trainer has a question about “{0}”", "Read it and tell your side. It takes nothing away by itself.",
                    [NoticeArg.Of(title)], $"/marks/{work.AttemptId}", $"case/{opened.Id}", now),
                now);
        }

        return opened.Id;
    }
}
