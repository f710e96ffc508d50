using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;

namespace Academy.Evaluations.Deciding;

/// <summary>What one evaluator has handed in, as it counts.</summary>
/// <param name="Sheet">What was answered.</param>
/// <param name="Effect">What the flag of the whole does.</param>
internal sealed record GivenEvaluation(Sheet Sheet, FlagEffect Effect)
{
    public static GivenEvaluation Of(Sheet sheet, EvaluationRules rules) => new(sheet, rules.Flags.GetValueOrDefault(sheet.Flag));

    /// <summary>0 to 100; a criterion without an answer counts as 0, and a flag may make all of them count so.</summary>
    public decimal PercentOf(Criterion criterion) => Effect == FlagEffect.Zero ? 0 : (Sheet.ValueOf(criterion) ?? 0) * 100m / criterion.Most;

    /// <summary>The evaluation's own mark: the weighted mean of its criteria, rounded to the nearest.</summary>
    public int Percent(Rubric rubric) => (int)Math.Round(
        rubric.Criteria.Sum(c => c.Weight * PercentOf(c)) / rubric.Criteria.Sum(c => c.Weight), MidpointRounding.AwayFromZero);
}
