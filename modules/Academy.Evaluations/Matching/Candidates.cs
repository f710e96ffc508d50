using Academy.Contracts.Curriculum;

namespace Academy.Evaluations.Matching;

/// <summary>
/// A round made ready for counting: works in the order of their wait, slots in the order of their hours, people as numbers.
/// </summary>
internal sealed class Candidates
{
    private const int Alone = -1;

    private readonly MatchingRound _round;
    private readonly WaitingWork[] _works;
    private readonly OpenSlot[] _slots;
    private readonly Numbering<Guid> _people = new();
    private readonly Numbering<Guid> _households = new();
    private readonly Numbering<(Guid Evaluator, DateOnly Day)> _days = new();

    public Candidates(MatchingRound round, MatchingRules rules)
    {
        (_round, Rules) = (round, rules);
        _works = [.. round.Works.OrderBy(w => w.Since).ThenBy(w => w.Id)];
        _slots =
        [
            .. round.Slots
                .Where(s => s.Start - round.Now >= round.Notice)
                .OrderBy(s => s.Start).ThenBy(s => s.Id),
        ];
        Slots = [.. _slots.Select(Number)];

        Rooms = new int[_days.Count];
        for (var slot = 0; slot < _slots.Length; slot++) Rooms[Slots[slot].Day] = _slots[slot].RoomThatDay;

        var choices = new Choices(_slots);
        Works = [.. _works.Select(work => Number(work, choices.For(work)))];
        Engagements = [.. round.Engagements.Select(e => (_people.Of(e.PersonId), Minutes(e.From), Minutes(e.To)))];
        Encounters = [.. round.Encounters.Select(e => (_people.Of(e.EvaluatorId), e.Learners.Select(_people.Of).ToArray(), round.Now - e.At))];
    }

    public MatchingRules Rules { get; }

    public Work[] Works { get; }

    public Slot[] Slots { get; }

    /// <summary>For each evaluator's day, how many appointments it still takes.</summary>
    public int[] Rooms { get; }

    public (int Person, int From, int To)[] Engagements { get; }

    public (int Evaluator, int[] Learners, TimeSpan Ago)[] Encounters { get; }

    public int People => _people.Count;

    public Match Match(int work, int slot) => new(_works[work].Id, _slots[slot].Id);

    private Work Number(WaitingWork work, List<int> slots)
    {
        int[] learners = [.. work.Learners.Select(_people.Of)];
        return new()
        {
            Learners = learners,
            NeverWith = [.. learners, .. work.Evaluators.Select(_people.Of)],
            Households = [.. work.Households.Select(_households.Of)],
            Clock = (int)(_round.Now.UtcDateTime + work.UtcOffset).TimeOfDay.TotalMinutes,
            Haste = 1 + Math.Max(0, (_round.Now - work.Since) / TimeSpan.FromHours(Rules.PatienceHours)),
            Slots = slots,
        };
    }

    private Slot Number(OpenSlot slot) => new(
        _people.Of(slot.Evaluator.Id),
        _days.Of((slot.Evaluator.Id, slot.Day)),
        Minutes(slot.Start),
        Minutes(slot.End),
        slot.Evaluator.Household is { } household ? _households.Of(household) : Alone);

    private int Minutes(DateTimeOffset time) => (int)Math.Floor((time - _round.Now).TotalMinutes);
}
