using Academy.Contracts.Curriculum;
using Academy.Evaluations.Matching;

namespace Academy.Benchmarks;

/// <summary>How good a round's matches are for those who wait and those who evaluate, counted without the solver's own means.</summary>
internal sealed class MatchingQuality
{
    private readonly double[] _waits;

    public MatchingQuality(MatchingRound round, MatchingRules rules, IReadOnlyList<Match> matches)
    {
        var works = round.Works.ToDictionary(w => w.Id);
        var slots = round.Slots.ToDictionary(s => s.Id);
        var pairs = matches.Select(m => (Work: works[m.WorkId], Slot: slots[m.SlotId])).ToArray();
        _waits = [.. pairs.Select(p => (p.Slot.Start - p.Work.Since).TotalHours).Order()];

        var recent = round.Encounters.Where(e => round.Now - e.At < TimeSpan.FromDays(rules.MeetAgainDays)).ToArray();
        var met = recent.SelectMany(e => e.Learners.SelectMany(l => new[] { (e.EvaluatorId, l), (l, e.EvaluatorId) })).ToHashSet();
        var now = pairs.SelectMany(p => p.Work.Learners.Select(l => (EvaluatorId: p.Slot.Evaluator.Id, LearnerId: l))).ToArray();
        MetAgain = now.Count(met.Contains);

        var evaluated = round.Encounters.Where(e => round.Now - e.At < TimeSpan.FromDays(rules.CircleDays)).SelectMany(e => e.Learners.Select(l => (e.EvaluatorId, LearnerId: l))).Concat(now)
            .ToLookup(e => e.EvaluatorId, e => e.LearnerId);
        Circles = now.Count(e => Reaches(e.LearnerId, e.EvaluatorId, 3));

        AtNight = pairs.Count(p => (p.Slot.Start.UtcDateTime + p.Work.UtcOffset).TimeOfDay is var time && (time.TotalHours < rules.DayBegins || (time + (p.Slot.End - p.Slot.Start)).TotalHours > rules.DayEnds));
        Fairness = JainIndex(recent.Select(e => e.EvaluatorId).Concat(pairs.Select(p => p.Slot.Evaluator.Id)).CountBy(id => id).ToDictionary(), round);

        bool Reaches(Guid from, Guid to, int steps) => steps > 0 && evaluated[from].Any(next => next == to || Reaches(next, to, steps - 1));
    }

    public int Served => _waits.Length;

    public double MeanWait => _waits.Average();

    /// <summary>Of the load of everybody who has opened a slot: 1 if it is the same for all, 1/n if one carries it alone.</summary>
    public double Fairness { get; }

    public int MetAgain { get; }

    /// <summary>Appointments that close a circle of two to four, with past ones or with each other.</summary>
    public int Circles { get; }

    public int AtNight { get; }

    public double Percentile(double share) => _waits[(int)Math.Min(share * _waits.Length, _waits.Length - 1)];

    private static double JainIndex(Dictionary<Guid, int> loads, MatchingRound round)
    {
        var all = round.Slots.Select(s => s.Evaluator.Id).Distinct().Select(id => (double)loads.GetValueOrDefault(id)).ToArray();
        return all.Sum() * all.Sum() / (all.Length * all.Sum(load => load * load));
    }
}
