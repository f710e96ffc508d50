using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Booking;

/// <summary>A beginning at which somebody could evaluate a work. Who it is stays in here: learners see the time alone.</summary>
/// <param name="HaveMet">Both met not long ago.</param>
/// <param name="Load">Evaluations that the evaluator has lately given or promised.</param>
internal sealed record FreeTime(Guid EvaluatorId, DateTimeOffset StartsAt, bool IsMentor, bool HaveMet, int Load);

/// <summary>
/// Finds the times for one work: never by somebody who worked on it or lives with somebody who did, never twice by the same
/// person, only by somebody who has validated the project or is a mentor, and speaks their language.
/// </summary>
internal sealed class FreeTimes(AcademyDb db, Meetings meetings, ILearnerProgress progress, IPeople people, ICurriculum curriculum, TimeProvider clock)
{
    public async Task<IReadOnlyList<FreeTime>> ForAsync(Work work, CancellationToken ct)
    {
        var (now, numbers) = (clock.GetUtcNow(), curriculum.Numbers());
        var plan = (await curriculum.ProjectOfAsync(work, ct)).Evaluation!;
        var open = OpenUnits(now, numbers.Slots);
        var there = await open.Select(u => u.EvaluatorId).Distinct().ToHashSetAsync(ct);
        if (there.Count == 0 || work.Missing == 0) return [];

        var mentors = (await people.MentorsAsync(ct)).ToHashSet();
        there.ExceptWith(await progress.PausedAsync(there, ct));
        var evaluators = await MayAsync(work, plan, mentors, ct, there);
        var units = await open.Where(u => evaluators.Contains(u.EvaluatorId)).OrderBy(u => u.StartsAt).ToListAsync(ct);
        var past = await PastAsync(evaluators, now, numbers, ct);
        var met = await meetings.MetAsync(work, evaluators, now.AddDays(-numbers.Matching.MeetAgainDays), ct);
        var caps = await db.Set<Evaluator>().AsNoTracking().Where(e => e.PerDay != null && evaluators.Contains(e.PersonId))
            .ToDictionaryAsync(e => e.PersonId, e => e.PerDay!.Value, ct);
        var persons = await people.FindAsync(evaluators, ct);
        var learners = work.Members.Select(m => m.LearnerId).ToList();
        var busy = await BusyAsync([.. evaluators, .. learners], now, ct);
        var length = TimeSpan.FromMinutes(plan.Minutes);

        var times = new List<FreeTime>();
        foreach (var own in units.GroupBy(u => u.EvaluatorId))
        {
            var zone = LocalDay.Zone(persons.GetValueOrDefault(own.Key)?.TimeZone ?? "");
            var given = past.Where(e => e.EvaluatorId == own.Key).ToList();
            var cap = caps.GetValueOrDefault(own.Key, numbers.Slots.PerDay);
            var days = given.Where(e => e.IsAppointment).CountBy(e => zone.DayOf(e.StartsAt)).ToDictionary();
            times.AddRange(Starts([.. own], length)
                .Where(at => days.GetValueOrDefault(zone.DayOf(at)) < cap)
                .Where(at => !BusyTime.Of(own.Key, at, at + length, default).Any(b => busy.Contains((own.Key, b.StartsAt))))
                .Where(at => !learners.Any(l => BusyTime.Of(l, at, at + length, default).Any(b => busy.Contains((l, b.StartsAt)))))
                .Select(at => new FreeTime(own.Key, at, mentors.Contains(own.Key), met.Contains(own.Key), given.Count)));
        }

        return [.. times.OrderBy(t => t.StartsAt)];
    }

    /// <summary>Where so much time in a row is free.</summary>
    public static IEnumerable<DateTimeOffset> Starts(IReadOnlyList<OpenUnit> units, TimeSpan length)
    {
        for (var first = 0; first < units.Count; first++)
        {
            var last = first;
            while (units[last].EndsAt - units[first].StartsAt < length && last + 1 < units.Count && units[last + 1].StartsAt == units[last].EndsAt) last++;
            if (units[last].EndsAt - units[first].StartsAt >= length) yield return units[first].StartsAt;
        }
    }

    /// <summary>Who may evaluate this work at all. Nobody waits for ever: once mentors are asked, another language is better than nobody.</summary>
    /// <param name="among">Only these come into question; null: everybody.</param>
    public async Task<IReadOnlySet<Guid>> MayAsync(
        Work work, EvaluationPlan plan, IReadOnlySet<Guid> mentors, CancellationToken ct, IReadOnlySet<Guid>? among = null)
    {
        var validated = plan.NeedsMentor(work)
            ? []
            : (await progress.ResultsAsync(work.ProjectSlug, ct)).Values.Where(r => r.IsValidated).Select(r => r.LearnerId);
        var past = (await meetings.PastAsync([work.AttemptId], ct))[work.AttemptId].ToHashSet();
        var ids = validated.Concat(mentors).Where(id => !work.Has(id) && !past.Contains(id) && among?.Contains(id) != false).ToHashSet();

        var persons = await people.FindAsync([.. ids, .. work.Members.Select(m => m.LearnerId)], ct);
        var learners = work.Members.Select(m => persons.GetValueOrDefault(m.LearnerId)).OfType<Person>().ToList();
        var households = learners.Select(l => l.Household).OfType<Guid>().ToHashSet();
        var languages = CommonLanguages(learners);
        var able = ids.Select(id => persons.GetValueOrDefault(id)).OfType<Person>()
            .Where(person => person.IsOpen && !(person.Household is { } home && households.Contains(home)))
            .ToList();
        var understand = able.Where(person => languages.Count == 0 || person.Languages.Any(languages.Contains)).ToList();
        var rung = plan.RungOf(work, curriculum.Numbers().Matching, clock.GetUtcNow());
        return (understand.Count > 0 || rung < Matching.Rung.Mentor ? understand : able).Select(person => person.Id).ToHashSet();
    }

    /// <summary>What a whole team speaks; where that is nothing, what its captain does.</summary>
    public static IReadOnlySet<string> CommonLanguages(IReadOnlyList<Person> learners)
    {
        var common = learners.Select(l => l.Languages.AsEnumerable()).Aggregate((IEnumerable<string>?)null, (all, own) => all?.Intersect(own) ?? own)?.ToHashSet() ?? [];
        return common.Count > 0 || learners.Count == 0 ? common : learners[0].Languages.ToHashSet();
    }

    private IQueryable<OpenUnit> OpenUnits(DateTimeOffset now, SlotRules rules)
    {
        var (from, to) = (now.AddMinutes(rules.NoticeMinutes), now.AddDays(rules.HorizonDays + 1));
        return db.Set<OpenUnit>().AsNoTracking().Where(u => u.EvaluationId == null && u.StartsAt >= from && u.StartsAt < to);
    }

    private async Task<HashSet<(Guid, DateTimeOffset)>> BusyAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Set<BusyTime>().Where(b => ids.Contains(b.PersonId) && b.StartsAt >= now).Select(b => new { b.PersonId, b.StartsAt }).ToListAsync(ct))
            .Select(b => (b.PersonId, b.StartsAt))];

    private async Task<IReadOnlyList<Given>> PastAsync(IReadOnlySet<Guid> evaluators, DateTimeOffset now, EvaluationRules numbers, CancellationToken ct)
    {
        var since = now.AddDays(-Math.Max(numbers.Matching.MeetAgainDays, 1));
        return await db.Set<Evaluation>().AsNoTracking()
            .Where(e => evaluators.Contains(e.EvaluatorId) && e.IsHeld && e.StartsAt > since && e.Kind != EvaluationKind.Calibration)
            .Select(e => new Given(e.EvaluatorId, e.StartsAt, e.Kind))
            .ToListAsync(ct);
    }

    private sealed record Given(Guid EvaluatorId, DateTimeOffset StartsAt, EvaluationKind Kind)
    {
        public bool IsAppointment => Kind is EvaluationKind.Live or EvaluationKind.Third;
    }
}
