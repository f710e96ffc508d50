using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Slots;

/// <summary>An evaluator's own times.</summary>
internal sealed class ReadTimes(AcademyDb db, ICurriculum curriculum, TimeProvider clock)
{
    /// <summary>Open times, units that touch joined to one.</summary>
    public async Task<IReadOnlyList<OpenTime>> OpenAsync(Guid evaluatorId, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        Join(await UnitsAsync(evaluatorId, from, to, ct));

    /// <summary>Where the open units of a time begin.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> StartsAsync(Guid evaluatorId, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        [.. (await UnitsAsync(evaluatorId, from, to, ct)).Select(u => u.StartsAt)];

    public async Task<IReadOnlyList<WeeklyTime>> WeeklyAsync(Guid evaluatorId, CancellationToken ct)
    {
        var times = await db.Set<WeeklyTime>().AsNoTracking().Where(t => t.EvaluatorId == evaluatorId).ToListAsync(ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. times.Where(t => t.Until >= today).OrderBy(t => ((int)t.Day + 6) % 7).ThenBy(t => t.From)];
    }

    public async Task<Evaluator> ChoicesAsync(Guid evaluatorId, CancellationToken ct) =>
        await db.Set<Evaluator>().AsNoTracking().SingleOrDefaultAsync(e => e.PersonId == evaluatorId, ct) ?? new Evaluator(evaluatorId);

    /// <summary>The week in which <paramref name="day"/> lies, by the evaluator's own clock.</summary>
    /// <param name="allHours">The whole day, not only the usual hours.</param>
    public async Task<WeekView> WeekAsync(Guid evaluatorId, DateOnly? day, bool allHours, string zoneId, CancellationToken ct)
    {
        var (now, zone) = (clock.GetUtcNow(), LocalDay.Zone(zoneId));
        var rules = curriculum.Current?.Rules.Evaluation.Slots ?? EvaluationRules.Default.Slots;
        var (today, last) = (zone.DayOf(now), zone.DayOf(now.AddDays(rules.HorizonDays)));
        var monday = LocalDay.Monday(day is { } asked && asked >= today && asked <= last ? asked : today);
        var units = (await UnitsAsync(evaluatorId, zone.Moment(monday, default), zone.Moment(monday.AddDays(7), default), ct))
            .ToDictionary(u => u.StartsAt);

        var perDay = 24 * 60 / rules.UnitMinutes;
        var (first, end) = Hours(units.Keys, zone, allHours);
        var rows = Enumerable.Range(0, perDay)
            .Select(i => TimeOnly.MinValue.AddMinutes(i * rules.UnitMinutes))
            .Where(t => t.Hour >= first && t.Hour < end)
            .Select(t => new WeekRow(t, [.. Enumerable.Range(0, 7).Select(d => Cell(monday.AddDays(d), t))]))
            .ToList();
        return new WeekView(monday, rules.UnitMinutes, rows, monday > LocalDay.Monday(today), monday.AddDays(7) <= last, allHours);

        WeekCell Cell(DateOnly on, TimeOnly at)
        {
            if (!zone.Has(on, at)) return new WeekCell(null, CellState.Never);

            var moment = zone.Moment(on, at);
            if (units.TryGetValue(moment, out var unit) && unit.EvaluationId is not null) return new WeekCell(moment, CellState.Booked);
            var reachable = moment >= now.AddMinutes(rules.NoticeMinutes) && on <= last;
            return new WeekCell(moment, unit is not null ? reachable ? CellState.Open : CellState.Past : reachable ? CellState.Closed : CellState.Never);
        }
    }

    private static (int First, int End) Hours(IReadOnlyCollection<DateTimeOffset> open, TimeZoneInfo zone, bool allHours)
    {
        if (allHours) return (0, 24);

        var hours = open.Select(at => TimeZoneInfo.ConvertTime(at, zone).Hour).Append(8).Append(20).ToList();
        return (hours.Min(), hours.Max() + 1);
    }

    private Task<List<OpenUnit>> UnitsAsync(Guid evaluatorId, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        db.Set<OpenUnit>().AsNoTracking()
            .Where(u => u.EvaluatorId == evaluatorId && u.StartsAt >= from && u.StartsAt < to)
            .OrderBy(u => u.StartsAt)
            .ToListAsync(ct);

    private static List<OpenTime> Join(IEnumerable<OpenUnit> units)
    {
        var times = new List<OpenTime>();
        foreach (var unit in units)
        {
            var isBooked = unit.EvaluationId is not null;
            if (times.LastOrDefault() is { } before && before.EndsAt == unit.StartsAt && before.IsBooked == isBooked)
                times[^1] = before with { EndsAt = unit.EndsAt };
            else times.Add(new OpenTime(unit.StartsAt, unit.EndsAt, isBooked));
        }

        return times;
    }
}

/// <param name="IsBooked">Somebody has taken it.</param>
internal sealed record OpenTime(DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsBooked);

internal sealed record WeekView(DateOnly Monday, int UnitMinutes, IReadOnlyList<WeekRow> Rows, bool HasBefore, bool HasAfter, bool AllHours)
{
    /// <summary>The first day on which a time can still be opened.</summary>
    public DateOnly FirstDay => Monday.AddDays(Enumerable.Range(0, 7).FirstOrDefault(day => Rows.Any(r => r.Cells[day].State is CellState.Open or CellState.Closed)));
}

internal sealed record WeekRow(TimeOnly Time, IReadOnlyList<WeekCell> Cells);

/// <param name="At">The moment; null when clocks never show it on that day.</param>
internal sealed record WeekCell(DateTimeOffset? At, CellState State);

internal enum CellState
{
    /// <summary>Cannot be opened: passed, too soon or too far.</summary>
    Never,
    Closed,
    Open,

    /// <summary>Open, and too near to be closed or booked.</summary>
    Past,
    Booked,
}
