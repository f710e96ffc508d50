using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
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
    AcademyDb db, ICurriculum curriculum, ILearnerProgress progress, IPeople people, Appoint appoint, Meetings meetings, OneByOne each, TimeProvider clock,
    ILogger<MatchWaiting> log)
{
    /// <returns>How many appointments were made.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (now, made) = (clock.GetUtcNow(), 0);
        // Appointments of different lengths cannot be exchanged: each length is a round of its own.
        await each.RunAsync((await WaitingAsync(ct)).GroupBy(w => w.Plan.Minutes), MatchAsync, ct);
        return made;

        async Task MatchAsync(IGrouping<int, (Work Work, EvaluationPlan Plan)> works)
        {
            var (round, slots) = await RoundAsync([.. works], works.Key, now, ct);
            if (round.Slots.Count > 0) await each.RunAsync(Matcher.Solve(round, curriculum.Numbers().Matching, ct), match => AppointAsync(match, slots[match.SlotId]), ct);
        }

        async Task AppointAsync(Match match, OpenSlot slot)
        {
            var outcome = await appoint.RunAsync(match.WorkId, slot.Evaluator.Id, slot.Start, ct, onlyIfSearching: true);
            if (outcome.IsRefused) log.LogInformation("{AttemptId} goes on waiting: {Reason}", match.WorkId, outcome.Refusal!.Code);
            else made++;
        }
    }

    private async Task<IReadOnlyList<(Work Work, EvaluationPlan Plan)>> WaitingAsync(CancellationToken ct)
    {
        var searching = await db.Set<Work>().AsNoTracking().Include(w => w.Members)
            .Where(w => w.State == WorkState.Waiting && w.IsSearching && w.Needed > w.Held)
            .OrderBy(w => w.WaitingSince)
            .ToListAsync(ct);
        var works = new List<(Work Work, EvaluationPlan Plan)>();
        await each.RunAsync(searching, async work => works.Add((work, (await curriculum.ProjectOfAsync(work, ct)).Evaluation!)), ct);
        return await WhoCanPayAsync(works, curriculum.Numbers().Points, ct);
    }

    private async Task<(MatchingRound Round, IReadOnlyDictionary<Guid, OpenSlot> Slots)> RoundAsync(
        IReadOnlyList<(Work Work, EvaluationPlan Plan)> works, int minutes, DateTimeOffset now, CancellationToken ct)
    {
        var numbers = curriculum.Numbers();
        var (from, to) = (now.AddMinutes(numbers.Slots.NoticeMinutes), now.AddDays(numbers.Slots.HorizonDays + 1));
        var units = await db.Set<OpenUnit>().AsNoTracking()
            .Where(u => u.EvaluationId == null && u.StartsAt >= from && u.StartsAt < to)
            .OrderBy(u => u.EvaluatorId).ThenBy(u => u.StartsAt)
            .ToListAsync(ct);
        var evaluatorIds = units.Select(u => u.EvaluatorId).Distinct().ToList();
        var persons = await people.FindAsync([.. evaluatorIds.Concat(works.SelectMany(w => w.Work.Members.Select(m => m.LearnerId))).Distinct()], ct);
        var asked = await meetings.PastAsync([.. works.Select(w => w.Work.AttemptId)], ct);
        var past = await PastAsync(now.AddDays(-Math.Max(numbers.Matching.CircleDays, numbers.Matching.MeetAgainDays)), ct);
        var slots = await SlotsAsync(units, TimeSpan.FromMinutes(minutes), persons, past, numbers, ct);

        var first = works.Select(w => w.Work.WaitingSince ?? now).DefaultIfEmpty(now).Min();
        return (
            new MatchingRound(
                now,
                [.. works.Select(w => Waiting(w.Work, w.Plan, w.Work.IsFirst ? first.AddHours(-1) : w.Work.WaitingSince ?? now, now, persons, asked[w.Work.AttemptId], numbers))],
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
        IEnumerable<Guid> asked, EvaluationRules numbers)
    {
        var learners = work.Members.Select(m => persons.GetValueOrDefault(m.LearnerId)).OfType<Person>().ToList();
        var zone = LocalDay.Zone(persons.GetValueOrDefault(work.CaptainId)?.TimeZone ?? "");
        return new WaitingWork(
            work.AttemptId, [.. work.Members.Select(m => m.LearnerId)], ProjectFor(plan, work), since,
            plan.RungOf(work, numbers.Matching, now))
        {
            Languages = [.. FreeTimes.CommonLanguages(learners)],
            Households = [.. learners.Select(l => l.Household).OfType<Guid>()],
            Evaluators = [.. asked],
            UtcOffset = zone.GetUtcOffset(now),
        };
    }

    /// <summary>A project that nobody has validated leaves mentors only.</summary>
    private static string ProjectFor(EvaluationPlan plan, Work work) => plan.NeedsMentor(work) ? "" : work.ProjectSlug;

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
    private async Task<IReadOnlyList<(Work Work, EvaluationPlan Plan)>> WhoCanPayAsync(
        List<(Work Work, EvaluationPlan Plan)> works, PointRules rules, CancellationToken ct)
    {
        if (works.Count == 0) return works;

        var balances = await db.Set<PointAccount>().AsNoTracking().ToDictionaryAsync(a => a.Name, a => a.Balance, ct);
        var ids = works.Select(w => w.Work.AttemptId).ToList();
        var ahead = await db.Set<Evaluation>()
            .Where(e => ids.Contains(e.AttemptId) && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay))
            .GroupBy(e => e.AttemptId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return
        [
            .. works.Where(w =>
                balances.GetValueOrDefault(PointAccount.OfWork(w.Work.AttemptId))
                    + w.Work.Members.Sum(m => balances.GetValueOrDefault(PointAccount.Of(m.LearnerId), rules.Start))
                    >= w.Plan.PriceOfNext(w.Work, rules) * (ahead.GetValueOrDefault(w.Work.AttemptId) + 1)),
        ];
    }

    private sealed record Past(Evaluation Evaluation, IReadOnlyList<Guid> Learners);
}
