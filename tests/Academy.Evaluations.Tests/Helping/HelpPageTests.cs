using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Evaluations.Tests.Helping;

public sealed class HelpPageTests : IAsyncLifetime
{
    private const string Learner = "apprenant@demo.academy";
    private const string Mentor = "mentor@demo.academy";

    private TestSite _site = null!;
    private string _attempt = "";
    private string _commit = "";

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        using var api = await _site.ProgramAsync(Learner);
        var registration = await api.JsonAsync(HttpMethod.Post, "/api/v1/projects/hello/registrations");
        _attempt = registration.GetProperty("attemptId").GetString()!;
        var address = new UriBuilder(registration.GetProperty("cloneUrl").GetString()!)
        {
            UserName = Uri.EscapeDataString(Learner),
            Password = DemoOptions.Password,
        };
        using var git = new GitClient();
        await git.RunAsync(".", "clone", "--quiet", address.Uri.AbsoluteUri, "work");
        git.Write("work", "boucle.sh", "i=0\nwhile true; do\n  echo $i\ndone\n");
        _commit = await git.CommitAsync("work", "Une boucle");
        await git.RunAsync("work", "push", "--quiet", "origin", "main");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Each_page_and_call_opens_for_those_whom_it_concerns()
    {
        var id = await AskAsync();
        foreach (var account in DemoAccounts.All)
        {
            var (isHelper, isLearner) = (account.Role is Role.Mentor or Role.Trainer, account.Role == Role.Learner);
            using var browser = await _site.SignInAsync(account.Email);
            (string Path, bool May)[] pages =
            [
                ("/help", isHelper), ("/api/v1/help", isHelper),
                ($"/help/{id}", isHelper || account.Email == Learner), ($"/api/v1/help/{id}", isHelper || account.Email == Learner),
                ($"/attempts/{_attempt}/help", account.Email == Learner), ($"/api/v1/attempts/{_attempt}/help", account.Email == Learner),
            ];
            foreach (var (path, may) in pages)
            {
                using var answer = await browser.GetAsync(path);
                answer.IsSuccessStatusCode.ShouldBe(may, $"{account.Email} {path} {answer.StatusCode}");
            }

            using var api = await _site.ProgramAsync(account.Email);
            using var taken = await api.PostAsync($"/api/v1/help/{id}/take", null);
            taken.StatusCode.ShouldBe(
                account.Role == Role.Mentor ? HttpStatusCode.NoContent : account.Role == Role.Trainer ? HttpStatusCode.Conflict : HttpStatusCode.Forbidden,
                account.Email);
            using var solved = await api.PostAsync($"/api/v1/help/{id}/solve", null);
            if (account.Email != Learner)
                solved.StatusCode.ShouldBe(isLearner ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, account.Email);
            else if (solved.IsSuccessStatusCode)
                id = await AskAsync();
        }

        using var stranger = _site.Client();
        using var refused = await stranger.GetAsync($"/help/{id}");
        refused.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_question_about_a_line_shows_the_line_to_the_mentor()
    {
        using var learner = await _site.SignInAsync(Learner);
        (await learner.GetStringAsync($"/attempts/{_attempt}/files/boucle.sh")).ShouldContain($"action=\"/attempts/{_attempt}/help\"");
        var ask = $"/attempts/{_attempt}/help?commit={_commit}&path=boucle.sh&line=2";
        (await learner.GetStringAsync(ask)).ShouldContain("is-asked");

        using var asked = await learner.PostFormAsync(ask, ("Question", "Ça ne *finit* pas."));
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await learner.GetStringAsync($"/attempts/{_attempt}")).ShouldContain(asked.Headers.Location!.OriginalString);

        using var mentor = await _site.SignInAsync(Mentor);
        var page = await mentor.GetStringAsync(asked.Headers.Location!.OriginalString);
        page.ShouldContain("<em>finit</em>");
        page[page.IndexOf("<main", StringComparison.Ordinal)..].ShouldContain("is-asked");
        page.ShouldContain("done");
        // Beyond the question, the repository stays closed to mentors.
        using var files = await mentor.GetAsync($"/attempts/{_attempt}/files/boucle.sh");
        files.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("no-such-file.sh", null, 1)]
    [InlineData("boucle.sh", "0123456789012345678901234567890123456789", 1)]
    [InlineData("boucle.sh", null, 0)]
    public async Task A_place_that_is_not_there_is_refused_and_the_question_kept(string path, string? commit, int line)
    {
        using var learner = await _site.SignInAsync(Learner);

        using var refused = await learner.PostFormAsync(
            $"/attempts/{_attempt}/help?commit={commit ?? _commit}&path={path}&line={line}", ("Question", "Ma longue question"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Ma longue question</textarea>");
    }

    [Fact]
    public async Task A_mentor_takes_and_answers_on_the_page_and_the_learner_solves()
    {
        var path = $"/help/{await AskAsync()}";
        using var mentor = await _site.SignInAsync(Mentor);
        (await mentor.GetStringAsync("/help")).ShouldContain(path);
        (await mentor.GetStringAsync(path)).ShouldNotContain("<textarea");

        using var taken = await mentor.PostFormAsync($"{path}?handler=Take");
        using var answered = await mentor.PostFormAsync(path, ("Text", "Que vaut la condition ?"));
        answered.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var learner = await _site.SignInAsync(Learner);
        (await learner.GetStringAsync(path)).ShouldContain("Que vaut la condition");
        using var solved = await learner.PostFormAsync($"{path}?handler=Solved");
        (await learner.GetStringAsync(path)).ShouldContain("Résolu");
    }

    private async Task<string> AskAsync()
    {
        using var api = await _site.ProgramAsync(Learner);
        using var asked = await api.PostAsJsonAsync($"/api/v1/attempts/{_attempt}/help", new { question = "Ma boucle ne finit pas.", commit = _commit, path = "boucle.sh", line = 2 });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
