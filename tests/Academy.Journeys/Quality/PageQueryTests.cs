using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Alerts;
using Academy.Grading.Queue;
using Academy.Grading.Regrading;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Academy.Journeys.Quality;

/// <summary>No page asks the database once for each line that it shows.</summary>
public sealed class PageQueryTests(ITestOutputHelper output)
{
    /// <summary>More than any page needs; a page that asks per line passes it at once.</summary>
    private const int Most = 14;

    [Fact]
    public async Task Pages_ask_the_database_a_bounded_number_of_times_whatever_they_show()
    {
        await using var site = await TestSite.StartAsync(("Content:Directory", TestPaths.Content));
        using var browser = await site.SignInAsync("apprenant@demo.academy");
        using var api = await site.ProgramAsync("apprenant@demo.academy");
        using var answer = await api.PostAsync("/api/v1/projects/premiers-pas/registrations", null);
        answer.EnsureSuccessStatusCode();

        foreach (var path in (string[])["/", "/track", "/projects/premiers-pas", "/skills"])
        {
            (await browser.GetAsync(path)).EnsureSuccessStatusCode();
            using var counter = CounterOf(site);
            (await browser.GetAsync(path)).EnsureSuccessStatusCode();
            output.WriteLine($"{path}: {counter.Count}");
            foreach (var command in counter.Commands) output.WriteLine($"    {command.ReplaceLineEndings(" ")}");
            counter.Count.ShouldBeInRange(1, Most, path);
        }
    }

    /// <summary>The staff's pages of gradings ask as often about forty results as about one.</summary>
    [Fact]
    public async Task The_staff_s_pages_ask_as_often_about_many_results_as_about_one()
    {
        await using var site = await TestSite.StartAsync(("Content:Directory", TestPaths.Content), ("Grading:InProcess", "false"));
        using var staff = await site.SignInAsync("admin@demo.academy");
        using var trainer = await site.SignInAsync("formateur@demo.academy");
        var learner = await PersonAsync(site, "apprenant@demo.academy");
        using var browser = await site.SignInAsync("apprenant@demo.academy");

        var regrade = await SeedAsync(site, learner, 1);
        var pages = new (HttpClient Browser, string Path)[]
        {
            (staff, "/admin/gradings"), (staff, "/admin/operations"), (trainer, "/admin/regrades"), (trainer, $"/admin/regrades/{regrade.Id}"),
            (browser, $"/attempts/{regrade.Attempt}"), (browser, $"/gradings/{regrade.Queued}"),
        };
        var once = await CountAsync();
        await SeedAsync(site, learner, 40, regrade);
        var often = await CountAsync();

        often.ShouldBe(once);
        foreach (var (path, count) in often) count.ShouldBeInRange(1, Most, path);

        async Task<Dictionary<string, int>> CountAsync()
        {
            var counts = new Dictionary<string, int>();
            foreach (var (client, path) in pages)
            {
                (await client.GetAsync(path)).EnsureSuccessStatusCode();
                using var counter = CounterOf(site);
                (await client.GetAsync(path)).EnsureSuccessStatusCode();
                counts[path] = counter.Count;
                output.WriteLine($"{path}: {counter.Count}");
            }

            return counts;
        }
    }

    /// <summary>Of this site's requests: others run in the same process.</summary>
    private static QueryCounter CounterOf(TestSite site)
    {
        var request = site.Services.GetRequiredService<IHttpContextAccessor>();
        return new QueryCounter(() => request.HttpContext?.Connection.LocalPort == site.Address.Port);
    }

    private static async Task<Guid> PersonAsync(TestSite site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IPeople>().SignInAsync(email, DemoOptions.Password, CancellationToken.None))!.Id;
    }

    /// <summary>So many gradings of everything that the pages show, of one attempt and in one regrade.</summary>
    private static async Task<Seeded> SeedAsync(TestSite site, Guid learner, int count, Seeded? onto = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var release = site.Services.GetRequiredService<ICurriculum>().Current!.Id;
        var now = TimeProvider.System.GetUtcNow();
        var attempt = onto?.Attempt ?? await Attempts.BeginAsync(db, learner, "premiers-pas", release, now);
        var regrade = onto?.Id ?? AddRegrade();
        var queued = onto?.Queued;
        for (var n = 0; n < count; n++)
        {
            var failed = AddRun();
            failed.Start("vm", now);
            failed.Finish(Verdict.PlatformError, 0, 1, "The engine went away.", now);
            db.Add(new OperatorAlert(AlertKind.GradingFailed, failed.Id.ToString(), "premiers-pas: The engine went away.", now));
            db.Add(new Academy.Grading.Workers.Worker($"vm-{Guid.CreateVersion7():N}"));
            queued ??= AddRun().Id;
            var again = failed.Again(regrade, release, now);
            again.Start("vm", now);
            again.Finish(Verdict.Passed, 1, 1, null, now);
            db.Add(again);
            db.Add(new RegradeItem(regrade, again, new ResultState(0, false, release)));
            if (onto is not null) AddRegrade();
        }

        await db.SaveChangesAsync();
        return new Seeded(regrade, attempt, queued!.Value);

        Guid AddRegrade()
        {
            var added = new Regrade("premiers-pas", null, null, 0, learner, now);
            db.Add(added);
            return added.Id;
        }

        GradingRun AddRun()
        {
            var run = new GradingRun(attempt, learner, "premiers-pas", release, Guid.CreateVersion7().ToString("N").PadLeft(40, '0'), "Essai", now, now);
            run.Line(RunClass.Normal, 1);
            db.Add(run);
            return run;
        }
    }

    private sealed record Seeded(Guid Id, Guid Attempt, Guid Queued);
}
