using Academy.Evaluations.Matching;

namespace Academy.Evaluations.Tests.Matching;

/// <summary>Tries every way to serve a small round, and keeps the one that serves the longest waits.</summary>
internal sealed class Exhaustive(MatchingRound round, WaitingWork[] inOrder)
{
    private readonly Dictionary<(int, string), int> _known = [];

    /// <summary>As many as possible comes out of it by itself: serving one more never costs somebody's place before them.</summary>
    public IReadOnlyList<WaitingWork> BestServed()
    {
        var best = Best(0, []);
        return [.. inOrder.Where((_, i) => (best & Bit(i)) != 0)];
    }

    private int Best(int next, List<Match> made)
    {
        if (next == inOrder.Length) return 0;

        var key = (next, string.Join(' ', made.Select(m => m.SlotId).Order()));
        if (_known.TryGetValue(key, out var known)) return known;

        var work = inOrder[next];
        var appointments = Appointments.Of(round, made);
        var best = Best(next + 1, made);
        foreach (var slot in round.Slots.Where(slot => appointments.Allow(work, slot)))
            best = Math.Max(best, Bit(next) | Best(next + 1, [.. made, new(work.Id, slot.Id)]));
        return _known[key] = best;
    }

    // The longest wait has the highest bit: a greater number serves somebody who waited longer.
    private int Bit(int index) => 1 << (inOrder.Length - 1 - index);
}
