using Academy.Contracts.Evaluations;
using Academy.Contracts.Progress;
using Academy.Kernel.Outbox;
using Academy.Progress.Achievements;

namespace Academy.Progress.Reactions;

// Everything that may bring an achievement. Each only says whose facts have changed: they are counted anew.

internal sealed class WhenProjectValidated(GrantAchievements grant) : IReaction<ProjectValidated>
{
    public Task RunAsync(ProjectValidated happened, CancellationToken ct) => grant.RunAsync(happened.LearnerId, ct);
}

internal sealed class WhenMarkImproved(GrantAchievements grant) : IReaction<MarkImproved>
{
    public Task RunAsync(MarkImproved happened, CancellationToken ct) => grant.RunAsync(happened.LearnerId, ct);
}

internal sealed class WhenLevelReached(GrantAchievements grant) : IReaction<LevelReached>
{
    public Task RunAsync(LevelReached happened, CancellationToken ct) => grant.RunAsync(happened.LearnerId, ct);
}

internal sealed class WhenEvaluationGiven(GrantAchievements grant) : IReaction<EvaluationCompleted>
{
    public Task RunAsync(EvaluationCompleted happened, CancellationToken ct) => grant.RunAsync(happened.EvaluatorId, ct);
}

internal sealed class WhenLearnerReturned(GrantAchievements grant) : IReaction<LearnerReturned>
{
    public async Task RunAsync(LearnerReturned happened, CancellationToken ct)
    {
        await grant.RunAsync(happened.LearnerId, ct);
        if (happened.WelcomedBy is { } peer) await grant.RunAsync(peer, ct);
    }
}
