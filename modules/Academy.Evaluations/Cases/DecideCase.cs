using Academy.Contracts.Curriculum;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Cases;

/// <summary>A trainer who has heard both sides decides.</summary>
internal sealed class DecideCase(AcademyDb db, ICurriculum curriculum, DecideWork decide, TimeProvider clock)
{
    /// <param name="read">The version of the case that the trainer has read; null: whatever it is.</param>
    public async Task<Outcome> RunAsync(Guid caseId, Guid trainerId, bool isUpheld, string reason, CancellationToken ct, long? read = null)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.TextMissing;
        if (reason.Length > Case.LongestText) return Refusals.TooLong;
        if (await db.FindAsync<Case>([caseId], ct) is not { } open) return Refusals.UnknownCase;

        if (open.State == CaseState.Open && read is not null && read != open.Version) return Refusals.CaseHeardMore;

        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == open.AttemptId, ct);
        if ((await db.WithAPartAsync(work, ct)).Contains(trainerId)) return Refusals.OwnWork;

        var now = clock.GetUtcNow();
        if (open.Decide(isUpheld, reason.Trim(), trainerId, now).Refusal is { } decided) return decided;

        await decide.AfterCaseAsync(work, await curriculum.GetAsync(work.ReleaseId, ct), open, now, ct);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
