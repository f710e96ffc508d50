using Academy.Contracts.Repositories;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Evaluating;

/// <summary>An evaluator writes about a line of the work, and takes it back while the evaluation is under way.</summary>
internal sealed class CommentLine(AcademyDb db, IRepositories repositories, TimeProvider clock)
{
    public async Task<Outcome> AddAsync(Guid id, Guid evaluationId, Guid evaluatorId, string path, int line, string? text, CancellationToken ct)
    {
        var evaluation = await MineAsync(evaluationId, evaluatorId, ct);
        if (evaluation.Refusal is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(text)) return Refusals.TextMissing;
        if (text.Length > LineComment.LongestText) return Refusals.TooLong;
        if (await db.Set<LineComment>().AnyAsync(c => c.Id == id && c.EvaluationId == evaluationId, ct)) return Outcome.Done;

        var commit = await db.Set<Work>().Where(w => w.AttemptId == evaluation.Value!.AttemptId).Select(w => w.Commit).SingleAsync(ct);
        if (await repositories.ReadFileAsync(evaluation.Value!.AttemptId, commit, path, SourceText.MaxBytes, ct) is not { IsBinary: false } file
            || line < 1 || line > SourceText.LinesOf(file).Count)
        {
            return Refusals.NoSuchLine;
        }

        db.Add(new LineComment(id, evaluationId, path, line, text.Trim(), clock.GetUtcNow()));
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    public async Task<Outcome> RemoveAsync(Guid id, Guid evaluationId, Guid evaluatorId, CancellationToken ct)
    {
        var evaluation = await MineAsync(evaluationId, evaluatorId, ct);
        if (evaluation.Refusal is { } refusal) return refusal;

        await db.Set<LineComment>().Where(c => c.Id == id && c.EvaluationId == evaluationId).ExecuteDeleteAsync(ct);
        return Outcome.Done;
    }

    private async Task<Outcome<Evaluation>> MineAsync(Guid evaluationId, Guid evaluatorId, CancellationToken ct)
    {
        var evaluation = await db.FindAsync<Evaluation>([evaluationId], ct);
        if (evaluation is null || evaluation.EvaluatorId != evaluatorId) return Refusals.UnknownEvaluation;
        if (!evaluation.IsOpenToEvaluator) return Refusals.TooEarly;
        if (evaluation.Begin().Refusal is { } over) return over;

        return evaluation;
    }
}
