using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Reactions;

/// <summary>Ends the attempt with the evaluators' marks: validated for those who passed, another attempt for the others.</summary>
internal sealed class WhenWorkEvaluated(AcademyDb db, ICurriculum curriculum) : IReaction<WorkEvaluated>
{
    public async Task RunAsync(WorkEvaluated happened, CancellationToken ct)
    {
        var attempt = await db.Set<Attempt>().Include(a => a.Members).SingleAsync(a => a.Id == happened.AttemptId, ct);
        var passMark = (await curriculum.GetAsync(happened.ReleaseId, ct)).Rules.PassMark;
        attempt.Evaluate(happened.Marks, passMark, happened.Revision, happened.At);
        await db.SaveChangesAsync(ct);
    }
}
