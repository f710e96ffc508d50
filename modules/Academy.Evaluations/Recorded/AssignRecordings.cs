using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
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
    AcademyDb db, FreeTimes free, Meetings meetings, Appoint appoint, ILearnerProgress progress, IPeople people, ICurriculum curriculum, Tell tell, OneByOne each,
    TimeProvider clock, ILogger<AssignRecordings> log)
{
    /// <summary>Whoever opened a time or evaluated since then counts as somebody who evaluates.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <returns>How many were given to somebody.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (now, numbers, given) = (clock.GetUtcNow(), curriculum.Numbers(), 0);
        var mentors = (await people.MentorsAsync(ct)).ToHashSet();
        var evaluate = await WhoEvaluatesAsync(mentors, now, ct);
        var nobodyFor = new HashSet<Guid>();
        var due = (await db.WaitingRecordingsAsync(ct))
            .Where(w => w.Recording.At <= now.AddHours(-numbers.Appointments.RecordedTakeHours))
            .SelectMany(w => Enumerable.Repeat((w.Work.AttemptId, w.Recording.Kind), w.Work.Missing));
        await each.RunAsync(due, AssignAsync, ct);
        return given;

        async Task AssignAsync((Guid AttemptId, EvaluationKind Kind) waiting)
        {
            if (nobodyFor.Contains(waiting.AttemptId)) return;

            var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == waiting.AttemptId, ct);
            if (await ChooseAsync(work, mentors, evaluate, now, ct) is not { } evaluatorId)
            {
                nobodyFor.Add(work.AttemptId);
                return;
            }

            var outcome = await GiveAsync(work, waiting.Kind, evaluatorId, now, numbers.Appointments, ct);
            if (outcome.IsRefused) log.LogInformation("The recording of {AttemptId} goes on waiting: {Reason}", work.AttemptId, outcome.Refusal!.Code);
            else given++;
        }
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

    private async Task<Guid?> ChooseAsync(Work work, HashSet<Guid> mentors, HashSet<Guid> evaluate, DateTimeOffset now, CancellationToken ct)
    {
        var plan = (await curriculum.ProjectOfAsync(work, ct)).Evaluation!;
        var may = await free.MayAsync(work, plan, mentors, ct, evaluate);
        var since = now - Lately;
        var evaluations = await db.Set<Evaluation>().AsNoTracking()
            .Where(e => may.Contains(e.EvaluatorId) && (e.StartsAt > since || e.State == EvaluationState.UnderWay))
            .ToListAsync(ct);
        var met = await meetings.MetAsync(work, may, now.AddDays(-curriculum.Numbers().Matching.MeetAgainDays), ct);
        return may
            .Where(id => evaluations.Count(e => e.EvaluatorId == id && e.IsAhead && !e.IsAppointment) < TakeRecording.MostAtOnce)
            .OrderBy(met.Contains).ThenBy(mentors.Contains).ThenBy(id => evaluations.Count(e => e.EvaluatorId == id && e.IsHeld)).ThenBy(id => id)
            .Select(id => (Guid?)id)
            .FirstOrDefault();
    }

    /// <summary>Mentors, and whoever evaluates these days; nobody who is on a pause or wants no recordings.</summary>
    private async Task<HashSet<Guid>> WhoEvaluatesAsync(IReadOnlySet<Guid> mentors, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Lately;
        var active = await db.Set<OpenUnit>().Where(u => u.StartsAt > since).Select(u => u.EvaluatorId)
            .Union(db.Set<Evaluation>().Where(e => e.IsHeld && e.StartsAt > since).Select(e => e.EvaluatorId))
            .ToListAsync(ct);
        var who = active.Concat(mentors).ToHashSet();
        who.ExceptWith(await db.Set<Slots.Evaluator>().Where(e => !e.TakesRecorded).Select(e => e.PersonId).ToListAsync(ct));
        who.ExceptWith(await progress.PausedAsync(who, ct));
        return who;
    }
}
