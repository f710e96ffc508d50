using Academy.Contracts.Curriculum;
using Academy.Evaluations.Booking;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Slots;

/// <param name="Day">By the evaluator's own clock.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when; midnight stands for the end of the day.</param>
/// <param name="WeeklyUntil">The same time each week until this day; null: only this once.</param>
internal sealed record TimeWish(DateOnly Day, TimeOnly From, TimeOnly To, DateOnly? WeeklyUntil);

/// <summary>Opens a time for others. What overlaps with a time that is open already becomes one with it.</summary>
internal sealed class OpenTimes(AcademyDb db, WhoMayEvaluate who, ICurriculum curriculum, MatchingSignal signal, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid evaluatorId, TimeWish wish, string zoneId, CancellationToken ct)
    {
        var (now, zone) = (clock.GetUtcNow(), LocalDay.Zone(zoneId));
        if (curriculum.Current?.Rules.Evaluation.Slots is not { } rules || !await who.AnythingAsync(evaluatorId, ct)) return Refusals.ValidateFirst;
        if (!OnStep(wish.From, rules) || !OnStep(wish.To, rules)) return Refusals.OffStep.With(rules.UnitMinutes);
        if (wish.To != TimeOnly.MinValue && wish.To <= wish.From) return Refusals.EndsBeforeItBegins;

        var (from, to) = Between(wish.Day, wish.From, wish.To, zone);
        if (from < now.AddMinutes(rules.NoticeMinutes)) return Refusals.TooSoon.With(rules.NoticeMinutes);
        if (from > now.AddDays(rules.HorizonDays)) return Refusals.TooFar.With(rules.HorizonDays);

        await OpenAsync(evaluatorId, [(from, to)], rules, now, ct);
        if (wish.WeeklyUntil is { } until)
        {
            if (until <= wish.Day) return Refusals.EndsBeforeItBegins;
            var weekly = new WeeklyTime(evaluatorId, wish.Day.DayOfWeek, wish.From, wish.To, zone.Id, until, wish.Day, now);
            db.Add(weekly);
            await OpenAsync(weekly, rules, now, ct);
        }

        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        if (!saved.IsRefused) signal.Wake();
        return saved;
    }

    /// <summary>Opens the days of a weekly time that have come within reach.</summary>
    public async Task OpenAsync(WeeklyTime weekly, SlotRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var zone = LocalDay.Zone(weekly.Zone);
        var last = zone.DayOf(now.AddDays(rules.HorizonDays));
        if (weekly.Until < last) last = weekly.Until;
        var times = new List<(DateTimeOffset From, DateTimeOffset To)>();
        for (var day = weekly.OpenedUntil.AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek == weekly.Day) times.Add(Between(day, weekly.From, weekly.To, zone));
        }

        await OpenAsync(weekly.EvaluatorId, times, rules, now, ct);
        if (last > weekly.OpenedUntil) weekly.Opened(last);
    }

    private async Task OpenAsync(
        Guid evaluatorId, List<(DateTimeOffset From, DateTimeOffset To)> times, SlotRules rules, DateTimeOffset now, CancellationToken ct)
    {
        if (times.Count == 0) return;

        var (first, last, unit) = (times.Min(t => t.From), times.Max(t => t.To), TimeSpan.FromMinutes(rules.UnitMinutes));
        var open = await db.Set<OpenUnit>().Where(u => u.EvaluatorId == evaluatorId && u.EndsAt > first && u.StartsAt < last).ToListAsync(ct);
        open.AddRange(db.Set<OpenUnit>().Local.Where(u => u.EvaluatorId == evaluatorId && db.Entry(u).State == EntityState.Added));
        foreach (var (from, to) in times)
        {
            for (var at = from; at + unit <= to; at += unit)
            {
                if (at < now.AddMinutes(rules.NoticeMinutes) || open.Any(u => u.StartsAt < at + unit && u.EndsAt > at)) continue;

                var added = new OpenUnit(evaluatorId, at, at + unit);
                open.Add(added);
                db.Add(added);
            }
        }
    }

    private static (DateTimeOffset From, DateTimeOffset To) Between(DateOnly day, TimeOnly from, TimeOnly to, TimeZoneInfo zone) =>
        (zone.Moment(day, from), to == TimeOnly.MinValue ? zone.Moment(day.AddDays(1), to) : zone.Moment(day, to));

    private static bool OnStep(TimeOnly time, SlotRules rules) => time.Second == 0 && time.Minute % rules.UnitMinutes == 0;
}
