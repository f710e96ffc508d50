using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Repositories;
using Academy.Kernel.Outbox;
using Academy.Progress.Pace;

namespace Academy.Progress.Reactions;

/// <summary>A push is a sign.</summary>
internal sealed class WhenCommitPushed(GiveSign sign) : IReaction<CommitPushed>
{
    public Task RunAsync(CommitPushed happened, CancellationToken ct) => sign.RunAsync(happened.PushedBy, happened.At, ct);
}

/// <summary>Beginning a project is a sign.</summary>
internal sealed class WhenAttemptStarted(GiveSign sign) : IReaction<AttemptStarted>
{
    public Task RunAsync(AttemptStarted happened, CancellationToken ct) => sign.RunAsync(happened.LearnerId, happened.At, ct);
}

/// <summary>Evaluating somebody is a sign.</summary>
internal sealed class WhenEvaluationCompleted(GiveSign sign) : IReaction<EvaluationCompleted>
{
    public Task RunAsync(EvaluationCompleted happened, CancellationToken ct) => sign.RunAsync(happened.EvaluatorId, happened.At, ct);
}
