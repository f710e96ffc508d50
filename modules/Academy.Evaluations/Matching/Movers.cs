using System.Runtime.InteropServices;

namespace Academy.Evaluations.Matching;

/// <summary>
/// Finds a slot for a work whose slots are all taken, by moving those who have another choice: the shortest augmenting path,
/// breadth first. Nobody who has a slot loses it for none.
/// </summary>
internal sealed class Movers
{
    // A path may meet one person twice and fail halfway, with everybody seated as well as before; then one looks again.
    private const int Tries = 3;
    private const int Closed = int.MaxValue;

    private readonly Candidates _candidates;
    private readonly Seating _seating;
    private readonly ILookup<int, int> _slotsOfDay;
    private readonly int[] _slotSeen;
    private readonly int[] _daySeen;
    private readonly int[] _wantedBy;
    private readonly int[] _opens;
    private readonly int[] _askedIn;
    private readonly Dictionary<List<int>, (int Search, List<int> Slots)> _unseen = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _inTheWay = [];
    private readonly List<int> _seen = [];
    private readonly Queue<int> _asking = new();
    private int _search;

    public Movers(Candidates candidates, Seating seating)
    {
        (_candidates, _seating) = (candidates, seating);
        _slotsOfDay = Enumerable.Range(0, candidates.Slots.Length).ToLookup(slot => candidates.Slots[slot].Day);
        _slotSeen = new int[candidates.Slots.Length];
        _daySeen = new int[candidates.Rooms.Length];
        _wantedBy = new int[candidates.Slots.Length];
        _opens = new int[candidates.Works.Length];
        _askedIn = new int[candidates.Works.Length];
    }

    public bool MakeRoomFor(int work)
    {
        for (var i = 0; i < Tries; i++)
        {
            var end = Search(work);
            if (end == Seating.None) return false;
            if (MoveAlong(end)) return true;
        }

        return false;
    }

    /// <summary>Calendars have changed: what was closed may lead somewhere now.</summary>
    public void OpenAll() => Array.Clear(_slotSeen);

    /// <summary>
    /// The free slot at the end of a path of moves, or none. Then no path leads out of what was seen, and later ones need
    /// not enter it: that keeps a crowded site as quick as a quiet one.
    /// </summary>
    private int Search(int work)
    {
        _search++;
        _seen.Clear();
        _asking.Clear();
        _asking.Enqueue(work);
        while (_asking.TryDequeue(out var asking))
        {
            var unseen = Unseen(_candidates.Works[asking].Slots);
            for (var i = unseen.Count - 1; i >= 0; i--)
            {
                var slot = unseen[i];
                if (_slotSeen[slot] >= _search)
                {
                    Forget(unseen, i);
                    continue;
                }

                if (slot == _seating.SlotOf(asking) || !_candidates.Works[asking].MayMeet(_candidates.Slots[slot])) continue;
                if (!_seating.CanBeCleared(asking, slot, _inTheWay) || _inTheWay.Count > 1) continue; // two would have to go elsewhere at once

                Forget(unseen, i);
                _slotSeen[slot] = _search;
                _seen.Add(slot);
                _wantedBy[slot] = asking;
                if (_inTheWay.Count == 1) Ask(_inTheWay[0], opens: slot);
                else if (_seating.HasRoom(slot)) return slot;
                else AskTheDayOf(slot);
            }
        }

        foreach (var slot in _seen) _slotSeen[slot] = Closed;
        return Seating.None;
    }

    /// <summary>What this search has not yet seen of a project's slots: many works ask for the same ones.</summary>
    private List<int> Unseen(List<int> slots)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_unseen, slots, out var known);
        if (!known) entry = (0, []);
        if (entry.Search == _search) return entry.Slots;

        entry.Search = _search;
        entry.Slots.Clear();
        entry.Slots.AddRange(slots);
        return entry.Slots;
    }

    private static void Forget(List<int> slots, int index)
    {
        slots[index] = slots[^1];
        slots.RemoveAt(slots.Count - 1);
    }

    /// <summary>If this work goes elsewhere, the slot can be taken.</summary>
    private void Ask(int work, int opens)
    {
        if (_askedIn[work] == _search) return;

        _askedIn[work] = _search;
        _opens[work] = opens;
        _asking.Enqueue(work);
    }

    /// <summary>The slot is free and its evaluator has enough that day: any appointment less makes room.</summary>
    private void AskTheDayOf(int slot)
    {
        var day = _candidates.Slots[slot].Day;
        if (_daySeen[day] >= _search) return;

        _daySeen[day] = _search;
        foreach (var taken in _slotsOfDay[day])
            if (_seating.WorkIn(taken) != Seating.None) Ask(_seating.WorkIn(taken), opens: slot);
    }

    private bool MoveAlong(int free)
    {
        while (true)
        {
            var work = _wantedBy[free];
            var left = _seating.SlotOf(work);
            if (!_seating.Fits(work, free) || !_seating.HasRoomFor(work, free)) return false;

            _seating.Move(work, free);
            if (left == Seating.None) return true;
            free = _opens[work];
        }
    }
}
