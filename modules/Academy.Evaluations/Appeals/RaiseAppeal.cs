using Academy.Contracts.Curriculum;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Appeals;

/// <summary>Spends a learner's appeal.</summary>
internal sealed class RaiseAppeal(AcademyDb db, ICurriculum curriculum, TellJudges judges, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid attemptId, Guid learnerId, string? text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text)) return Refusals.TextMissing;
        if (text.Length > Appeal.LongestText) return Refusals.TooLong;

        var work = await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
        if (work is null || !work.Has(learnerId)) return Refusals.UnknownWork;
        if (work.State != WorkState.Decided) return Refusals.NoMarkYet;

        var earlier = await db.Set<Appeal>().Where(a => a.LearnerId == learnerId).ToListAsync(ct);
        if (earlier.Any(a => a.IsLatest)) return Refusals.AppealOpen;
        var tokens = (await curriculum.GetAsync(work.ReleaseId, ct)).Rules.Evaluation.AppealTokens;
        if (earlier.Count(a => a.HoldsToken) >= tokens) return Refusals.NoAppealLeft;

        var now = clock.GetUtcNow();
        var percent = work.Members.Single(m => m.LearnerId == learnerId).Percent!.Value;
        var appeal = new Appeal(attemptId, learnerId, percent, text.Trim(), now);
        db.Add(appeal);
        await judges.AppealedAsync(work, appeal, now, ct);
        var saved = await db.SaveOrRefuseAsync(Refusals.AppealOpen, ct);
        return saved.IsRefused ? saved.Refusal! : appeal.Id;
    }
}
