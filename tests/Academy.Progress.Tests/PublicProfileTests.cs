using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Academy.Progress.Achievements;
using Academy.Progress.Publishing;
using Academy.Progress.Validating;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Progress.Tests;

public sealed class PublicProfileTests
{
    [Fact]
    public async Task Nobody_has_one_until_they_switch_it_on_and_off_means_gone()
    {
        await using var site = await TestSite.StartAsync();
        using var learner = await site.SignInAsync("apprenant@demo.academy");
        using var visitor = site.Client();
        var form = await learner.GetStringAsync("/public-profile");
        form.ShouldContain("value=\"sacha-morel\"");
        (await visitor.GetAsync("/p/sacha-morel")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Two taps: the page, and the button.
        (await learner.PostFormAsync("/public-profile?handler=Show", Typed(form))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var shown = await visitor.GetAsync("/p/Sacha-MOREL");
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        shown.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        var html = await shown.Content.ReadAsStringAsync();
        html.ShouldContain("<h1>Sacha Morel</h1>");
        html.ShouldContain("<meta name=\"robots\" content=\"noindex, nofollow\">");
        html.ShouldNotContain("@demo.academy");

        (await learner.PostFormAsync("/public-profile?handler=Hide")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/p/sacha-morel")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Shows_what_was_chosen_and_neither_marks_nor_what_failed()
    {
        await using var site = await TestSite.StartAsync();
        await GiveAsync(site, "apprenant", ("hello", 87), ("files", 41));
        using var program = await site.ProgramAsync("apprenant@demo.academy");
        using var visitor = site.Client();

        (await PutAsync(program, "sacha", showsProjects: true)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await visitor.GetStringAsync("/p/sacha");
        html.ShouldContain("Projets validés");
        html.ShouldContain("<strong>Bonjour</strong>");
        html.ShouldNotContain("Fichiers");
        Regex.IsMatch(html, "(87|41)\\s*%").ShouldBeFalse();

        (await PutAsync(program, "sacha", name: "initials", isFindable: true)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await visitor.GetAsync("/p/sacha");
        answer.Headers.Contains("X-Robots-Tag").ShouldBeFalse();
        html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("<h1>SM</h1>");
        html.ShouldNotContain("Morel");
        html.ShouldNotContain("Projets validés");
        html.ShouldNotContain("noindex");
    }

    [Fact]
    public async Task Nothing_that_is_shown_tells_a_mark_a_failure_or_a_pause()
    {
        using var content = new EvaluatedContent();
        string[] conditions = ["projects", "perfect", "retries", "returns"];
        await File.WriteAllTextAsync(
            Path.Combine(content.Folder, "achievements.yml"),
            "achievements:\n" + string.Concat(conditions.Select(c => $"  - {{ id: {c}, title: {{ fr: \"Réussite-{c}\", en: \"{c}\" }}, text: {{ fr: \"Fais-le.\", en: \"Do it.\" }}, when: {{ {c}: 1 }} }}\n")));
        await using var site = await TestSite.StartAsync(content.Setting);
        await GiveAsync(site, "apprenant", ("hello", 87));
        await EarnAsync(site, "apprenant", conditions);
        using var learner = await site.SignInAsync("apprenant@demo.academy");
        using var visitor = site.Client();

        (await learner.PostFormAsync("/public-profile?handler=Show", Typed(await learner.GetStringAsync("/public-profile")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var html = WebUtility.HtmlDecode(await visitor.GetStringAsync("/p/sacha-morel"));
        html.ShouldContain("Niveau 0");
        Regex.IsMatch(html, "\\d\\s*XP").ShouldBeFalse();
        html.ShouldContain("Réussite-projects");
        foreach (var told in conditions.Skip(1)) html.ShouldNotContain($"Réussite-{told}");
        // 10 of the 15 points that projects give, and not 87 % of the 10.
        Regex.IsMatch(html, "\\b66\\s%").ShouldBeTrue();
        Regex.IsMatch(html, "\\b53\\s%").ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_is_called_by_initials_gets_an_address_without_the_name_and_is_warned_of_an_own_one_with_it()
    {
        const string Warning = "cette adresse dit ton nom";
        await using var site = await TestSite.StartAsync();
        using var learner = await site.SignInAsync("apprenant@demo.academy");

        var tried = WebUtility.HtmlDecode(await (await learner.PostFormAsync(
            "/public-profile?handler=Try", ("Input.Address", "sacha-morel"), ("Input.Name", "Initials"))).Content.ReadAsStringAsync());
        tried.ShouldContain("value=\"profil-");
        tried.ShouldNotContain(Warning);
        (await learner.PostFormAsync("/public-profile?handler=Show", ("Input.Address", "sacha-morel"), ("Input.Name", "Initials"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.Client().GetAsync("/p/sacha-morel")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await learner.PostFormAsync("/public-profile?handler=Show", ("Input.Address", "chez-morel"), ("Input.Name", "Initials"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await learner.GetStringAsync("/public-profile")).ShouldContain(Warning);
        (await site.Client().GetAsync("/p/chez-morel")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_that_takes_the_proposed_address_with_initials_publishes_no_name_either()
    {
        await using var site = await TestSite.StartAsync();
        using var program = await site.ProgramAsync("apprenante2@demo.academy");
        var proposed = (await program.JsonAsync(HttpMethod.Get, "/api/v1/profile")).GetProperty("address").GetString()!;
        proposed.ShouldBe("ines-garnier");

        var answer = await PutAsync(program, proposed, name: "initials");

        var address = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("address").GetString()!;
        address.ShouldStartWith("profil-");
        using var visitor = site.Client();
        (await visitor.GetAsync("/p/ines-garnier")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/p/{address}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Trying_shows_it_and_saves_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var learner = await site.SignInAsync("apprenant@demo.academy");
        using var visitor = site.Client();

        var tried = await learner.PostFormAsync("/public-profile?handler=Try", ("Input.Address", "essai"), ("Input.Name", "Initials"));

        var html = await tried.Content.ReadAsStringAsync();
        html.ShouldContain("<h3>SM</h3>");
        html.ShouldContain("value=\"essai\"");
        (await visitor.GetAsync("/p/essai")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("-abc")]
    [InlineData("été")]
    [InlineData("../admin")]
    [InlineData("a b c")]
    [InlineData("")]
    public async Task An_address_that_cannot_be_one_is_explained_and_kept(string address)
    {
        await using var site = await TestSite.StartAsync();
        using var learner = await site.SignInAsync("apprenant@demo.academy");

        var refused = await learner.PostFormAsync("/public-profile?handler=Show", ("Input.Address", address), ("Input.Name", "Name"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("Une adresse a de 3 à 40 lettres sans accent");
        html.ShouldContain($"value=\"{address}\"");
        html.ShouldContain("Personne ne peut voir ton profil en ce moment.");
    }

    [Fact]
    public async Task An_address_belongs_to_one_learner_whatever_its_capitals_and_also_while_it_is_off()
    {
        await using var site = await TestSite.StartAsync();
        using var first = await site.ProgramAsync("apprenant@demo.academy");
        using var second = await site.ProgramAsync("apprenante2@demo.academy");
        await PutAsync(first, "Ma-Page");
        (await PutAsync(first, "ma-page", isOn: false)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await PutAsync(second, "MA-PAGE");

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("profile-address-taken");
        (await second.JsonAsync(HttpMethod.Get, "/api/v1/profile")).GetProperty("isOn").GetBoolean().ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_many_who_want_an_address_at_once_one_gets_it(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var wish = ProfileWish.Proposed("la-meme");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            academy.RunAsync<ChangeProfile, Outcome>(c => c.ShowAsync(Guid.CreateVersion7(), wish, default))));

        outcomes.Count(o => !o.IsRefused).ShouldBe(1);
        outcomes.Where(o => o.IsRefused).ShouldAllBe(o => o.Refusal == Refusals.AddressTaken);
        (await academy.RunAsync<AcademyDb, int>(db => db.Set<PublicProfile>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Who_no_longer_has_an_open_account_is_no_longer_shown()
    {
        await using var site = await TestSite.StartAsync();
        using var program = await site.ProgramAsync("apprenant@demo.academy");
        await PutAsync(program, "sacha");
        using var visitor = site.Client();
        (await visitor.GetAsync("/p/sacha")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var admin = await site.SignInAsync("admin@demo.academy");
        var id = (await program.JsonAsync(HttpMethod.Get, "/api/v1/me")).GetProperty("id").GetString();
        (await admin.PostFormAsync($"/admin/people/{id}?handler=Lock")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await visitor.GetAsync("/p/sacha")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_reads_them_all()
    {
        await using var site = await TestSite.StartAsync(("RateLimits:PublicPerMinute", "3"));
        using var visitor = site.Client();

        for (var i = 0; i < 3; i++) (await visitor.GetAsync($"/p/personne-{i}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await visitor.GetAsync("/p/personne-4")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("apprenant@demo.academy", HttpStatusCode.OK)]
    [InlineData("mentor@demo.academy", HttpStatusCode.Forbidden)]
    [InlineData("formateur@demo.academy", HttpStatusCode.Forbidden)]
    [InlineData("programme@demo.academy", HttpStatusCode.Forbidden)]
    [InlineData("tuteur@demo.academy", HttpStatusCode.Forbidden)]
    [InlineData("admin@demo.academy", HttpStatusCode.Forbidden)]
    public async Task Only_learners_have_profiles_and_achievements(string email, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync(email);

        foreach (var path in (string[])["/public-profile", "/achievements", "/api/v1/profile", "/api/v1/achievements"])
            (await client.GetAsync(path)).StatusCode.ShouldBe(expected, path);
    }

    [Fact]
    public async Task Visitors_see_profiles_and_nothing_else()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Client();

        (await visitor.GetAsync("/public-profile")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/achievements")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/api/v1/profile")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await visitor.GetAsync("/api/v1/achievements")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await visitor.PutAsJsonAsync("/api/v1/profile", new { isOn = true, address = "abc", name = "name" })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static (string, string)[] Typed(string form) =>
    [
        ("Input.Address", Regex.Match(form, "name=\"Input.Address\"[^>]*value=\"([^\"]*)\"").Groups[1].Value),
        ("Input.Name", "Name"), ("Input.ShowsSkills", "true"), ("Input.ShowsProjects", "true"), ("Input.ShowsAchievements", "true"),
    ];

    private static Task<HttpResponseMessage> PutAsync(
        HttpClient program, string address, bool isOn = true, string name = "name", bool showsProjects = false, bool isFindable = false) =>
        program.PutAsJsonAsync("/api/v1/profile", new { isOn, address, name, showsSkills = false, showsProjects, showsAchievements = false, isFindable });

    private static async Task GiveAsync(TestSite site, string who, params (string Project, int Percent)[] marks)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var release = scope.ServiceProvider.GetRequiredService<ICurriculum>().Current!;
        var learner = (await scope.ServiceProvider.GetRequiredService<IPeople>().SignInAsync($"{who}@demo.academy", DemoOptions.Password, default))!.Id;
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (project, percent) in marks)
        {
            var result = new ProjectResult(learner, project, now);
            result.Grade(Mark.Of(percent, project, release));
            result.Weigh([], now);
            db.Add(result);
        }

        await db.SaveChangesAsync();
    }

    private static async Task EarnAsync(TestSite site, string who, string[] achievements)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var release = scope.ServiceProvider.GetRequiredService<ICurriculum>().Current!;
        var learner = (await scope.ServiceProvider.GetRequiredService<IPeople>().SignInAsync($"{who}@demo.academy", DemoOptions.Password, default))!.Id;
        db.AddRange(achievements.Select(a => new EarnedAchievement(learner, a, release.Id, TimeProvider.System.GetUtcNow())));
        await db.SaveChangesAsync();
    }
}
