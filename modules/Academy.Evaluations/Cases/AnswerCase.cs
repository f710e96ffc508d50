using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Cases;

/// <summary>Those whose work it is say what they have to say.</summary>
internal sealed class AnswerCase(AcademyDb db)
{
    public async Task<Outcome> RunAsync(Guid caseId, Guid learnerId, string? statement, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(statement)) return Refusals.TextMissing;
        if (statement.Length > Case.LongestText) return Refusals.TooLong;

        var open = await db.FindAsync<Case>([caseId], ct);
        if (open is null || !await db.Set<WorkMember>().AnyAsync(m => m.AttemptId == open.AttemptId && m.LearnerId == learnerId, ct))
            return Refusals.UnknownCase;
        if (open.Answer(statement.Trim()).Refusal is { } decided) return decided;

        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
