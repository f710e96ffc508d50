using Academy.Evaluations.Matching;

namespace Academy.Evaluations.Tests.Matching;

/// <summary>The rules that may not be broken, told again in the plainest way: what the matcher gives is held against them.</summary>
internal sealed class Appointments(MatchingRound round)
{
    private readonly List<(WaitingWork Work, OpenSlot Slot)> _made = [];

    public static Appointments Of(MatchingRound round, IEnumerable<Match> matches)
    {
        var made = new Appointments(round);
        foreach (var match in matches) made._made.Add((round.Works.Single(w => w.Id == match.WorkId), round.Slots.Single(s => s.Id == match.SlotId)));
        return made;
    }

    public IReadOnlyList<(WaitingWork Work, OpenSlot Slot)> Made => _made;

    public IEnumerable<WaitingWork> Unserved => round.Works.Except(_made.Select(m => m.Work));

    /// <summary>Adding one to those that are made; without: one that would be given up for it.</summary>
    public bool Allow(WaitingWork work, OpenSlot slot, WaitingWork? without = null)
    {
        var others = _made.Where(m => m.Work != without && m.Work != work).ToArray();
        return SuitEachOther(work, slot)
            && others.All(m => m.Slot != slot)
            && others.Count(m => m.Slot.Evaluator.Id == slot.Evaluator.Id && m.Slot.Day == slot.Day) < slot.RoomThatDay
            && work.Learners.Append(slot.Evaluator.Id).All(person => others.Where(m => Concerns(m, person)).All(m => m.Slot.End <= slot.Start || slot.End <= m.Slot.Start));
    }

    private bool SuitEachOther(WaitingWork work, OpenSlot slot)
    {
        var evaluator = slot.Evaluator;
        return MayMeet(work, slot)
            && (Understand(work, evaluator) || (work.Rung >= Rung.Mentor && !round.Slots.Any(s => MayMeet(work, s) && Understand(work, s.Evaluator))))
            && (work.Available.Count == 0 || work.Available.Any(p => p.From <= slot.Start && slot.End <= p.To))
            && round.Engagements.Where(e => e.PersonId == evaluator.Id || work.Learners.Contains(e.PersonId)).All(e => e.To <= slot.Start || slot.End <= e.From);
    }

    private bool MayMeet(WaitingWork work, OpenSlot slot)
    {
        var evaluator = slot.Evaluator;
        return !work.Learners.Contains(evaluator.Id)
            && !work.Evaluators.Contains(evaluator.Id)
            && !(evaluator.Household is { } household && work.Households.Contains(household))
            && (evaluator.Validated.Contains(work.Project) || evaluator.Rung == Rung.Mentor)
            && evaluator.Rung <= work.Rung
            && slot.Start >= round.Now + round.Notice;
    }

    private static bool Understand(WaitingWork work, Evaluator evaluator) => evaluator.Languages.Any(work.Languages.Contains);

    private static bool Concerns((WaitingWork Work, OpenSlot Slot) made, Guid person) =>
        made.Slot.Evaluator.Id == person || made.Work.Learners.Contains(person);
}
