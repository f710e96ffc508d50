using System.Net;
using System.Net.Http.Json;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Grading.Queue;
using Academy.Grading.Regrading;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Regrading;

/// <summary>Whose results are graded again, said by names, on the page without JavaScript and through the API.</summary>
public sealed class RegradePageTests : IAsyncLifetime
{
    private const string Sacha = "apprenant@demo.academy";
    private const string Ines = "apprenante2@demo.academy";

    private readonly Dictionary<string, Guid> _ids = [];
    private TestSite _site = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync(("Grading:InProcess", "false"));
        foreach (var email in (string[])[Sacha, Ines]) _ids[email] = await HasResultAsync(email);
        _browser = await _site.SignInAsync("formateur@demo.academy");
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_pasted_list_begins_a_trial_of_just_these_people()
    {
        using var answer = await BeginAsync(("Input.OnlySome", "true"), ("Input.Names", "Inès Garnier <apprenante2@demo.academy>"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await RegradedAsync()).ShouldBe([_ids[Ines]]);
    }

    [Fact]
    public async Task Everybody_is_meant_unless_somebody_says_otherwise()
    {
        using var answer = await BeginAsync(("Input.OnlySome", "false"), ("Input.Names", "left over"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await RegradedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_chosen_is_not_everybody()
    {
        using var answer = await BeginAsync(("Input.OnlySome", "true"), ("Input.Names", " \n"));

        (await ReadAsync(answer, HttpStatusCode.Conflict)).ShouldContain("Dis quels résultats corriger à nouveau");
        (await RegradedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_fits_several_people_is_asked_back_and_one_that_fits_nobody_stays()
    {
        using var answer = await BeginAsync(("Input.OnlySome", "true"), ("Input.Names", "r\nZoé"));

        var html = await ReadAsync(answer, HttpStatusCode.Conflict);
        html.ShouldContain("On ne sait pas de qui il s’agit\u00a0: r, Zoé.");
        html.ShouldContain("Qui est «\u00a0r\u00a0»\u00a0?");
        foreach (var id in _ids.Values) html.ShouldContain($"name=\"Input.Learners\" value=\"{id}\">");
        html.ShouldMatch(">\\s*Zoé</textarea>");
        (await RegradedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finding_shows_who_is_meant_and_begins_nothing()
    {
        using var found = await _browser.PostFormAsync(
            "/admin/regrades?handler=Find", ("Input.Project", "hello"), ("Input.Names", "garnier ines"));

        var html = await ReadAsync(found);
        html.ShouldContain($"name=\"Input.Learners\" value=\"{_ids[Ines]}\" checked>");
        html.ShouldContain("Inès Garnier");
        html.ShouldNotContain("apprenante2@demo.academy");
        (await RegradedAsync()).ShouldBeEmpty();

        using var begun = await BeginAsync(("Input.OnlySome", "true"), ("Input.Learners", _ids[Ines].ToString()));
        (await RegradedAsync()).ShouldBe([_ids[Ines]]);
    }

    [Fact]
    public async Task Programs_name_people_the_same_way_and_can_stop_a_trial()
    {
        using var program = await _site.ProgramAsync("formateur@demo.academy");
        using var unclear = await program.PostAsJsonAsync("/api/v1/regrades", new { project = "hello", names = (string[])["r"] });
        unclear.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await unclear.Content.ReadAsStringAsync()).ShouldContain("learners-unclear");

        using var started = await program.PostAsJsonAsync("/api/v1/regrades", new { project = "hello", names = (string[])[Sacha] });
        var id = (await started.Content.ReadFromJsonAsync<RegradeId>())!.Id;
        (await RegradedAsync()).ShouldBe([_ids[Sacha]]);

        var stopped = await program.JsonAsync(HttpMethod.Post, $"/api/v1/regrades/{id}/stop");
        stopped.GetProperty("results").GetInt32().ShouldBe(1);
        var regrade = await program.JsonAsync(HttpMethod.Get, $"/api/v1/regrades/{id}");
        regrade.GetProperty("regrade").GetProperty("state").GetString().ShouldBe("stopped");
        regrade.GetProperty("changes")[0].GetProperty("change").GetString().ShouldBe("dropped");
    }

    [Fact]
    public async Task A_trial_is_stopped_on_its_page()
    {
        using var begun = await BeginAsync(("Input.OnlySome", "false"));
        var page = begun.Headers.Location!.ToString();

        using var stopped = await _browser.PostFormAsync($"{page}?handler=Stop");

        stopped.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var html = WebUtility.HtmlDecode(await _browser.GetStringAsync(page));
        html.ShouldContain("L’essai a été arrêté\u00a0: 2 résultats n’ont pas été recorrigés");
        html.ShouldNotContain("http-equiv=\"refresh\"");
        html.ShouldNotContain("Faire compter");
    }

    [Theory]
    [InlineData("apprenant@demo.academy")]
    [InlineData("mentor@demo.academy")]
    [InlineData("programme@demo.academy")]
    public async Task Others_may_not_even_look(string email)
    {
        using var browser = await _site.SignInAsync(email);
        (await browser.GetAsync("/admin/regrades")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var program = await _site.ProgramAsync(email);
        (await program.PostAsync($"/api/v1/regrades/{Guid.Empty}/stop", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<HttpResponseMessage> BeginAsync(params (string, string)[] fields) =>
        _browser.PostFormAsync("/admin/regrades", [("Input.Project", "hello"), ("Input.WithCurrentTests", "true"), .. fields]);

    private static async Task<string> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        answer.StatusCode.ShouldBe(expected);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private Task<List<Guid>> RegradedAsync() =>
        UseAsync<AcademyDb, List<Guid>>(db => db.Set<RegradeItem>().Select(i => i.LearnerId).ToListAsync());

    private async Task<Guid> HasResultAsync(string email)
    {
        var person = await UseAsync<IPeople, Person?>(people => people.SignInAsync(email, DemoOptions.Password, CancellationToken.None));
        var release = _site.Services.GetRequiredService<ICurriculum>().Current!;
        await UseAsync<AcademyDb, int>(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var attempt = await Attempts.BeginAsync(db, person!.Id, "hello", release.Id, now);
            var run = new GradingRun(attempt, person.Id, "hello", release.Id, new string('a', 40), "Essai", now, now);
            run.Start("w", now);
            run.Finish(Verdict.Failed, 2, 5, null, now);
            db.Add(run);
            db.Publish(new GradingFinished(run.Id, attempt, person.Id, "hello", release.Id, run.Commit, Verdict.Failed, 2, 5, now), now);
            return await db.SaveChangesAsync();
        });
        await Until.TrueAsync(async () =>
            (await UseAsync<ILearnerProgress, IReadOnlyDictionary<Guid, ResultInfo>>(p => p.ResultsAsync("hello", CancellationToken.None))).ContainsKey(person!.Id));
        return person!.Id;
    }

    private async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private sealed record RegradeId(Guid Id);
}
