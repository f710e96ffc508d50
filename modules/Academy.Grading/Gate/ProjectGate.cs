using Academy.Contracts.Curriculum;
using Academy.Grading.Queue;
using Academy.Grading.Running;
using Academy.Sandbox;

namespace Academy.Grading.Gate;

/// <summary>Grades the author's own works in the real sandbox: what a project must show before learners meet it (docs/content.md).</summary>
internal sealed class ProjectGate(Grader grader)
{
    /// <exception cref="SandboxUnavailableException">Nothing can be said of the project: the fault is this machine's.</exception>
    public async Task<GateReport> CheckAsync(Project project, int passMark, CancellationToken ct)
    {
        var solution = await GradeAsync(project, passMark, [project.TemplateFolder, project.SolutionFolder], ct);
        var template = await GradeAsync(project, passMark, [project.TemplateFolder], ct);
        var mutants = new Dictionary<string, GradedWork>();
        foreach (var mutant in Mutants(project))
            mutants[Path.GetFileName(mutant)] = await GradeAsync(project, passMark, [project.TemplateFolder, project.SolutionFolder, mutant], ct);
        return new GateReport(project, passMark, solution, template, mutants);
    }

    /// <summary>Grades folders laid over each other, as <see cref="WorkTree.Pack"/> does.</summary>
    /// <exception cref="SandboxUnavailableException" />
    public Task<GradedWork> GradeAsync(Project project, int passMark, IEnumerable<string> folders, CancellationToken ct) =>
        GradeAsync(project, passMark, WorkTree.Pack(folders), ct);

    /// <param name="workTree">A tar archive.</param>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<GradedWork> GradeAsync(Project project, int passMark, byte[] workTree, CancellationToken ct)
    {
        var notes = new Notes();
        var report = await grader.GradeAsync(project.Grading, passMark, workTree, notes, ct);
        return new GradedWork(report, notes.Tests);
    }

    private static IEnumerable<string> Mutants(Project project) => Directory.Exists(project.MutantsFolder)
        ? Directory.EnumerateDirectories(project.MutantsFolder).Order(StringComparer.Ordinal)
        : [];

    private sealed class Notes : IGradingObserver
    {
        public List<GradedCase> Tests { get; } = [];

        public Task EnterAsync(RunPhase phase) => Task.CompletedTask;

        public Task TestedAsync(int position, GradedTest test, TestFinding finding)
        {
            Tests.Add(new GradedCase(test, finding));
            return Task.CompletedTask;
        }
    }
}

/// <summary>A work with its verdict and how each test went, in the plan's order.</summary>
internal sealed record GradedWork(GradingReport Report, IReadOnlyList<GradedCase> Tests)
{
    /// <summary>In percent of the points that could be earned, rounded down.</summary>
    public int Percent => Report.MaxScore == 0 ? 0 : (int)(Report.Score * 100 / Report.MaxScore);
}

internal sealed record GradedCase(GradedTest Test, TestFinding Finding)
{
    /// <summary>As it is kept and shown.</summary>
    public TestResult Result(int position) => new(Guid.Empty, position, Test.Id, Test.Points, Finding);
}
