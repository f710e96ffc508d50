using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;

namespace Academy.Evaluations.Deciding;

/// <summary>The mark of a work from all its evaluations.</summary>
internal static class WorkMark
{
    /// <summary>
    /// Each criterion has the median of its answers; their weighted mean and the grader's score make the mark, rounded down so that
    /// nobody passes by rounding. A member of whom most evaluators say that they took no part has 0.
    /// </summary>
    public static IReadOnlyDictionary<Guid, int> Of(
        EvaluationPlan plan, int graderPercent, IReadOnlyList<GivenEvaluation> given, IReadOnlyList<Guid> members)
    {
        var criteria = plan.Rubric.Criteria.ToList();
        var people = criteria.Sum(c => c.Weight * Median([.. given.Select(g => g.IsZero ? 0m : (g.Sheet.ValueOf(c) ?? 0) * 100m / c.Most)]))
            / criteria.Sum(c => c.Weight);
        var mark = (int)((plan.GraderWeight * graderPercent + (100 - plan.GraderWeight) * people) / 100);
        return members.ToDictionary(id => id, id => given.Count(g => g.Sheet.Absent.Contains(id)) * 2 > given.Count ? 0 : mark);
    }

    /// <summary>The value in the middle; of an even number, the mean of both.</summary>
    private static decimal Median(List<decimal> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}

/// <param name="Sheet">What was answered.</param>
/// <param name="IsZero">A flag made its mark 0, whatever was answered.</param>
internal sealed record GivenEvaluation(Sheet Sheet, bool IsZero);
