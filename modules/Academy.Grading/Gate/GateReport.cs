using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;

namespace Academy.Grading.Gate;

/// <summary>What a project's gate found.</summary>
/// <param name="Project">The project.</param>
/// <param name="PassMark">Percent from which a work passes.</param>
/// <param name="Solution">The reference solution laid over the template.</param>
/// <param name="Template">What a learner starts from.</param>
/// <param name="Mutants">The author's wrong solutions, by name.</param>
internal sealed record GateReport(
    Project Project, int PassMark, GradedWork Solution, GradedWork Template, IReadOnlyDictionary<string, GradedWork> Mutants)
{
    /// <summary>Everything that keeps the project from learners; empty: it is through.</summary>
    public IReadOnlyList<GateProblem> Problems => [.. OfSolution(), .. OfTemplate(), .. OfMutants()];

    private IEnumerable<GateProblem> OfSolution()
    {
        var failed = Solution.Tests.Where(t => t.Finding.Status != TestStatus.Passed).ToList();
        if (Solution.Report.Verdict is Verdict.BuildFailed or Verdict.InvalidReport || (failed.Count == 0 && Solution.Report.Verdict != Verdict.Passed))
            return [new GateProblem(GateProblemKind.SolutionUngraded) { Work = Solution }];
        return failed.Select(t => new GateProblem(GateProblemKind.SolutionFails) { Case = t, Work = Solution });
    }

    private IEnumerable<GateProblem> OfTemplate()
    {
        if (Template.Report.Verdict == Verdict.Passed) yield return new GateProblem(GateProblemKind.TemplatePasses) { Work = Template };
    }

    private IEnumerable<GateProblem> OfMutants()
    {
        if (Mutants.Count == 0) yield break;
        foreach (var (name, work) in Mutants.Where(m => m.Value.Tests.All(t => t.Finding.Status == TestStatus.Passed)))
            yield return new GateProblem(GateProblemKind.MutantSurvives) { Mutant = name, Work = work };

        var caught = Mutants.Values.SelectMany(m => m.Tests).Where(t => t.Finding.Status == TestStatus.Failed).Select(t => t.Test.Id).ToHashSet();
        foreach (var test in Solution.Tests.Where(t => !caught.Contains(t.Test.Id)))
            yield return new GateProblem(GateProblemKind.TestNeverFails) { Case = test };
    }
}

/// <summary>One thing that an author has to change.</summary>
internal sealed record GateProblem(GateProblemKind Kind)
{
    /// <summary>The test that this is about, if it is about one.</summary>
    public GradedCase? Case { get; init; }

    /// <summary>The wrong solution that this is about, if it is about one.</summary>
    public string? Mutant { get; init; }

    /// <summary>The work that was graded, when its verdict tells more.</summary>
    public GradedWork? Work { get; init; }
}

internal enum GateProblemKind
{
    /// <summary>The reference solution does not pass this test.</summary>
    SolutionFails,

    /// <summary>The reference solution cannot be built, or its report cannot be read.</summary>
    SolutionUngraded,

    /// <summary>What learners start from passes already.</summary>
    TemplatePasses,

    /// <summary>A wrong solution that every test lets through.</summary>
    MutantSurvives,

    /// <summary>There are wrong solutions, and none of them fails this test: nothing shows that it tests anything.</summary>
    TestNeverFails,
}
