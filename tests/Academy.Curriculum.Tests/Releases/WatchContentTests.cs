using Academy.Contracts.Curriculum;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Curriculum.Tests.Releases;

public sealed class WatchContentTests
{
    [Fact]
    public async Task A_saved_file_makes_a_release_by_itself()
    {
        using var content = new SmallContent();
        await using var site = await TestSite.StartAsync(("Content:Directory", content.Folder), ("Content:Watch", "true"));
        var curriculum = site.Services.GetRequiredService<ICurriculum>();
        curriculum.Current!.Projects["bonjour"].Xp.ShouldBe(100);

        // Saved until it is seen: the watch may begin a moment after the site.
        await Until.TrueAsync(
            () =>
            {
                if (curriculum.Current.Projects["bonjour"].Xp == 100) content.WriteProject("bonjour", SmallContent.IoProject.Replace("xp: 100", "xp: 150", StringComparison.Ordinal), SmallContent.IoTests);
                return Task.FromResult(curriculum.Current.Projects["bonjour"].Xp == 150);
            },
            "the new release");
    }
}
