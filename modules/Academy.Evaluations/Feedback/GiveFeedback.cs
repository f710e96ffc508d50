using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Feedback;

/// <summary>Whoever was evaluated says whether it was kind, precise and useful. Said again, it takes the place of what was said.</summary>
internal sealed class GiveFeedback(AcademyDb db, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid evaluationId, Guid learnerId, int kind, int precise, int useful, string? text, CancellationToken ct)
    {
        if (new[] { kind, precise, useful }.Any(n => n is < 1 or > 5)) return Refusals.NoSuchAnswer;
        if (text?.Length > GivenFeedback.LongestText) return Refusals.TooLong;

        var evaluation = await db.FindAsync<Evaluation>([evaluationId], ct);
        if (evaluation is null || evaluation.Kind == EvaluationKind.Calibration || !await db.Set<WorkMember>().AnyAsync(m => m.AttemptId == evaluation.AttemptId && m.LearnerId == learnerId, ct))
            return Refusals.UnknownEvaluation;
        if (evaluation.State != EvaluationState.Done) return Refusals.NotDoneYet;

        var feedback = await db.FindAsync<GivenFeedback>([evaluationId, learnerId], ct);
        if (feedback is null) db.Add(feedback = new GivenFeedback(evaluationId, learnerId, evaluation.EvaluatorId));
        feedback.Say(kind, precise, useful, string.IsNullOrWhiteSpace(text) ? null : text.Trim(), clock.GetUtcNow());
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
