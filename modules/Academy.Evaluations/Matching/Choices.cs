namespace Academy.Evaluations.Matching;

/// <summary>Which slots suit a work by project, rung, language and hour; counted once for all works that are alike.</summary>
internal sealed class Choices
{
    private readonly OpenSlot[] _slots;
    private readonly (long Start, long End)[] _hours;
    private readonly ulong[] _spoken;
    private readonly Numbering<string> _languages = new();
    private readonly List<int> _mentors = [];
    private readonly Dictionary<string, List<int>> _validated = [];
    private readonly Dictionary<(string Project, Rung Rung, ulong Languages), List<int>> _alike = [];

    /// <summary>Slots come soonest first.</summary>
    public Choices(OpenSlot[] slots)
    {
        _slots = slots;
        _hours = [.. slots.Select(s => (s.Start.UtcTicks, s.End.UtcTicks))];
        _spoken = [.. slots.Select(s => Languages(s.Evaluator.Languages))];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot].Evaluator.Rung == Rung.Mentor)
                _mentors.Add(slot);
            else
                foreach (var project in slots[slot].Evaluator.Validated) OfProject(project).Add(slot);
        }
    }

    public List<int> For(WaitingWork work)
    {
        var alike = Alike(work.Project, work.Rung, Languages(work.Languages));
        // Nobody waits for ever: once mentors are asked, another language is better than nobody.
        if (work.Rung >= Rung.Mentor && !alike.Exists(slot => MayMeet(work, _slots[slot].Evaluator))) alike = Alike(work.Project, work.Rung, ulong.MaxValue);
        if (work.Available.Count == 0) return alike;

        var suiting = new List<int>();
        foreach (var (from, to) in Joined(work.Available))
        {
            for (var i = FirstFrom(alike, from); i < alike.Count && _hours[alike[i]].Start < to; i++)
                if (_hours[alike[i]].End <= to) suiting.Add(alike[i]);
        }

        return suiting;
    }

    private static bool MayMeet(WaitingWork work, Evaluator evaluator) =>
        !work.Learners.Contains(evaluator.Id)
        && !work.Evaluators.Contains(evaluator.Id)
        && !(evaluator.Household is { } home && work.Households.Contains(home));

    private List<int> Alike(string project, Rung rung, ulong languages)
    {
        if (_alike.TryGetValue((project, rung, languages), out var known)) return known;

        var able = rung < Rung.Mentor ? OfProject(project) : [.. OfProject(project).Concat(_mentors).Order()];
        return _alike[(project, rung, languages)] =
            [.. able.Where(slot => _slots[slot].Evaluator.Rung <= rung && (_spoken[slot] & languages) != 0)];
    }

    /// <summary>Whoever is free from 4 to 5 and from 5 to 6 is free from 4 to 6.</summary>
    private static List<(long From, long To)> Joined(IEnumerable<Period> periods)
    {
        var joined = new List<(long From, long To)>();
        foreach (var (from, to) in periods.OrderBy(p => p.From).Select(p => (p.From.UtcTicks, p.To.UtcTicks)))
        {
            if (joined.Count > 0 && from <= joined[^1].To)
                joined[^1] = (joined[^1].From, Math.Max(to, joined[^1].To));
            else
                joined.Add((from, to));
        }

        return joined;
    }

    private int FirstFrom(List<int> slots, long from)
    {
        var (low, high) = (0, slots.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_hours[slots[middle]].Start < from) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private List<int> OfProject(string project) =>
        _validated.TryGetValue(project, out var slots) ? slots : _validated[project] = [];

    // More than 64 languages would share bits: then two people might be brought together who do not understand each other.
    private ulong Languages(IEnumerable<string> languages) => languages.Aggregate(0UL, (set, language) => set | (1UL << _languages.Of(language)));
}
