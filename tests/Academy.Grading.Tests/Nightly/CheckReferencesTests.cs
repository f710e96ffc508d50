using Academy.Grading.Alerts;
using Academy.Grading.Nightly;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Tests.Nightly;

public sealed class CheckReferencesTests
{
    [Fact]
    public async Task A_reference_solution_that_passes_again_clears_its_alert()
    {
        await using var academy = await TestAcademy.CreateAsync();
        await academy.RunAsync<AcademyDb>(async db =>
        {
            db.Add(new OperatorAlert(AlertKind.ReferenceFailed, "hello", "yesterday", academy.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });

        await academy.RunAsync<CheckReferences>(check => check.RunAsync(CancellationToken.None));

        (await AlertsAsync(academy)).ShouldHaveSingleItem().ClearedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reference_solution_that_stops_passing_is_told_with_its_project_and_tests_and_once()
    {
        var content = Directory.CreateTempSubdirectory("academy-content-").FullName;
        try
        {
            TestPaths.Copy(TestPaths.SmallContent, content);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(content, "projects", "hello", "solution"), "*", SearchOption.AllDirectories))
                await File.WriteAllTextAsync(file, "echo something else\n");
            await using var academy = await TestAcademy.CreateAsync(settings: ("Content:Directory", content));

            await academy.RunAsync<CheckReferences>(check => check.RunAsync(CancellationToken.None));
            await academy.RunAsync<CheckReferences>(check => check.RunAsync(CancellationToken.None));

            var alert = (await AlertsAsync(academy)).ShouldHaveSingleItem();
            (alert.Kind, alert.Subject, alert.ClearedAt).ShouldBe((AlertKind.ReferenceFailed, "hello", null));
            alert.Detail.ShouldContain("OutputDiffers");
        }
        finally
        {
            Directory.Delete(content, recursive: true);
        }
    }

    private static Task<List<OperatorAlert>> AlertsAsync(TestAcademy academy) =>
        academy.RunAsync<AcademyDb, List<OperatorAlert>>(db => db.Set<OperatorAlert>().AsNoTracking().ToListAsync());
}
