using Academy.Contracts.Curriculum;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Evaluating;

/// <summary>Keeps what an evaluator has written so far. Sent again after a lost connection it is kept once.</summary>
internal sealed class SaveSheet(AcademyDb db, ICurriculum curriculum, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid evaluationId, Guid evaluatorId, long number, Sheet sheet, CancellationToken ct)
    {
        var (saving, refusal) = await PrepareAsync(evaluationId, evaluatorId, number, sheet, ct);
        return saving is null ? refusal! : await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    /// <summary>Everything but the saving: what is handed in is saved in the same transaction.</summary>
    public async Task<(SheetSaving? Saving, Refusal? Refusal)> PrepareAsync(
        Guid evaluationId, Guid evaluatorId, long number, Sheet sheet, CancellationToken ct)
    {
        var evaluation = await db.Set<Evaluation>().SingleOrDefaultAsync(e => e.Id == evaluationId && e.EvaluatorId == evaluatorId, ct);
        if (evaluation is null) return (null, Refusals.UnknownEvaluation);

        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        var release = await curriculum.GetAsync(work.ReleaseId, ct);
        var plan = release.Projects[work.ProjectSlug].Evaluation!;
        if (!evaluation.IsOpenToEvaluator) return (null, Refusals.TooEarly);
        if (sheet.Check(plan.Rubric, [.. work.Members.Select(m => m.LearnerId)]).Refusal is { } wrong) return (null, wrong);
        if (evaluation.Begin().Refusal is { } over) return (null, over);

        var kept = sheet.For(plan.Rubric);
        var row = await db.Set<EvaluationSheet>().SingleOrDefaultAsync(s => s.EvaluationId == evaluationId, ct);
        if (row is null) db.Add(row = new EvaluationSheet(evaluationId));
        if (row.Save(number, kept, clock.GetUtcNow()).Refusal is { } older) return (null, older);

        return (new SheetSaving(evaluation, work, release, plan, kept), null);
    }
}

/// <summary>A sheet that is ready to be saved, with all that it belongs to.</summary>
internal sealed record SheetSaving(Evaluation Evaluation, Work Work, Release Release, EvaluationPlan Plan, Sheet Sheet);
