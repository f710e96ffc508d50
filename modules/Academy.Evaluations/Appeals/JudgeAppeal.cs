using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Appeals;

/// <summary>Somebody who had no part in the mark judges an appeal; upheld, the learner has another mark and the token back.</summary>
internal sealed class JudgeAppeal(AcademyDb db, ICurriculum curriculum, DecideWork decide, TimeProvider clock)
{
    /// <param name="percent">The mark from now on; null: the appeal is rejected.</param>
    public async Task<Outcome> RunAsync(Guid appealId, Guid judgeId, int? percent, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.TextMissing;
        if (reason.Length > Appeal.LongestText) return Refusals.TooLong;
        if (percent is < 0 or > 100) return Refusals.NoSuchAnswer;
        if (await db.FindAsync<Appeal>([appealId], ct) is not { } appeal) return Refusals.UnknownAppeal;
        if (appeal.State != AppealState.Open) return Refusals.AppealJudged;

        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == appeal.AttemptId, ct);
        if ((await db.WithAPartInItsMarkAsync(work, ct)).Contains(judgeId)) return Refusals.OwnWork;

        var now = clock.GetUtcNow();
        if (appeal.Judge(percent is not null, reason.Trim(), judgeId, now).Refusal is { } judged) return judged;

        var release = await curriculum.GetAsync(work.ReleaseId, ct);
        if (percent is { } mark)
        {
            var cause = new MarkCause(MarkCauseKind.Appeal, judgeId, appeal.Reason);
            await decide.GiveAsync(work, release, new Dictionary<Guid, int> { [appeal.LearnerId] = mark }, cause, now, ct);
        }

        db.Publish(
            new NoticeDue(
                appeal.LearnerId, NoticeKind.Evaluation, percent is null ? "Your appeal about “{0}” was rejected" : "Your appeal about “{0}” was upheld",
                "Somebody else has taken up the whole record. Read why it was judged so.",
                [NoticeArg.Of(release.Projects[work.ProjectSlug].Title)], $"/marks/{work.AttemptId}", $"appeal/{appeal.Id}", now),
            now);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
