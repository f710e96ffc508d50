using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Booking;
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
internal sealed class DecideWork(AcademyDb db, Tell tell)
{
    public Task RunAsync(Work work, Release release, DateTimeOffset now, CancellationToken ct) =>
        RunAsync(work, release, new MarkCause(MarkCauseKind.Evaluations), now, ct);

    private async Task RunAsync(Work work, Release release, MarkCause cause, DateTimeOffset now, CancellationToken ct)
    {
        // Two evaluators who hand in at once each see one evaluation too few. So the work changes every time: one of both begins
        // anew, and then sees the other's.
        db.Entry(work).Property(w => w.Version).IsModified = true;
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

        await TellAsync(work, release, done, cause, now, ct);
    }

    /// <summary>A trainer has decided a case of this work.</summary>
    public async Task AfterCaseAsync(Work work, Release release, Case decided, DateTimeOffset now, CancellationToken ct)
    {
        var cause = new MarkCause(MarkCauseKind.Case, decided.DecidedBy, decided.Reason);
        if (decided.State == CaseState.Upheld)
        {
            await GiveAsync(work, release, work.Members.ToDictionary(m => m.LearnerId, _ => 0), cause, now, ct);
            return;
        }

        if (!await db.Set<Case>().AnyAsync(c => c.AttemptId == work.AttemptId && c.Id != decided.Id && c.State == CaseState.Open, ct)) work.EndCase();
        await RunAsync(work, release, cause, now, ct);
    }

    /// <summary>Somebody decided that these are the marks.</summary>
    public async Task GiveAsync(
        Work work, Release release, IReadOnlyDictionary<Guid, int> marks, MarkCause cause, DateTimeOffset now, CancellationToken ct)
    {
        await CancelAheadAsync(work, release, now, ct);
        var before = work.Members.ToDictionary(m => m.LearnerId, m => m.Percent);
        work.Decide(marks);
        foreach (var (learnerId, percent) in marks)
        {
            db.Add(new MarkChange(work.AttemptId, learnerId, work.Revision, before[learnerId], percent, cause, now));
            db.Publish(
                new NoticeDue(
                    learnerId, NoticeKind.Evaluation, "“{0}”: your mark is {1} %", null,
                    [NoticeArg.Of(release.Projects[work.ProjectSlug].Title), NoticeArg.Of(percent.ToString(System.Globalization.CultureInfo.InvariantCulture))],
                    $"/marks/{work.AttemptId}", $"mark/{work.AttemptId}/{now.UtcTicks}", now),
                now);
        }

        db.Publish(
            new WorkEvaluated(
                work.AttemptId, work.ProjectSlug, work.ReleaseId,
                work.Members.ToDictionary(m => m.LearnerId, m => m.Percent!.Value), work.Revision, now),
            now);
    }

    /// <summary>There is nothing left to decide: nobody prepares, meets and writes for nothing.</summary>
    private async Task CancelAheadAsync(Work work, Release release, DateTimeOffset now, CancellationToken ct)
    {
        var ahead = await db.Set<Evaluation>()
            .Where(e => e.AttemptId == work.AttemptId && e.Kind != EvaluationKind.Calibration)
            .Where(e => e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay)
            .ToListAsync(ct);
        // The one that is handed in at this moment is not saved yet.
        foreach (var evaluation in ahead.Where(e => e.IsAhead))
        {
            evaluation.FallThrough(EvaluationState.Cancelled, now);
            work.LetGo(evaluation.WaitingSince, first: false);
            await db.FreeTimeAsync(evaluation, closeTime: false, ct);
            tell.NotNeeded(evaluation, release.Projects[work.ProjectSlug].Title);
        }
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
        var marks = WorkMark.Of(plan, work.GraderPercent, given, [.. work.Members.Select(m => m.LearnerId)]);
        await GiveAsync(work, release, marks, cause, now, ct);
    }

    private async Task<IReadOnlyList<Evaluation>> DoneAsync(Guid attemptId, CancellationToken ct)
    {
        var held = await db.Set<Evaluation>().Where(e => e.AttemptId == attemptId && e.IsHeld && e.Kind != EvaluationKind.Calibration).ToListAsync(ct);
        return [.. held.Where(e => e.State == EvaluationState.Done)];
    }
}
