using Academy.Evaluations.Feedback;

namespace Academy.Evaluations.Trends;

/// <summary>Evaluations in the order of time become months, joined where there are too few to hide who said what.</summary>
internal static class Trend
{
    /// <summary>Fewer than so many say nothing, and would show what a single person has said.</summary>
    public const int Least = 3;

    public static IReadOnlyList<TrendPeriod> PeriodsOf(IEnumerable<Given> given)
    {
        var periods = new List<List<Given>>();
        foreach (var month in given.GroupBy(g => (g.Day.Year, g.Day.Month)))
        {
            if (periods.Count > 0 && periods[^1].Count < Least) periods[^1].AddRange(month);
            else periods.Add([.. month]);
        }

        if (periods.Count > 1 && periods[^1].Count < Least)
        {
            periods[^2].AddRange(periods[^1]);
            periods.RemoveAt(periods.Count - 1);
        }

        return [.. periods.Select(PeriodOf)];
    }

    /// <summary>Null when there are too few.</summary>
    public static double? MeanOf(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count < Least ? null : known.Average();
    }

    private static TrendPeriod PeriodOf(List<Given> given)
    {
        var feedback = given.SelectMany(g => g.Feedback).ToList();
        return new TrendPeriod(
            given[0].Day, given[^1].Day, given.Count, MeanOf(given.Select(g => g.Difference)),
            Mean(f => f.Kind), Mean(f => f.Precise), Mean(f => f.Useful));

        double? Mean(Func<GivenFeedback, int> of) => MeanOf(feedback.Select(f => (double?)of(f)));
    }
}

/// <param name="Day">On which the evaluation was handed in.</param>
/// <param name="Difference">Points above the others; null: there is nobody to compare with.</param>
/// <param name="Feedback">What those who were evaluated said of it.</param>
internal sealed record Given(DateOnly Day, double? Difference, IReadOnlyList<GivenFeedback> Feedback);

/// <param name="From">Day of its first evaluation.</param>
/// <param name="To">Day of its last.</param>
/// <param name="Evaluations">How many.</param>
/// <param name="Difference">Points above the others, on average; null: too little to tell.</param>
/// <param name="Kind">1 to 5, on average; null: too little to tell.</param>
/// <param name="Precise">The same.</param>
/// <param name="Useful">The same.</param>
internal sealed record TrendPeriod(DateOnly From, DateOnly To, int Evaluations, double? Difference, double? Kind, double? Precise, double? Useful)
{
    /// <summary>All three answers in one; null: too little to tell.</summary>
    public double? Feedback => (Kind + Precise + Useful) / 3;
}
