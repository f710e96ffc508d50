using Academy.Contracts.Curriculum;

namespace Academy.Evaluations.Marks;

/// <summary>People who evaluated each other in a circle, all generously. ByChance: how many such circles one would expect if all were honest.</summary>
internal sealed record SuspectCircle(IReadOnlyList<Guid> People, double ByChance);

/// <summary>
/// Looks for circles of two to four people who meet more often than by chance and give each other better marks than the other
/// evaluators of the same works give. A finding is a question for a trainer, not an answer.
/// </summary>
internal sealed class Collusion
{
    private const int Longest = 4;

    // One very generous mark may be a slip: more than so many spreads count as so many.
    private const double AtMost = 3.5;

    // The generosity of a whole circle is rarer than this, however often its people meet: friends may be honest.
    private const double Luck = 0.001;

    private readonly CollusionRules _rules;
    private readonly Dictionary<Guid, List<(Guid To, double Generosity, double Meeting)>> _generous = [];
    private readonly List<SuspectCircle> _suspects = [];
    private readonly int _people;

    private Collusion(ShadowMarks marks, CollusionRules rules)
    {
        _rules = rules;
        _people = marks.Habits.Count;
        Measure(marks);
        foreach (var person in _generous.Keys) Follow([person], 0, 1);
    }

    /// <summary>The least likely first.</summary>
    public static IReadOnlyList<SuspectCircle> Find(ShadowMarks marks, CollusionRules rules) =>
        [.. new Collusion(marks, rules)._suspects.OrderBy(c => c.ByChance).ThenBy(c => c.People[0])];

    /// <summary>How much better than the others somebody finds the works of another, and how likely it is that they met so often.</summary>
    private void Measure(ShadowMarks marks)
    {
        var edges = Generosities(marks).ToLookup(e => (e.From, e.To), e => e.Generosity);
        var given = edges.GroupBy(e => e.Key.From).ToDictionary(g => g.Key, g => g.Sum(e => e.Count()));
        var received = edges.GroupBy(e => e.Key.To).ToDictionary(g => g.Key, g => g.Sum(e => e.Count()));
        var all = given.Values.Sum();
        foreach (var edge in edges)
        {
            var (from, to) = edge.Key;
            var times = edge.Count();
            var generosity = Math.Min(AtMost, edge.Sum() / Math.Sqrt(times));
            if (generosity < (double)_rules.Generosity) continue;

            var expected = (double)_rules.Familiarity * given[from] * received[to] / all;
            if (!_generous.TryGetValue(from, out var found)) _generous[from] = found = [];
            found.Add((to, generosity, AtLeast(times, expected)));
        }
    }

    private static IEnumerable<(Guid From, Guid To, double Generosity)> Generosities(ShadowMarks marks) =>
        from work in marks.Marks.GroupBy(m => m.WorkId).Select(g => g.ToArray())
        where work.Length > 1
        from mark in work
        let spread = marks.Habits[mark.EvaluatorId].Spread * Math.Sqrt(1 + (1.0 / (work.Length - 1)))
        let generosity = (marks.Corrected(mark) - marks.Points(work.Where(m => m != mark))) / spread
        from learner in mark.Learners
        select (mark.EvaluatorId, learner, generosity);

    // Each circle is found once, from its smallest person.
    private void Follow(Guid[] path, double generosity, double meeting)
    {
        if (!_generous.TryGetValue(path[^1], out var generous)) return;

        foreach (var edge in generous)
        {
            if (edge.To == path[0] && path.Length > 1)
                Suspect(path, generosity + edge.Generosity, meeting * edge.Meeting);
            else if (path.Length < Longest && edge.To.CompareTo(path[0]) > 0 && !path.Contains(edge.To))
                Follow([.. path, edge.To], generosity + edge.Generosity, meeting * edge.Meeting);
        }
    }

    private void Suspect(Guid[] people, double generosity, double meeting)
    {
        var possible = Enumerable.Range(_people - people.Length + 1, people.Length).Aggregate(1.0, (count, n) => count * n) / people.Length;
        var luck = UpperTail(generosity / Math.Sqrt(people.Length));
        var byChance = possible * meeting * luck;
        if (luck < Luck && byChance < (double)_rules.ByChance) _suspects.Add(new(people, byChance));
    }

    /// <summary>How likely something that is expected so often happens so many times or more (Poisson).</summary>
    private static double AtLeast(int times, double expected)
    {
        var term = Math.Exp(-expected);
        for (var i = 1; i <= times; i++) term *= expected / i;

        var sum = 0.0;
        for (var i = times + 1; term > sum * 1e-12; i++)
        {
            sum += term;
            term *= expected / i;
        }

        return Math.Min(1, sum);
    }

    /// <summary>How likely a normal value above this is, by Laplace's continued fraction: exact far out, where it matters.</summary>
    private static double UpperTail(double z)
    {
        var fraction = z;
        for (var i = 100; i > 0; i--) fraction = z + (i / fraction);
        return Math.Exp(-z * z / 2) / (Math.Sqrt(2 * Math.PI) * fraction);
    }
}
