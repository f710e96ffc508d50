using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Evaluations.Recorded;

/// <summary>
/// A recorded or written defence that nobody has taken is given to somebody who evaluates these days: a peer before a mentor,
/// whoever has not met them lately, the one with the least to do. Whoever let it lie is not asked a second time.
/// </summary>
internal sealed class AssignRecordings(
    AcademyDb db, FreeTimes free, Appoint appoint, ILearnerProgress progress, IPeople people, ICurriculum curriculum, Tell tell, TimeProvider clock, ILogger<AssignRecordings> log)
{
    /// <summary>Whoever opened a time or evaluated since then counts as somebody who evaluates.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <returns>How many were given to somebody.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (now, numbers, given) = (clock.GetUtcNow(), curriculum.Numbers(), 0);
        var mentors = (await people.MentorsAsync(ct)).ToHashSet();
        foreach (var (waiting, recording) in await db.WaitingRecordingsAsync(ct))
        {
            if (recording.At > now.AddHours(-numbers.Appointments.RecordedTakeHours)) continue;

            for (var missing = waiting.Missing; missing > 0; missing--)
            {
                db.ChangeTracker.Clear();
                var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == waiting.AttemptId, ct);
                if (await ChooseAsync(work, mentors, now, ct) is not { } evaluatorId) break;

                var outcome = await GiveAsync(work, recording.Kind, evaluatorId, now, numbers.Appointments, ct);
                if (outcome.IsRefused)
                {
                    log.LogInformation("The recording of {AttemptId} goes on waiting: {Reason}", work.AttemptId, outcome.Refusal!.Code);
                    break;
                }

                given++;
            }
        }

        return given;
    }

    private async Task<Outcome> GiveAsync(
        Work work, EvaluationKind kind, Guid evaluatorId, DateTimeOffset now, AppointmentRules rules, CancellationToken ct)
    {
        var evaluation = new Evaluation(work.AttemptId, evaluatorId, kind, now, now.AddHours(rules.RecordedWithinHours), work.WaitingSince ?? now, now);
        var held = await appoint.HoldAsync(work, evaluation, now, ct);
        if (held.IsRefused) return held;

        tell.Assigned(work, evaluation, (await curriculum.ProjectOfAsync(work, ct)).Title);
        // Somebody has taken it at this very moment.
        return await db.SaveOrRefuseAsync(Refusals.NotForYou, ct);
    }

    private async Task<Guid?> ChooseAsync(Work work, HashSet<Guid> mentors, DateTimeOffset now, CancellationToken ct)
    {
        var plan = (await curriculum.ProjectOfAsync(work, ct)).Evaluation!;
        var may = await free.MayAsync(work, plan, mentors, ct);
        var since = now - Lately;
        var evaluations = await db.Set<Evaluation>().AsNoTracking()
            .Where(e => may.Contains(e.EvaluatorId) && (e.StartsAt > since || e.AttemptId == work.AttemptId || e.State == EvaluationState.UnderWay))
            .ToListAsync(ct);
        var active = (await db.Set<OpenUnit>().Where(u => may.Contains(u.EvaluatorId) && u.StartsAt > since).Select(u => u.EvaluatorId).Distinct().ToListAsync(ct))
            .Concat(evaluations.Where(e => e.IsHeld).Select(e => e.EvaluatorId))
            .ToHashSet();
        var unwilling = (await db.Set<Slots.Evaluator>().Where(e => !e.TakesRecorded && may.Contains(e.PersonId)).Select(e => e.PersonId).ToListAsync(ct))
            .Concat(evaluations.Where(e => e.AttemptId == work.AttemptId).Select(e => e.EvaluatorId))
            .Concat(await progress.PausedAsync([.. may], ct))
            .ToHashSet();
        var met = await MetAsync(work, may, now.AddDays(-curriculum.Numbers().Matching.MeetAgainDays), ct);
        return may
            .Where(id => !unwilling.Contains(id) && (mentors.Contains(id) || active.Contains(id)))
            .Where(id => evaluations.Count(e => e.EvaluatorId == id && e.IsAhead && !e.IsAppointment) < TakeRecording.MostAtOnce)
            .OrderBy(met.Contains).ThenBy(mentors.Contains).ThenBy(id => evaluations.Count(e => e.EvaluatorId == id && e.IsHeld)).ThenBy(id => id)
            .Select(id => (Guid?)id)
            .FirstOrDefault();
    }

    /// <summary>Of these people, those who lately evaluated one of the learners, or were evaluated by one of them.</summary>
    private async Task<HashSet<Guid>> MetAsync(Work work, IReadOnlySet<Guid> among, DateTimeOffset since, CancellationToken ct)
    {
        var learners = work.Members.Select(m => m.LearnerId).ToList();
        var held = db.Set<Evaluation>().Where(e => e.IsHeld && e.StartsAt > since && e.Kind != EvaluationKind.Calibration);
        var evaluated = await held.Where(e => among.Contains(e.EvaluatorId) && db.Set<WorkMember>().Any(m => m.AttemptId == e.AttemptId && learners.Contains(m.LearnerId)))
            .Select(e => e.EvaluatorId).ToListAsync(ct);
        var were = await held.Where(e => learners.Contains(e.EvaluatorId))
            .Join(db.Set<WorkMember>(), e => e.AttemptId, m => m.AttemptId, (e, m) => m.LearnerId).ToListAsync(ct);
        return [.. evaluated, .. were];
    }
}
