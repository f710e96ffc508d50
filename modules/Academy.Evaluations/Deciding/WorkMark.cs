using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;

namespace Academy.Evaluations.Deciding;

/// <summary>The mark of a work from all its evaluations.</summary>
internal static class WorkMark
{
    /// <summary>By member; whoever took no part, as most evaluators say, has 0.</summary>
    public static IReadOnlyDictionary<Guid, int> Of(
        EvaluationPlan plan, int graderPercent, IReadOnlyList<GivenEvaluation> given, IReadOnlyList<Guid> members)
    {
        var mark = WithGrader(plan, graderPercent, ByPeople(plan.Rubric, given));
        return members.ToDictionary(id => id, id => given.Count(g => g.Sheet.Absent.Contains(id)) * 2 > given.Count ? 0 : mark);
    }

    /// <summary>What people give, 0 to 100: each criterion has the median of its answers, and these their weights.</summary>
    public static decimal ByPeople(Rubric rubric, IReadOnlyList<GivenEvaluation> given)
    {
        var criteria = rubric.Criteria.ToList();
        return criteria.Sum(c => c.Weight * Median([.. given.Select(g => g.PercentOf(c))])) / criteria.Sum(c => c.Weight);
    }

    /// <summary>Rounded down, so that nobody passes by rounding.</summary>
    public static int WithGrader(EvaluationPlan plan, int graderPercent, decimal byPeople) =>
        (int)((plan.GraderWeight * graderPercent + (100 - plan.GraderWeight) * byPeople) / 100);

    /// <summary>The evaluations that the project asks for are there, and two of them lie so far apart that a mentor looks as well.</summary>
    public static bool NeedsThird(EvaluationPlan plan, IReadOnlyCollection<int> percents, MarkRules rules) =>
        percents.Count == plan.Peers && percents.Max() - percents.Min() > rules.ThirdDifference;

    /// <summary>The value in the middle; of an even number, the mean of both.</summary>
    private static decimal Median(List<decimal> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
