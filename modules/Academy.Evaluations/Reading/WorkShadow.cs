using Academy.Contracts.Curriculum;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Marks;
using Academy.Evaluations.Works;

namespace Academy.Evaluations.Reading;

/// <summary>What staff see beside a mark: the habits of its evaluators. It changes nothing by itself, and learners never see it.</summary>
/// <param name="Percent">The mark with these habits taken out; null while there is no mark, or when a flag has made it.</param>
/// <param name="Habits">By evaluator.</param>
internal sealed record WorkShadow(int? Percent, IReadOnlyDictionary<Guid, EvaluatorHabit> Habits)
{
    public static WorkShadow Of(Work work, EvaluationPlan plan, EvaluationRules rules, IEnumerable<Evaluation> evaluations, ShadowMarks shadow)
    {
        var done = evaluations.Where(e => e.State == EvaluationState.Done && e.Kind != EvaluationKind.Calibration).ToList();
        var isPlain = done.Count > 0 && done.All(e => rules.Flags.GetValueOrDefault(e.Flag!.Value) == FlagEffect.None);
        var byPeople = shadow.Points(done.Select(e => new GivenMark(work.AttemptId, e.EvaluatorId, [], e.Percent!.Value)));
        return new WorkShadow(
            work.State == WorkState.Decided && isPlain ? WorkMark.WithGrader(plan, work.GraderPercent, (decimal)byPeople) : null,
            done.Select(e => e.EvaluatorId).Distinct().ToDictionary(id => id, shadow.HabitOf));
    }
}
