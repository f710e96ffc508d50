using Academy.Contracts.Curriculum;
using Academy.Evaluations.Matching;
using Work = Academy.Evaluations.Works.Work;

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

    /// <summary>How far the ladder has widened for a work; a mentor's evaluation begins with mentors.</summary>
    public static Rung RungOf(this EvaluationPlan plan, Work work, MatchingRules rules, DateTimeOffset now)
    {
        var rung = rules.RungAfter(now - (work.WaitingSince ?? now));
        return plan.NeedsMentor(work) && rung < Rung.Mentor ? Rung.Mentor : rung;
    }

    /// <summary>Points for the next evaluation of a work. The mentor's between two that differ was not asked for by the learner, so it costs nothing.</summary>
    public static int PriceOfNext(this EvaluationPlan plan, Work work, PointRules rules) => plan.NeedsMentor(work) ? 0 : rules.Cost;
}
