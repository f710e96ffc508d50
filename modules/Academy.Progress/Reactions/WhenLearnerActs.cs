using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Progress.Pace;
using Microsoft.EntityFrameworkCore;

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

/// <summary>Evaluating somebody is a sign. Mentors evaluate, too, and have no pace: nobody is to be told of their silence.</summary>
internal sealed class WhenEvaluationCompleted(AcademyDb db, GiveSign sign) : IReaction<EvaluationCompleted>
{
    public async Task RunAsync(EvaluationCompleted happened, CancellationToken ct)
    {
        if (await db.Set<LearnerPace>().AnyAsync(p => p.Id == happened.EvaluatorId, ct)) await sign.RunAsync(happened.EvaluatorId, happened.At, ct);
    }
}
