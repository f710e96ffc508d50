using System.Formats.Tar;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Grading.Running;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Running;

/// <summary>The gate for everything under content/ (docs/content.md): the solution scores 100 %, the template less than the pass mark.</summary>
public sealed class ContentGateTests(GradingBench bench) : IClassFixture<GradingBench>
{
    [Fact]
    public async Task Each_reference_solution_scores_everything_and_no_template_passes()
    {
        await using var academy = await TestAcademy.CreateAsync(settings: ("Content:Directory", TestPaths.Content));
        var release = academy.Services.GetRequiredService<ICurriculum>().Current.ShouldNotBeNull("content/ has errors");

        release.Projects.Count.ShouldBeGreaterThanOrEqualTo(6);
        foreach (var project in release.Projects.Values)
        {
            var solved = await GradeAsync(project, project.TemplateFolder, project.SolutionFolder);
            solved.Failures.ShouldBeEmpty(project.Slug);
            solved.Report.Score.ShouldBe(project.MaxScore, project.Slug);

            var template = await GradeAsync(project, project.TemplateFolder);
            template.Report.Percent.ShouldBeLessThan(release.Rules.PassMark, project.Slug);
            template.Report.Report.Verdict.ShouldNotBe(Verdict.PlatformError, project.Slug);
        }

        async Task<(GateReport Report, IReadOnlyList<string> Failures)> GradeAsync(Project project, params string[] folders)
        {
            var notes = new Failures();
            var report = await bench.Grader.GradeAsync(project.Grading, release.Rules.PassMark, Pack(folders), notes, CancellationToken.None);
            return (new GateReport(report), notes.Lines);
        }
    }

    /// <summary>Later folders win, as a push over the template does.</summary>
    private static byte[] Pack(string[] folders)
    {
        var files = folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => (Name: Path.GetRelativePath(folder, path), Path: path)))
            .GroupBy(f => f.Name)
            .Select(g => g.Last());
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, path) in files) writer.WriteEntry(path, name);
        }

        return archive.ToArray();
    }

    private sealed record GateReport(GradingReport Report)
    {
        public decimal Score => Report.Score;

        public int Percent => (int)(Report.Score * 100 / Report.MaxScore);
    }

    private sealed class Failures : IGradingObserver
    {
        public List<string> Lines { get; } = [];

        public Task EnterAsync(RunPhase phase) => Task.CompletedTask;

        public Task TestedAsync(int position, GradedTest test, TestFinding finding)
        {
            if (finding.Status != TestStatus.Passed) Lines.Add($"{test.Id}: {finding.Reason} {finding.Detail} {finding.Output} {finding.Errors}");
            return Task.CompletedTask;
        }
    }
}
