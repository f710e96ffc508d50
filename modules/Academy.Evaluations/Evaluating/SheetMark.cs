using Academy.Contracts.Curriculum;

namespace Academy.Evaluations.Evaluating;

/// <summary>The mark of one evaluation.</summary>
internal static class SheetMark
{
    /// <summary>Weighted mean of the criteria in percent, rounded to the nearest; a criterion without an answer counts as 0.</summary>
    public static int Percent(Rubric rubric, Sheet sheet)
    {
        var weights = rubric.Criteria.Sum(c => c.Weight);
        var sum = rubric.Criteria.Sum(c => c.Weight * (sheet.ValueOf(c) ?? 0) * 100m / c.Most);
        return (int)Math.Round(sum / weights, MidpointRounding.AwayFromZero);
    }
}
