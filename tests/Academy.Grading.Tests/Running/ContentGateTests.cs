using Academy.Contracts.Curriculum;
using Academy.Grading.Gate;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Running;

/// <summary>The gate for everything under content/ (docs/content.md), as `./academy check` holds it for authors.</summary>
public sealed class ContentGateTests(GradingBench bench) : IClassFixture<GradingBench>
{
    [Fact]
    public async Task Everything_that_is_shipped_is_through_the_gate()
    {
        await using var academy = await TestAcademy.CreateAsync(settings: ("Content:Directory", TestPaths.Content));
        var release = academy.Services.GetRequiredService<ICurriculum>().Current.ShouldNotBeNull("content/ has errors");

        release.Projects.Count.ShouldBeGreaterThanOrEqualTo(6);
        var gate = new ProjectGate(bench.Grader);
        foreach (var project in release.Projects.Values)
        {
            var report = await gate.CheckAsync(project, release.Rules.PassMark, CancellationToken.None);

            report.Problems.Select(p => $"{project.Slug}: {p.Kind} {p.Case?.Test.Id} {p.Mutant} {p.Case?.Finding.Detail}").ShouldBeEmpty();
            report.Template.Percent.ShouldBeLessThan(release.Rules.PassMark, project.Slug);
        }
    }
}
