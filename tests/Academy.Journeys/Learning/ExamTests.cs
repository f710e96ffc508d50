using System.Net;
using System.Text.RegularExpressions;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Repositories;
using Academy.Enrolment.Attempts;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Journeys.Learning;

/// <summary>What a learner in an exam reads, on the page and on the terminal, before and after its end.</summary>
public sealed class ExamTests : IAsyncLifetime
{
    private const string Learner = "apprenant@demo.academy";

    private readonly GitClient _git = new();
    private TestSite _site = null!;
    private HttpClient _browser = null!;
    private Guid _attempt;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync(("Grading:InProcess", "false"));
        _browser = await _site.SignInAsync(Learner);
        await using var scope = _site.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<IPeople>().SignInAsync(Learner, DemoOptions.Password, CancellationToken.None);
        var release = scope.ServiceProvider.GetRequiredService<ICurriculum>().Current!;
        _attempt = await Attempts.BeginAsync(
            scope.ServiceProvider.GetRequiredService<AcademyDb>(), person!.Id, "hello", release.Id, TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(90));
        var repositories = scope.ServiceProvider.GetRequiredService<IRepositories>();
        await repositories.EnsureAsync(_attempt, person.Id, "hello", release.Projects["hello"].TemplateFolder, CancellationToken.None);
        var url = new Uri((await repositories.CloneUrlAsync(_attempt, CancellationToken.None))!);
        await _git.RunAsync(".", "clone", "--quiet", $"http://{Uri.EscapeDataString(Learner)}:{DemoOptions.Password}@{_site.Address.Authority}{url.AbsolutePath}", "work");
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        _git.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task While_it_lasts_the_page_says_until_when_and_the_terminal_that_the_push_is_graded()
    {
        var page = await ReadAsync($"/attempts/{_attempt}");
        page.ShouldContain("Examen en cours");
        page.ShouldMatch(@"Il se termine le \d+ \w+ \d{4}, \d\d:\d\d\.");
        page.ShouldNotContain("L’examen est terminé");

        var said = await PushAsync("À temps");

        said.ShouldMatch("remote:   (Enregistré\\. La correction commence|Correction en cours)");
        said.ShouldContain($"/attempts/{_attempt}/gradings/");
        said.ShouldNotContain("examen");
    }

    [Fact]
    public async Task Once_it_is_over_the_page_and_the_terminal_say_that_a_push_is_kept_and_not_graded()
    {
        await EndAsync();

        var page = await ReadAsync($"/attempts/{_attempt}");
        page.ShouldContain("L’examen est terminé");
        page.ShouldMatch(@"Il s’est terminé le \d+ \w+ \d{4}, \d\d:\d\d\. Ce qui est poussé maintenant est gardé, mais pas corrigé\.");

        var said = await PushAsync("Trop tard");

        said.ShouldContain("remote:   Enregistré, mais l’examen est terminé\u00a0: ce qui est poussé maintenant n’est pas corrigé.");
        said.ShouldNotContain("/gradings/");
    }

    [Fact]
    public async Task What_came_too_late_is_in_the_list_and_its_page_says_why_it_has_no_verdict()
    {
        await EndAsync();
        await PushAsync("Trop tard");
        GradingRun? late = null;
        await Until.TrueAsync(async () => (late = await UseAsync(db => db.Set<GradingRun>().AsNoTracking().FirstOrDefaultAsync(r => r.AttemptId == _attempt && r.Subject == "Trop tard"))) is not null);

        late!.State.ShouldBe(RunState.Late);
        (await ReadAsync($"/attempts/{_attempt}")).ShouldMatch(@"Trop tard.*?Poussé après la fin");
        (await ReadAsync($"/gradings/{late.Id}")).ShouldContain("Elle est gardée, mais pas corrigée");
    }

    private async Task<string> PushAsync(string message)
    {
        _git.Write("work", "note.txt", message);
        await _git.CommitAsync("work", message);
        var answer = await _git.TryAsync("work", "push", "origin", "HEAD");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        return answer.Errors;
    }

    /// <summary>Without tags, with single spaces, as it is read.</summary>
    private async Task<string> ReadAsync(string path)
    {
        var html = await _browser.GetStringAsync(path);
        return Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", " ")), @"\s+", " ");
    }

    private Task EndAsync() => UseAsync(db => db.Set<Attempt>().Where(a => a.Id == _attempt)
        .ExecuteUpdateAsync(set => set.SetProperty(a => a.DeadlineAt, TimeProvider.System.GetUtcNow().AddMinutes(-1))));

    private async Task<T> UseAsync<T>(Func<AcademyDb, Task<T>> use)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<AcademyDb>());
    }
}
