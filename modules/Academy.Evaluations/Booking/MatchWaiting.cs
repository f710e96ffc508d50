using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Matching;
using Academy.Evaluations.Points;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Evaluator = Academy.Evaluations.Matching.Evaluator;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Evaluations.Booking;

/// <summary>Finds evaluators for everybody who asked for one, for the whole site at once, and books them.</summary>
internal sealed class MatchWaiting(
    AcademyDb db, ICurriculum curriculum, ILearnerProgress progress, IPeople people, Appoint appoint, TimeProvider clock, ILogger<MatchWaiting> log)
{
    /// <returns>How many appointments were made.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (now, made) = (clock.GetUtcNow(), 0);
        // Appointments of different lengths cannot be exchanged: each length is a round of its own.
        foreach (var length in await LengthsAsync(ct))
        {
            var (round, slots) = await RoundAsync(length, now, ct);
            if (round.Works.Count == 0 || round.Slots.Count == 0) continue;

            foreach (var match in Matcher.Solve(round, curriculum.Numbers().Matching, ct))
            {
                var slot = slots[match.SlotId];
                db.ChangeTracker.Clear();
                var outcome = await appoint.RunAsync(match.WorkId, slot.Evaluator.Id, slot.Start, ct);
                if (outcome.IsRefused) log.LogInformation("{AttemptId} goes on waiting: {Reason}", match.WorkId, outcome.Refusal!.Code);
                else made++;
            }
        }

        return made;
    }

    private IQueryable<Work> Searching => db.Set<Work>().AsNoTracking().Include(w => w.Members)
        .Where(w => w.State == WorkState.Waiting && w.IsSearching && w.Needed > w.Held);

    private async Task<IReadOnlyList<int>> LengthsAsync(CancellationToken ct)
    {
        var lengths = new List<int>();
        foreach (var work in await Searching.OrderBy(w => w.WaitingSince).ToListAsync(ct))
            lengths.Add((await curriculum.ProjectOfAsync(work, ct)).Evaluation!.Minutes);
        return [.. lengths.Distinct()];
    }

    private async Task<(MatchingRound Round, IReadOnlyDictionary<Guid, OpenSlot> Slots)> RoundAsync(
        int minutes, DateTimeOffset now, CancellationToken ct)
    {
        var numbers = curriculum.Numbers();
        var works = new List<(Work Work, EvaluationPlan Plan)>();
        foreach (var work in await WhoCanPayAsync(await Searching.ToListAsync(ct), numbers.Points, ct))
        {
            var plan = (await curriculum.ProjectOfAsync(work, ct)).Evaluation!;
            if (plan.Minutes == minutes) works.Add((work, plan));
        }

        var (from, to) = (now.AddMinutes(numbers.Slots.NoticeMinutes), now.AddDays(numbers.Slots.HorizonDays + 1));
        var units = await db.Set<OpenUnit>().AsNoTracking()
            .Where(u => u.EvaluationId == null && u.StartsAt >= from && u.StartsAt < to)
            .OrderBy(u => u.EvaluatorId).ThenBy(u => u.StartsAt)
            .ToListAsync(ct);
        var evaluatorIds = units.Select(u => u.EvaluatorId).Distinct().ToList();
        var persons = await people.FindAsync([.. evaluatorIds.Concat(works.SelectMany(w => w.Work.Members.Select(m => m.LearnerId))).Distinct()], ct);
        var past = await PastAsync(now.AddDays(-Math.Max(numbers.Matching.CircleDays, numbers.Matching.MeetAgainDays)), ct);
        var slots = await SlotsAsync(units, TimeSpan.FromMinutes(minutes), persons, past, numbers, ct);

        var first = works.Select(w => w.Work.WaitingSince ?? now).DefaultIfEmpty(now).Min();
        return (
            new MatchingRound(
                now,
                [.. works.Select(w => Waiting(w.Work, w.Plan, w.Work.IsFirst ? first.AddHours(-1) : w.Work.WaitingSince ?? now, now, persons, past, numbers))],
                [.. slots.Values],
                [.. past.Where(p => p.Evaluation.IsAppointment && p.Evaluation.EndsAt > now).SelectMany(p => p.Learners.Append(p.Evaluation.EvaluatorId)
                    .Select(id => new Engagement(id, p.Evaluation.StartsAt, p.Evaluation.EndsAt)))],
                [.. past.Select(p => new Encounter(p.Evaluation.EvaluatorId, p.Learners, p.Evaluation.StartsAt))])
            {
                Notice = TimeSpan.FromMinutes(numbers.Slots.NoticeMinutes),
            },
            slots);
    }

    private static WaitingWork Waiting(
        Work work, EvaluationPlan plan, DateTimeOffset since, DateTimeOffset now, IReadOnlyDictionary<Guid, Person> persons,
        IReadOnlyList<Past> past, EvaluationRules numbers)
    {
        var learners = work.Members.Select(m => persons.GetValueOrDefault(m.LearnerId)).OfType<Person>().ToList();
        var zone = LocalDay.Zone(persons.GetValueOrDefault(work.CaptainId)?.TimeZone ?? "");
        // Of a project that nobody has validated, only a mentor can take the evaluation.
        var onlyMentors = plan.NeedsMentor(work);
        var rung = numbers.Matching.RungAfter(now - (work.WaitingSince ?? now));
        return new WaitingWork(
            work.AttemptId, [.. work.Members.Select(m => m.LearnerId)], onlyMentors ? "" : work.ProjectSlug, since,
            onlyMentors && rung < Rung.Mentor ? Rung.Mentor : rung)
        {
            Languages = [.. FreeTimes.CommonLanguages(learners)],
            Households = [.. learners.Select(l => l.Household).OfType<Guid>()],
            Evaluators = [.. past.Where(p => p.Evaluation.AttemptId == work.AttemptId).Select(p => p.Evaluation.EvaluatorId)],
            UtcOffset = zone.GetUtcOffset(now),
        };
    }

    private async Task<IReadOnlyDictionary<Guid, OpenSlot>> SlotsAsync(
        List<OpenUnit> units, TimeSpan length, IReadOnlyDictionary<Guid, Person> persons, IReadOnlyList<Past> past,
        EvaluationRules numbers, CancellationToken ct)
    {
        var ids = units.Select(u => u.EvaluatorId).Distinct().ToList();
        var mentors = (await people.MentorsAsync(ct)).ToHashSet();
        var validated = await progress.ValidatedAsync(ids, ct);
        var paused = await progress.PausedAsync(ids, ct);
        var caps = await db.Set<Slots.Evaluator>().AsNoTracking().Where(e => e.PerDay != null && ids.Contains(e.PersonId))
            .ToDictionaryAsync(e => e.PersonId, e => e.PerDay!.Value, ct);
        var slots = new Dictionary<Guid, OpenSlot>();
        foreach (var own in units.GroupBy(u => u.EvaluatorId))
        {
            if (persons.GetValueOrDefault(own.Key) is not { IsOpen: true } person || paused.Contains(own.Key)) continue;

            var projects = validated.GetValueOrDefault(own.Key) ?? new HashSet<string>();
            var rung = mentors.Contains(own.Key) ? Rung.Mentor : HasFinishedATrack(projects) ? Rung.Alumni : Rung.Peer;
            var evaluator = new Evaluator(own.Key, rung, [.. projects], [.. person.Languages]) { Household = person.Household };
            var zone = LocalDay.Zone(person.TimeZone);
            var booked = past.Where(p => p.Evaluation.EvaluatorId == own.Key && p.Evaluation.IsAppointment)
                .CountBy(p => zone.DayOf(p.Evaluation.StartsAt)).ToDictionary();
            foreach (var start in FreeTimes.Starts([.. own], length))
            {
                var (day, id) = (zone.DayOf(start), new Guid(slots.Count + 1, 0, 0, new byte[8]));
                var room = caps.GetValueOrDefault(own.Key, numbers.Slots.PerDay) - booked.GetValueOrDefault(day);
                slots.Add(id, new OpenSlot(id, evaluator, start, start + length, day, Math.Max(0, room)));
            }
        }

        return slots;
    }

    private bool HasFinishedATrack(IReadOnlySet<string> validated) =>
        curriculum.Current?.Tracks.Any(t => t.Projects.Any() && t.Projects.All(p => validated.Contains(p.Slug))) == true;

    private async Task<IReadOnlyList<Past>> PastAsync(DateTimeOffset since, CancellationToken ct)
    {
        var evaluations = await db.Set<Evaluation>().AsNoTracking()
            .Where(e => e.IsHeld && e.EndsAt > since && e.Kind != EvaluationKind.Calibration)
            .ToListAsync(ct);
        var members = (await db.Set<WorkMember>().AsNoTracking()
            .Where(m => db.Set<Evaluation>().Any(e => e.AttemptId == m.AttemptId && e.IsHeld && e.EndsAt > since))
            .ToListAsync(ct)).ToLookup(m => m.AttemptId, m => m.LearnerId);
        return [.. evaluations.Select(e => new Past(e, [.. members[e.AttemptId]]))];
    }

    /// <summary>Whoever has no point for the next evaluation would only keep a time from somebody else.</summary>
    private async Task<IReadOnlyList<Work>> WhoCanPayAsync(List<Work> works, PointRules rules, CancellationToken ct)
    {
        if (works.Count == 0) return works;

        var balances = await db.Set<PointAccount>().AsNoTracking().ToDictionaryAsync(a => a.Name, a => a.Balance, ct);
        var ids = works.Select(w => w.AttemptId).ToList();
        var ahead = await db.Set<Evaluation>()
            .Where(e => ids.Contains(e.AttemptId) && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay))
            .GroupBy(e => e.AttemptId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return
        [
            .. works.Where(w =>
                balances.GetValueOrDefault(PointAccount.OfWork(w.AttemptId))
                    + w.Members.Sum(m => balances.GetValueOrDefault(PointAccount.Of(m.LearnerId), rules.Start))
                    >= rules.Cost * (ahead.GetValueOrDefault(w.AttemptId) + 1)),
        ];
    }

    private sealed record Past(Evaluation Evaluation, IReadOnlyList<Guid> Learners);
}
