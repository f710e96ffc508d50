using Academy.Contracts.Curriculum;
using Academy.Evaluations.Works;

namespace Academy.Evaluations;

/// <summary>Where numbers come from: those of living together from the newest release, those of a project from its work's own.</summary>
internal static class NumbersOf
{
    public static EvaluationRules Numbers(this ICurriculum curriculum) => curriculum.Current?.Rules.Evaluation ?? EvaluationRules.Default;

    public static async ValueTask<Project> ProjectOfAsync(this ICurriculum curriculum, Work work, CancellationToken ct) =>
        (await curriculum.GetAsync(work.ReleaseId, ct)).Projects[work.ProjectSlug];

    /// <summary>Flags that only say something: what another one has decided says nothing of how strict somebody is.</summary>
    public static IReadOnlyList<EvaluationFlag?> PlainFlags(this EvaluationRules rules) =>
        [.. Enum.GetValues<EvaluationFlag>().Where(f => rules.Flags.GetValueOrDefault(f) == FlagEffect.None)];

    /// <summary>The evaluations that the rubric asks for are there, and one more is needed: a mentor's.</summary>
    public static bool NeedsMentor(this EvaluationPlan plan, Work work) => work.Needed > plan.Peers && work.Held >= plan.Peers;
}
