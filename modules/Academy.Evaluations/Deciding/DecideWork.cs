using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Deciding;

/// <summary>
/// Gives a work its mark as soon as all its evaluations are there, or asks for one more when two of them lie far apart. Nothing
/// here saves: the mark belongs to the transaction of what brought it about.
/// </summary>
internal sealed class DecideWork(AcademyDb db)
{
    public async Task RunAsync(Work work, Release release, DateTimeOffset now, CancellationToken ct)
    {
        if (work.State != WorkState.Waiting) return;

        var done = await DoneAsync(work.AttemptId, ct);
        if (done.Count < work.Needed) return;

        var plan = release.Projects[work.ProjectSlug].Evaluation!;
        if (WorkMark.NeedsThird(plan, [.. done.Select(e => e.Percent!.Value)], release.Rules.Evaluation.Marks))
        {
            work.NeedAnother(now);
            foreach (var member in work.Members)
            {
                db.Publish(
                    new NoticeDue(
                        member.LearnerId, NoticeKind.Evaluation, "“{0}”: a mentor looks at it as well",
                        "Your evaluations are far apart. That happens, and it costs you nothing: of each question, the value in the middle will count.",
                        [NoticeArg.Of(release.Projects[work.ProjectSlug].Title)], $"/attempts/{work.AttemptId}/evaluations", $"third/{work.AttemptId}", now),
                    now);
            }

            return;
        }

        await TellAsync(work, release, done, new MarkCause(MarkCauseKind.Evaluations), now, ct);
    }

    /// <summary>A trainer has decided a case of this work.</summary>
    public async Task AfterCaseAsync(Work work, Release release, Case decided, DateTimeOffset now, CancellationToken ct)
    {
        var cause = new MarkCause(MarkCauseKind.Case, decided.DecidedBy, decided.Reason);
        if (decided.State == CaseState.Upheld)
        {
            Give(work, release, work.Members.ToDictionary(m => m.LearnerId, _ => 0), cause, now);
            return;
        }

        // A mark that was told before the case was opened has stood all the time.
        if (work.State != WorkState.Case) return;

        work.EndCase();
        var done = await DoneAsync(work.AttemptId, ct);
        if (done.Count >= work.Needed) await TellAsync(work, release, done, cause, now, ct);
    }

    /// <summary>Somebody decided that these are the marks.</summary>
    public void Give(Work work, Release release, IReadOnlyDictionary<Guid, int> marks, MarkCause cause, DateTimeOffset now)
    {
        foreach (var member in work.Members)
        {
            if (!marks.TryGetValue(member.LearnerId, out var percent)) continue;

            db.Add(new MarkChange(work.AttemptId, member.LearnerId, work.State == WorkState.Decided ? work.Revision + 1 : work.Revision, member.Percent, percent, cause, now));
            member.Mark(percent);
            db.Publish(
                new NoticeDue(
                    member.LearnerId, NoticeKind.Evaluation, "“{0}”: your mark is {1} %", null,
                    [NoticeArg.Of(release.Projects[work.ProjectSlug].Title), NoticeArg.Of(percent.ToString(System.Globalization.CultureInfo.InvariantCulture))],
                    $"/marks/{work.AttemptId}", $"mark/{work.AttemptId}/{now.UtcTicks}", now),
                now);
        }

        work.Decide();
        db.Publish(
            new WorkEvaluated(
                work.AttemptId, work.ProjectSlug, work.ReleaseId,
                work.Members.ToDictionary(m => m.LearnerId, m => m.Percent!.Value), work.Revision, now),
            now);
    }

    private async Task TellAsync(
        Work work, Release release, IReadOnlyList<Evaluation> done, MarkCause cause, DateTimeOffset now, CancellationToken ct)
    {
        var ids = done.Select(e => e.Id).ToList();
        var rows = await db.Set<EvaluationSheet>().Where(s => ids.Contains(s.EvaluationId)).ToListAsync(ct);
        // One of them may have been added a moment ago.
        var sheets = rows.Concat(db.Set<EvaluationSheet>().Local.Where(s => ids.Contains(s.EvaluationId))).Distinct().ToDictionary(s => s.EvaluationId, s => s.Read());
        var plan = release.Projects[work.ProjectSlug].Evaluation!;
        var given = done.Select(e => GivenEvaluation.Of(sheets[e.Id], release.Rules.Evaluation)).ToList();
        Give(work, release, WorkMark.Of(plan, work.GraderPercent, given, [.. work.Members.Select(m => m.LearnerId)]), cause, now);
    }

    private async Task<IReadOnlyList<Evaluation>> DoneAsync(Guid attemptId, CancellationToken ct)
    {
        var held = await db.Set<Evaluation>().Where(e => e.AttemptId == attemptId && e.IsHeld && e.Kind != EvaluationKind.Calibration).ToListAsync(ct);
        return [.. held.Where(e => e.State == EvaluationState.Done)];
    }
}
