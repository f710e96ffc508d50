using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Progress.Validating;

namespace Academy.Progress.Reactions;

/// <summary>
/// Puts another result in the place of the one that counted, for everybody in the team. Running twice does nothing: the result is
/// then no longer the one that the change began from; nor does it when a learner has done better in the meantime, or when people
/// evaluated the work. A level is never taken back.
/// </summary>
internal sealed class WhenResultChanged(AcademyDb db, ICurriculum curriculum, IEnrolment enrolment, WeighMarks weigh)
    : IReaction<ResultChanged>
{
    public async Task RunAsync(ResultChanged happened, CancellationToken ct)
    {
        var release = await curriculum.GetAsync(happened.To.ReleaseId, ct);
        var mark = Mark.Decided(happened.To.Percent, happened.To.IsValidated, happened.ProjectSlug, release);
        foreach (var learnerId in await enrolment.MembersAsync(happened.AttemptId, happened.LearnerId, ct))
        {
            var result = await weigh.FindAsync(learnerId, happened.ProjectSlug, ct);
            if (result is null || StateOf(result.Graded) != happened.From) continue;

            result.Regrade(mark);
            await weigh.RunAsync(result, happened.AttemptId, happened.At, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private static ResultState StateOf(Mark mark) => new(mark.Percent, mark.Passes, mark.ReleaseId);
}
