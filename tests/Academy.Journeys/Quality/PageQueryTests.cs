using Academy.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Academy.Journeys.Quality;

/// <summary>No page asks the database once for each line that it shows.</summary>
public sealed class PageQueryTests(ITestOutputHelper output)
{
    /// <summary>More than any page needs; a page that asks per line passes it at once.</summary>
    private const int Most = 12;

    [Fact]
    public async Task Pages_ask_the_database_a_bounded_number_of_times_whatever_they_show()
    {
        await using var site = await TestSite.StartAsync(("Content:Directory", TestPaths.Content));
        using var browser = await site.SignInAsync("apprenant@demo.academy");
        using var api = await site.ProgramAsync("apprenant@demo.academy");
        using var answer = await api.PostAsync("/api/v1/projects/premiers-pas/registrations", null);
        answer.EnsureSuccessStatusCode();

        var request = site.Services.GetRequiredService<IHttpContextAccessor>();
        foreach (var path in (string[])["/", "/track", "/projects/premiers-pas", "/skills"])
        {
            (await browser.GetAsync(path)).EnsureSuccessStatusCode();
            using var counter = new QueryCounter(() => request.HttpContext is not null);
            (await browser.GetAsync(path)).EnsureSuccessStatusCode();
            output.WriteLine($"{path}: {counter.Count}");
            foreach (var command in counter.Commands) output.WriteLine($"    {command.ReplaceLineEndings(" ")}");
            counter.Count.ShouldBeInRange(1, Most, path);
        }
    }
}
