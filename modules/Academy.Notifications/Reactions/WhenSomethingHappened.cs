using Academy.Contracts.Evaluations;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Kernel.Outbox;
using Academy.Notifications.Webhooks;

namespace Academy.Notifications.Reactions;

internal sealed class WhenGradingFinished(RecordEvent record) : IReaction<GradingFinished>
{
    public Task RunAsync(GradingFinished happened, CancellationToken ct) => record.RunAsync(
        WebhookEvent.GradingFinished,
        happened.GradingId.ToString(),
        happened.At,
        new
        {
            happened.GradingId,
            happened.AttemptId,
            happened.LearnerId,
            Project = happened.ProjectSlug,
            Release = happened.ReleaseId,
            happened.Commit,
            happened.Verdict,
            happened.Score,
            happened.MaxScore,
            happened.Percent,
        },
        ct);
}

internal sealed class WhenEvaluationCompleted(RecordEvent record) : IReaction<EvaluationCompleted>
{
    // A calibration works only as long as nobody can tell it from a work.
    public Task RunAsync(EvaluationCompleted happened, CancellationToken ct) => happened.IsCalibration ? Task.CompletedTask : record.RunAsync(
        WebhookEvent.EvaluationCompleted,
        happened.EvaluationId.ToString(),
        happened.At,
        new { happened.EvaluationId, happened.AttemptId, Project = happened.ProjectSlug, happened.Percent, happened.Flag },
        ct);
}

internal sealed class WhenProjectValidated(RecordEvent record) : IReaction<ProjectValidated>
{
    // A team's attempt is validated once for each of its members.
    public Task RunAsync(ProjectValidated happened, CancellationToken ct) => record.RunAsync(
        WebhookEvent.ProjectValidated,
        $"{happened.AttemptId}/{happened.LearnerId}/{happened.At.ToUnixTimeSeconds()}",
        happened.At,
        new { happened.LearnerId, happened.AttemptId, Project = happened.ProjectSlug, happened.Percent, Xp = happened.XpEarned },
        ct);
}
