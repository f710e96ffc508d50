using Academy.Contracts.Curriculum;
using Academy.Evaluations.Booking;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Slots;

/// <summary>Takes over what was ticked in the week's table: opens what is new, closes what is no longer ticked and not booked.</summary>
internal sealed class ArrangeWeek(AcademyDb db, WhoMayEvaluate who, ICurriculum curriculum, MatchingSignal signal, TimeProvider clock)
{
    /// <param name="shown">The units that the table offered: whatever else is open stays as it is.</param>
    /// <param name="ticked">Those of them that are to be open.</param>
    public async Task<Outcome> RunAsync(
        Guid evaluatorId, IReadOnlyCollection<DateTimeOffset> shown, IReadOnlyCollection<DateTimeOffset> ticked, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (curriculum.Current?.Rules.Evaluation.Slots is not { } rules || !await who.AnythingAsync(evaluatorId, ct)) return Refusals.ValidateFirst;

        var unit = TimeSpan.FromMinutes(rules.UnitMinutes);
        var (earliest, latest) = (now.AddMinutes(rules.NoticeMinutes), now.AddDays(rules.HorizonDays + 1));
        // A page that was open for long offers units that are too near by now: those are left as they are.
        var offered = shown.Where(at => at >= earliest && at <= latest && at.UtcTicks % unit.Ticks == 0).Select(at => at.ToUniversalTime()).ToHashSet();
        if (offered.Count == 0) return Outcome.Done;

        var (first, last) = (offered.Min(), offered.Max() + unit);
        var open = await db.Set<OpenUnit>().Where(u => u.EvaluatorId == evaluatorId && u.EndsAt > first && u.StartsAt < last).ToListAsync(ct);
        var wanted = ticked.Select(at => at.ToUniversalTime()).Where(offered.Contains).ToHashSet();
        db.RemoveRange(open.Where(u => u.EvaluationId is null && offered.Contains(u.StartsAt) && !wanted.Contains(u.StartsAt)));
        db.AddRange(wanted
            .Where(at => !open.Any(u => u.StartsAt < at + unit && u.EndsAt > at))
            .Select(at => new OpenUnit(evaluatorId, at, at + unit)));
        // Somebody may book what is closed at the same moment: the first of both counts.
        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        if (!saved.IsRefused) signal.Wake();
        return saved;
    }
}
