using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Progress.Validating;

namespace Academy.Progress.Reactions;

/// <summary>
/// Turns the grader's mark into a validated project, XP and levels, for everybody in the team. Where people evaluate as well, it
/// gives nothing yet. Running twice adds nothing: the second mark is no better.
/// </summary>
internal sealed class WhenGradingFinished(AcademyDb db, ICurriculum curriculum, IEnrolment enrolment, WeighMarks weigh)
    : IReaction<GradingFinished>
{
    public async Task RunAsync(GradingFinished happened, CancellationToken ct)
    {
        if (happened.Verdict == Verdict.PlatformError) return;
        var release = await curriculum.GetAsync(happened.ReleaseId, ct);
        if (release.Projects[happened.ProjectSlug].Evaluation is not null) return;

        var mark = Mark.Of(happened.Percent, happened.ProjectSlug, release);
        foreach (var learnerId in await enrolment.MembersAsync(happened.AttemptId, happened.LearnerId, ct))
        {
            var result = await weigh.FindOrAddAsync(learnerId, happened.ProjectSlug, ct);
            result.Grade(mark);
            await weigh.RunAsync(result, happened.AttemptId, happened.At, ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
