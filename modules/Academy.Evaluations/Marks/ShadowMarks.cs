using Academy.Contracts.Curriculum;

namespace Academy.Evaluations.Marks;

/// <summary>The points that one evaluator gave to one work of some learners.</summary>
internal sealed record GivenMark(Guid WorkId, Guid EvaluatorId, IReadOnlyCollection<Guid> Learners, double Points);

/// <summary>How somebody evaluates.</summary>
/// <param name="Bias">Points above the others; below 0: stricter.</param>
/// <param name="Spread">How far a mark is off once that is taken away.</param>
/// <param name="Evaluations">How many it is known from.</param>
internal readonly record struct EvaluatorHabit(double Bias, double Spread, int Evaluations);

/// <summary>
/// What the marks might be if everybody were equally strict: shown to staff beside the mark, never in its place. An evaluator's
/// bias is b = n/(n+k) × mean residual, so that few evaluations prove little; who is often far off weighs less
/// (Piech et al., Tuned Models of Peer Assessment in MOOCs, 2013).
/// </summary>
internal sealed class ShadowMarks
{
    private const int Rounds = 30;

    private readonly Dictionary<Guid, EvaluatorHabit> _habits = [];
    private readonly Dictionary<Guid, double> _points = [];
    private double _usualSpread = 1;

    /// <summary>Known: what staff gave to calibration works; evaluators are held against it.</summary>
    public ShadowMarks(IReadOnlyCollection<GivenMark> marks, MarkRules rules, IReadOnlyDictionary<Guid, double>? known = null)
    {
        Marks = marks;
        var byWork = marks.GroupBy(m => m.WorkId).Select(g => g.ToArray()).ToArray();
        var byEvaluator = marks.GroupBy(m => m.EvaluatorId).Select(g => g.ToArray()).ToArray();
        foreach (var given in byEvaluator) _habits[given[0].EvaluatorId] = new(0, 1, given.Length);

        // Points follow from habits and habits from points: some rounds, and neither moves any more.
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var given in byWork)
                _points[given[0].WorkId] = known is not null && known.TryGetValue(given[0].WorkId, out var points) ? points : Points(given);
            Estimate(byEvaluator, rules.Shrinkage);
        }
    }

    public IReadOnlyCollection<GivenMark> Marks { get; }

    public IReadOnlyDictionary<Guid, EvaluatorHabit> Habits => _habits;

    /// <summary>By work, from 0 to 100.</summary>
    public IReadOnlyDictionary<Guid, double> PointsOfWorks => _points;

    /// <summary>Of whom nothing is known yet, nothing is taken away.</summary>
    public EvaluatorHabit HabitOf(Guid evaluatorId) => _habits.GetValueOrDefault(evaluatorId, new(0, _usualSpread, 0));

    /// <summary>What a mark would be from somebody without bias.</summary>
    public double Corrected(GivenMark mark) => mark.Points - HabitOf(mark.EvaluatorId).Bias;

    /// <summary>The weighted mean of corrected marks; who spreads less weighs more.</summary>
    public double Points(IEnumerable<GivenMark> marks)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var mark in marks)
        {
            var habit = HabitOf(mark.EvaluatorId);
            var weight = 1 / (habit.Spread * habit.Spread);
            sum += weight * (mark.Points - habit.Bias);
            weights += weight;
        }

        return Math.Clamp(sum / weights, 0, 100);
    }

    private void Estimate(GivenMark[][] byEvaluator, double shrinkage)
    {
        if (Marks.Count == 0) return;

        var all = Marks.Sum(m => Square(Corrected(m) - _points[m.WorkId])) / Marks.Count;
        _usualSpread = Math.Max(1, Math.Sqrt(all));
        foreach (var given in byEvaluator)
        {
            var trust = given.Length / (given.Length + shrinkage);
            var bias = trust * given.Average(m => m.Points - _points[m.WorkId]);
            var own = given.Average(m => Square(m.Points - bias - _points[m.WorkId]));

            // One point at least: nobody is so exact, and nobody alone decides.
            _habits[given[0].EvaluatorId] = new(bias, Math.Max(1, Math.Sqrt((trust * own) + ((1 - trust) * all))), given.Length);
        }
    }

    private static double Square(double x) => x * x;
}
