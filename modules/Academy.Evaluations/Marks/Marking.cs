namespace Academy.Evaluations.Marks;

/// <summary>From evaluators' sheets to one mark: the median of each criterion, weighed.</summary>
internal static class Marking
{
    public static Mark MarkOf(IReadOnlyCollection<Sheet> sheets, IReadOnlyCollection<Criterion> criteria, MarkRules rules)
    {
        Sheet[] counting = [.. sheets.Where(s => s.Counts(rules))];
        var points = PointsOf(counting, criteria, rules);
        if (sheets.Any(s => s.Effect(rules) == FlagEffect.Case)) return new(points, MarkState.Held);
        if (points is null) return new(null, MarkState.Missing);

        return new(points, NeedsMentor(counting, criteria, rules) ? MarkState.NeedsMentor : MarkState.Final);
    }

    /// <summary>The points that these sheets together give, from 0 to 100; null if they say nothing.</summary>
    public static double? PointsOf(IReadOnlyCollection<Sheet> sheets, IReadOnlyCollection<Criterion> criteria, MarkRules rules)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var criterion in criteria)
        {
            double[] answers = [.. sheets.Select(s => s.Answer(criterion, rules)).OfType<double>()];
            if (answers.Length == 0) continue;

            sum += criterion.Weight * Median(answers);
            weights += criterion.Weight;
        }

        return weights > 0 ? 100 * sum / weights : null;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static bool NeedsMentor(Sheet[] sheets, IReadOnlyCollection<Criterion> criteria, MarkRules rules)
    {
        if (sheets.Any(s => s.ByMentor)) return false;

        double[] points = [.. sheets.Select(s => PointsOf([s], criteria, rules)).OfType<double>()];
        return points.Max() - points.Min() > rules.Disagreement;
    }
}

/// <summary>Points: what the sheets say so far, from 0 to 100.</summary>
internal readonly record struct Mark(double? Points, MarkState State);

internal enum MarkState
{
    /// <summary>No evaluation counts yet.</summary>
    Missing,

    /// <summary>Two evaluators are too far apart, and no mentor has looked yet.</summary>
    NeedsMentor,

    /// <summary>A trainer decides a case first.</summary>
    Held,

    Final,
}
