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

/// <summary>Joining a team is a sign.</summary>
internal sealed class WhenTeamJoined(GiveSign sign) : IReaction<TeamJoined>
{
    public Task RunAsync(TeamJoined happened, CancellationToken ct) => sign.RunAsync(happened.LearnerId, happened.At, ct);
}

/// <summary>Handing in is a sign of whoever does it: the captain.</summary>
internal sealed class WhenWorkHandedIn(IEnrolment enrolment, GiveSign sign) : IReaction<WorkHandedIn>
{
    public async Task RunAsync(WorkHandedIn happened, CancellationToken ct)
    {
        if (await enrolment.FindAsync(happened.AttemptId, ct) is { } attempt) await sign.RunAsync(attempt.LearnerId, happened.At, ct);
    }
}

/// <summary>Asking for help is a sign.</summary>
internal sealed class WhenHelpAsked(GiveSign sign) : IReaction<HelpAsked>
{
    public Task RunAsync(HelpAsked happened, CancellationToken ct) => sign.RunAsync(happened.LearnerId, happened.At, ct);
}

/// <summary>
/// Evaluating somebody is a sign, and so is explaining one's work to somebody; being evaluated while one is away is none. Mentors
/// evaluate, too, and have no pace: nobody is to be told of their silence.
/// </summary>
internal sealed class WhenEvaluationCompleted(AcademyDb db, IEnrolment enrolment, GiveSign sign) : IReaction<EvaluationCompleted>
{
    public async Task RunAsync(EvaluationCompleted happened, CancellationToken ct)
    {
        var present = happened.IsLive && await enrolment.FindAsync(happened.AttemptId, ct) is { } attempt ? attempt.MemberIds : [];
        if (await db.Set<LearnerPace>().AnyAsync(p => p.Id == happened.EvaluatorId, ct)) present = [.. present, happened.EvaluatorId];

        foreach (var learnerId in present) await sign.RunAsync(learnerId, happened.At, ct);
    }
}
