using System.Formats.Tar;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Running;

/// <summary>The authors' own wrong solutions (mutants/): none passes every test, and each says something else is wrong.</summary>
public sealed class MutantTests(GradingBench bench) : IClassFixture<GradingBench>
{
    [Fact]
    public async Task Each_mutant_fails_a_test_and_starts_all_the_same()
    {
        await using var academy = await TestAcademy.CreateAsync(settings: ("Content:Directory", TestPaths.Content));
        var release = academy.Services.GetRequiredService<ICurriculum>().Current.ShouldNotBeNull("content/ has errors");
        var projects = release.Projects.Values.Where(p => Directory.Exists(p.MutantsFolder)).ToList();

        projects.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var project in projects)
        {
            foreach (var mutant in Directory.GetDirectories(project.MutantsFolder))
            {
                var graded = await bench.GradeAsync(project.Grading, Pack(project.TemplateFolder, project.SolutionFolder, mutant));

                graded.Report.Score.ShouldBeInRange(1, project.MaxScore - 1, mutant);
                graded.Report.Verdict.ShouldBeOneOf(Verdict.Passed, Verdict.Failed);
            }
        }
    }

    private static byte[] Pack(params string[] folders)
    {
        var files = folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => (Name: Path.GetRelativePath(folder, path), Path: path)))
            .GroupBy(f => f.Name)
            .Select(g => g.Last());
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, path) in files) writer.WriteEntry(path, name);
        }

        return archive.ToArray();
    }
}
