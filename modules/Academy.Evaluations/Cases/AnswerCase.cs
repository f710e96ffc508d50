using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Cases;

/// <summary>Those whose work it is say what they have to say.</summary>
internal sealed class AnswerCase(AcademyDb db, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid caseId, Guid learnerId, string? statement, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(statement)) return Refusals.TextMissing;
        if (statement.Length > Case.LongestText) return Refusals.TooLong;

        var open = await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (open is null || !await db.Set<WorkMember>().AnyAsync(m => m.AttemptId == open.AttemptId && m.LearnerId == learnerId, ct))
            return Refusals.UnknownCase;
        if (open.Answer(learnerId, statement.Trim(), clock.GetUtcNow()).Refusal is { } decided) return decided;

        // Whoever decides at this moment has not read it.
        db.Entry(open).Property(c => c.Version).IsModified = true;
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
