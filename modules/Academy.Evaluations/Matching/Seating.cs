namespace Academy.Evaluations.Matching;

/// <summary>Who has which slot at this moment of the search. Whatever is done here keeps every rule that may not be broken.</summary>
internal sealed class Seating
{
    public const int None = -1;
    private const int Engaged = -2;

    private readonly Candidates _candidates;
    private readonly Work[] _works;
    private readonly Slot[] _slots;
    private readonly int[] _slotOf;
    private readonly int[] _workIn;
    private readonly int[] _room;
    private readonly List<(int Slot, int From, int To)>[] _calendars;

    public Seating(Candidates candidates)
    {
        (_candidates, _works, _slots) = (candidates, candidates.Works, candidates.Slots);
        Encounters = new(candidates);
        _slotOf = Nowhere(_works.Length);
        _workIn = Nowhere(_slots.Length);
        _room = [.. candidates.Rooms];
        _calendars = [.. Enumerable.Range(0, candidates.People).Select(_ => new List<(int, int, int)>())];
        foreach (var (person, from, to) in candidates.Engagements) _calendars[person].Add((Engaged, from, to));

        static int[] Nowhere(int length)
        {
            var places = new int[length];
            Array.Fill(places, None);
            return places;
        }
    }

    public Encounters Encounters { get; }

    public int SlotOf(int work) => _slotOf[work];

    public int WorkIn(int slot) => _workIn[slot];

    public bool HasRoom(int slot) => _room[_slots[slot].Day] > 0;

    /// <summary>The same, once the work has left the slot that it has now.</summary>
    public bool HasRoomFor(int work, int slot) =>
        HasRoom(slot) || (_slotOf[work] != None && _slots[_slotOf[work]].Day == _slots[slot].Day);

    public bool IsFree(int slot) => _workIn[slot] == None && HasRoom(slot);

    /// <summary>
    /// Whether everybody has time, once the work has left the slot that it has now and the slot is left by whoever has it.
    /// A learner evaluates, too: two appointments of one person never overlap.
    /// </summary>
    public bool Fits(int work, int slot)
    {
        foreach (var learner in _works[work].Learners)
            if (IsEngaged(learner, slot, _slotOf[work])) return false;
        return !IsEngaged(_slots[slot].Evaluator, slot, slot);
    }

    public void Sit(int work, int slot)
    {
        ref readonly var place = ref _slots[slot];
        var learners = _works[work].Learners;

        (_slotOf[work], _workIn[slot]) = (slot, work);
        _room[place.Day]--;
        Encounters.Add(place.Evaluator, learners);
        _calendars[place.Evaluator].Add((slot, place.Start, place.End));
        foreach (var learner in learners) _calendars[learner].Add((slot, place.Start, place.End));
    }

    public void Leave(int work)
    {
        var slot = _slotOf[work];
        ref readonly var place = ref _slots[slot];
        var learners = _works[work].Learners;

        (_slotOf[work], _workIn[slot]) = (None, None);
        _room[place.Day]++;
        Encounters.Remove(place.Evaluator, learners);
        _calendars[place.Evaluator].Remove((slot, place.Start, place.End));
        foreach (var learner in learners) _calendars[learner].Remove((slot, place.Start, place.End));
    }

    public void Move(int work, int slot)
    {
        if (_slotOf[work] != None) Leave(work);
        Sit(work, slot);
    }

    public IReadOnlyList<Match> Matches() =>
    [
        .. Enumerable.Range(0, _works.Length).Where(work => _slotOf[work] != None)
            .Select(work => _candidates.Match(work, _slotOf[work])),
    ];

    /// <summary>
    /// Whose appointments would have to go, so that the work could have this slot. False: it never can, somebody has to do
    /// something else then. That a day has room is another question.
    /// </summary>
    public bool CanBeCleared(int work, int slot, List<int> inTheWay)
    {
        inTheWay.Clear();
        foreach (var learner in _works[work].Learners)
            if (!Collect(learner)) return false;
        return Collect(_slots[slot].Evaluator);

        bool Collect(int person)
        {
            ref readonly var place = ref _slots[slot];
            foreach (var (other, from, to) in _calendars[person])
            {
                if (from >= place.End || place.Start >= to) continue;
                if (other == Engaged) return false;
                if (_workIn[other] != work && !inTheWay.Contains(_workIn[other])) inTheWay.Add(_workIn[other]);
            }

            return true;
        }
    }

    /// <summary>Of the works that fill this slot's day, the one that has waited least; none if the day is full without any.</summary>
    public int LastOfTheDay(int slot)
    {
        var last = None;
        foreach (var (other, _, _) in _calendars[_slots[slot].Evaluator])
            if (other >= 0 && _slots[other].Day == _slots[slot].Day) last = Math.Max(last, _workIn[other]);
        return last;
    }

    private bool IsEngaged(int person, int slot, int leaving)
    {
        ref readonly var place = ref _slots[slot];
        foreach (var (other, from, to) in _calendars[person])
            if (other != slot && other != leaving && from < place.End && place.Start < to) return true;
        return false;
    }
}
