using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Progress.Validating;

namespace Academy.Progress.Reactions;

/// <summary>Gives each member of the team the mark of the evaluators. A revision that is known, or older, changes nothing.</summary>
internal sealed class WhenWorkEvaluated(AcademyDb db, ICurriculum curriculum, WeighMarks weigh) : IReaction<WorkEvaluated>
{
    public async Task RunAsync(WorkEvaluated happened, CancellationToken ct)
    {
        var release = await curriculum.GetAsync(happened.ReleaseId, ct);
        foreach (var (learnerId, percent) in happened.Marks)
        {
            var mark = await db.Set<WorkMark>().FindAsync([happened.AttemptId, learnerId], ct);
            if (mark is null) db.Add(mark = new WorkMark(happened.AttemptId, learnerId, happened.ProjectSlug));
            if (!mark.Revise(Mark.Of(percent, happened.ProjectSlug, release), happened.Revision)) continue;

            var result = await weigh.FindOrAddAsync(learnerId, happened.ProjectSlug, ct);
            await weigh.RunAsync(result, happened.AttemptId, happened.At, ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
