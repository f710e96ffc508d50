using Academy.Evaluations.Cases;
using Academy.Evaluations.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Circles;

/// <summary>A trainer has looked at a circle: nothing of it, or a case about one of its evaluations.</summary>
internal sealed class ReviewCircle(AcademyDb db, FindCircles find, OpenCase openCase, TimeProvider clock)
{
    /// <param name="attemptId">The work about which a case is opened; null: nothing of it.</param>
    /// <param name="reason">Kept; of a case the learners read it.</param>
    public async Task<Outcome> RunAsync(string circle, Guid? attemptId, string? reason, Guid trainerId, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.TextMissing;
        if (reason.Length > CircleReview.LongestReason) return Refusals.TooLong;
        if ((await find.RunAsync(trainerId, ct)).FirstOrDefault(c => c.Name == circle) is not { } found) return Refusals.UnknownCircle;

        Guid? caseId = null;
        if (attemptId is { } id)
        {
            if (found.Favours.FirstOrDefault(f => f.AttemptId == id) is not { } favour) return Refusals.UnknownCircle;

            var evaluation = await db.Set<Evaluation>().SingleAsync(e => e.AttemptId == id && e.EvaluatorId == favour.EvaluatorId && e.IsHeld, ct);
            var opened = await openCase.PrepareAsync(evaluation, trainerId, reason.Trim(), ct);
            if (opened.IsRefused) return opened.Refusal!;

            caseId = opened.Value;
        }

        db.Add(new CircleReview(found.Name, found.Favours.Count, caseId, reason.Trim(), trainerId, clock.GetUtcNow()));
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
