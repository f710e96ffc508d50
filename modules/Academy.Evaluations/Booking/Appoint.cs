using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Booking;

/// <summary>Makes one appointment, whoever chose it. Of all who want the same time at once, the database lets one win.</summary>
internal sealed class Appoint(
    AcademyDb db, ICurriculum curriculum, IPeople people, Ledger ledger, WorkPurse purse, Tell tell, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid attemptId, Guid evaluatorId, DateTimeOffset startsAt, CancellationToken ct, bool onlyIfSearching = false)
    {
        var now = clock.GetUtcNow();
        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == attemptId, ct);
        if (onlyIfSearching && !work.IsSearching) return Refusals.JustChanged;

        var project = await curriculum.ProjectOfAsync(work, ct);
        var plan = project.Evaluation!;
        var endsAt = startsAt.AddMinutes(plan.Minutes);
        var units = await db.Set<OpenUnit>()
            .Where(u => u.EvaluatorId == evaluatorId && u.StartsAt >= startsAt && u.StartsAt < endsAt)
            .OrderBy(u => u.StartsAt)
            .ToListAsync(ct);
        if (units.Any(u => u.EvaluationId is not null) || FreeTimes.Starts(units, endsAt - startsAt).FirstOrDefault() != startsAt) return Refusals.TimeTaken;
        if (!await TakeRoomAsync(evaluatorId, startsAt, ct)) return Refusals.TimeTaken;

        var kind = plan.NeedsMentor(work) ? EvaluationKind.Third : EvaluationKind.Live;
        var evaluation = new Evaluation(attemptId, evaluatorId, kind, startsAt, endsAt, work.WaitingSince ?? now, now);
        var held = await HoldAsync(work, evaluation, now, ct);
        if (held.IsRefused) return held.Refusal == Refusals.JustChanged ? Refusals.TimeTaken : held.Refusal!;

        foreach (var unit in units) unit.Take(evaluation.Id);
        foreach (var person in work.Members.Select(m => m.LearnerId).Append(evaluatorId))
            db.AddRange(BusyTime.Of(person, startsAt, endsAt, evaluation.Id));
        tell.Booked(work, evaluation, project.Title);
        var saved = await db.SaveOrRefuseAsync(Refusals.TimeTaken, ct);
        return saved.IsRefused ? saved.Refusal! : evaluation.Id;
    }

    /// <summary>
    /// Whether the evaluator takes one more appointment on that day of theirs. Their row changes with it, so that of two who ask
    /// at once only one is counted.
    /// </summary>
    private async Task<bool> TakeRoomAsync(Guid evaluatorId, DateTimeOffset startsAt, CancellationToken ct)
    {
        var evaluator = await db.FindAsync<Evaluator>([evaluatorId], ct);
        if (evaluator is null) db.Add(evaluator = new Evaluator(evaluatorId));
        else db.Entry(evaluator).Property(e => e.Version).IsModified = true;

        var zone = LocalDay.Zone((await people.FindAsync([evaluatorId], ct)).GetValueOrDefault(evaluatorId)?.TimeZone ?? "");
        var day = zone.DayOf(startsAt);
        var (from, to) = (zone.Moment(day, TimeOnly.MinValue), zone.Moment(day.AddDays(1), TimeOnly.MinValue));
        var booked = await db.Set<Evaluation>().CountAsync(
            e => e.EvaluatorId == evaluatorId && e.IsHeld && e.StartsAt >= from && e.StartsAt < to
                && (e.Kind == EvaluationKind.Live || e.Kind == EvaluationKind.Third),
            ct);
        return booked < (evaluator.PerDay ?? curriculum.Numbers().Slots.PerDay);
    }

    /// <summary>Takes a place among the evaluations that the work needs. Whoever lost a point pays for the next one now.</summary>
    public async Task<Outcome> HoldAsync(Work work, Evaluation evaluation, DateTimeOffset now, CancellationToken ct)
    {
        var rules = curriculum.Numbers().Points;
        var price = (await curriculum.ProjectOfAsync(work, ct)).Evaluation!.PriceOfNext(work, rules);
        var held = work.Hold();
        if (held.IsRefused) return held;

        var account = PointAccount.OfWork(work.AttemptId);
        var ahead = await db.Set<Evaluation>().CountAsync(
            e => e.AttemptId == work.AttemptId && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay), ct);
        var missing = price * (ahead + 1) - await ledger.BalanceAsync(account, rules, now, ct);
        if (price > 0 && missing > 0)
        {
            var paid = await purse.PayAsync(
                work, Math.Min(missing, price), new Cause(PointReason.Booked, evaluation.Id, work.AttemptId), rules, now, ct);
            // Somebody has taken a place since the work was read, and the points for it.
            if (paid.IsRefused) return await db.Set<Work>().AnyAsync(w => w.AttemptId == work.AttemptId && w.Version != work.Version, ct) ? Refusals.JustChanged : paid;
        }

        db.Add(evaluation);
        return Outcome.Done;
    }
}
