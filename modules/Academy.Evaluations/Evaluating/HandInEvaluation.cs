using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;

namespace Academy.Evaluations.Evaluating;

/// <summary>Ends an evaluation with its mark. Pressed twice, sent again, it counts once.</summary>
internal sealed class HandInEvaluation(AcademyDb db, SaveSheet save, DecideWork decide, TellJudges judges, TimeProvider clock)
{
    /// <summary>What is saved as one types may arrive at the very moment of the press, and so may the other evaluators' sheets.</summary>
    public Task<Outcome> RunAsync(Guid evaluationId, Guid evaluatorId, long number, Sheet sheet, CancellationToken ct) =>
        db.RetryAsync(Refusals.JustChanged, () => HandInAsync(evaluationId, evaluatorId, number, sheet, ct));

    private async Task<Outcome> HandInAsync(Guid evaluationId, Guid evaluatorId, long number, Sheet sheet, CancellationToken ct)
    {
        if (await IsDoneAsync(evaluationId, evaluatorId, ct)) return Outcome.Done;

        var (saving, refusal) = await save.PrepareAsync(evaluationId, evaluatorId, number, sheet, ct);
        if (saving is null) return refusal!;

        if (saving.Evaluation.IsAppointment && clock.GetUtcNow() < saving.Evaluation.StartsAt) return await KeepAsync(Refusals.NotBegun, ct);

        var given = GivenEvaluation.Of(saving.Sheet, saving.Release.Rules.Evaluation);
        var unanswered = sheet.Unanswered(saving.Plan.Rubric).ToList();
        // If nothing comes of a case, these answers count.
        if (given.Effect is FlagEffect.None or FlagEffect.Case && unanswered.Count > 0)
            return await KeepAsync(Refusals.Unanswered.With(string.Join(" · ", unanswered.Select(c => c.Text))), ct);
        if (string.IsNullOrWhiteSpace(sheet.Remark)) return await KeepAsync(Refusals.RemarkMissing, ct);

        await FinishAsync(saving, given, ct);
        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        // The same evaluation, handed in from two windows at once: one of both has counted.
        return saved.IsRefused && await IsDoneAsync(evaluationId, evaluatorId, ct) ? Outcome.Done : saved;
    }

    private async Task FinishAsync(SheetSaving saving, GivenEvaluation given, CancellationToken ct)
    {
        var (evaluation, work, now) = (saving.Evaluation, saving.Work, clock.GetUtcNow());
        evaluation.Finish(given.Percent(saving.Plan.Rubric), saving.Sheet.Flag, now);
        if (given.Effect == FlagEffect.Case && evaluation.Kind != EvaluationKind.Calibration)
        {
            var opened = db.Add(new Case(evaluation, now)).Entity;
            work.WaitForCase();
            await judges.SuspectedAsync(work, opened, now, ct);
        }

        db.Publish(
            new EvaluationCompleted(
                evaluation.Id, work.AttemptId, evaluation.EvaluatorId, work.ProjectSlug, evaluation.Percent!.Value, saving.Sheet.Flag, now)
            {
                IsLive = evaluation.IsAppointment,
                IsCalibration = evaluation.Kind == EvaluationKind.Calibration,
            },
            now);
        if (evaluation.Kind == EvaluationKind.Calibration) return;

        foreach (var member in work.Members)
        {
            db.Publish(
                new NoticeDue(
                    member.LearnerId, NoticeKind.Evaluation, "Your work on “{0}” was evaluated", "Read what was said, then tell how useful it was.",
                    [NoticeArg.Of(saving.Release.Projects[work.ProjectSlug].Title)], $"/defences/{evaluation.Id}", $"evaluated/{evaluation.Id}", now),
                now);
        }

        await decide.RunAsync(work, saving.Release, now, ct);
    }

    /// <summary>What was written is kept, even when it cannot be handed in yet.</summary>
    private async Task<Outcome> KeepAsync(Refusal refusal, CancellationToken ct)
    {
        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        return saved.IsRefused ? saved : refusal;
    }

    private async Task<bool> IsDoneAsync(Guid evaluationId, Guid evaluatorId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.FindAsync<Evaluation>([evaluationId], ct) is { State: EvaluationState.Done } done && done.EvaluatorId == evaluatorId;
    }
}
