using Academy.Contracts.Enrolment;
using Academy.Contracts.Progress;
using Academy.Testing;
using AngleSharp.Dom;

namespace Academy.Curriculum.Tests.Pages;

public sealed class ProjectPageTests : IAsyncLifetime
{
    private readonly CurriculumSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Shows_the_subject_and_what_one_should_know()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);

        var page = await CurriculumSite.PageAsync(learner, "/projects/panier");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Panier");
        page.QuerySelector(".prose")!.TextContent.ShouldContain("Bonjour.");
        page.QuerySelector("dl.facts")!.TextContent.ShouldContain("200 XP");
        page.QuerySelector("dl.facts")!.TextContent.ShouldContain("10 heures");
        page.QuerySelector("[aria-labelledby=before]")!.TextContent.ShouldContain("Ouvert");
        page.QuerySelector("[aria-labelledby=skills-F1]")!.TextContent.ShouldContain("Environnement");
    }

    [Fact]
    public async Task A_learner_reads_the_subject_with_which_they_began_and_hears_of_a_newer_one()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);
        using var program = await _site.Site.ProgramAsync(CurriculumSite.Learner);
        await program.JsonAsync(HttpMethod.Post, "/api/v1/projects/bonjour/registrations");
        _site.Content.Write("projects/bonjour/subject.fr.md", "## Étape 1\n\nBonsoir.\n");
        (await _site.PublishAsync()).Errors.ShouldBeEmpty();

        var mine = await CurriculumSite.PageAsync(learner, "/projects/bonjour");
        mine.QuerySelector(".prose")!.TextContent.ShouldContain("Bonjour.");
        var newer = await CurriculumSite.PageAsync(learner, "/projects/bonjour" + mine.QuerySelector(".alert a")!.GetAttribute("href"));
        newer.QuerySelector(".prose")!.TextContent.ShouldContain("Bonsoir.");

        using var other = await _site.Site.SignInAsync("apprenante2@demo.academy");
        (await CurriculumSite.PageAsync(other, "/projects/bonjour")).QuerySelector(".prose")!.TextContent.ShouldContain("Bonsoir.");
    }

    [Fact]
    public async Task A_change_elsewhere_is_no_news_to_a_learner()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);
        using var program = await _site.Site.ProgramAsync(CurriculumSite.Learner);
        await program.JsonAsync(HttpMethod.Post, "/api/v1/projects/bonjour/registrations");
        _site.Content.Write("projects/panier/subject.fr.md", "## Autre chose\n");
        await _site.PublishAsync();

        var page = await CurriculumSite.PageAsync(learner, "/projects/bonjour");

        page.QuerySelectorAll(".prose").Length.ShouldBe(1);
        page.QuerySelectorAll(".alert").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_project_that_was_taken_away_stays_for_those_who_began_it()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);
        using var program = await _site.Site.ProgramAsync(CurriculumSite.Learner);
        await program.JsonAsync(HttpMethod.Post, "/api/v1/projects/bonjour/registrations");
        _site.Content.Delete("projects/bonjour").Replace("tracks/piste/track.yml", "- { project: bonjour }\n", "")
            .Replace("tracks/piste/track.yml", ", requires: [bonjour]", "");
        (await _site.PublishAsync()).Errors.Select(e => e.ToString()).ShouldBeEmpty();

        (await CurriculumSite.PageAsync(learner, "/projects/bonjour")).QuerySelector(".prose")!.TextContent.ShouldContain("Bonjour.");

        using var other = await _site.Site.SignInAsync("apprenante2@demo.academy");
        using var gone = await other.GetAsync("/projects/bonjour");
        gone.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_subject_without_a_translation_says_so()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);
        var token = SiteClients.Antiforgery(await learner.GetStringAsync("/projects/bonjour"));
        (await learner.PostFormAsync("/account/language", token, ("language", "en"), ("returnUrl", "/"))).Dispose();

        var page = await CurriculumSite.PageAsync(learner, "/projects/bonjour");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Hello");
        page.QuerySelector(".prose")!.GetAttribute("lang").ShouldBe("fr");
        page.QuerySelector("article .alert")!.TextContent.ShouldContain("not translated");
    }

    [Fact]
    public async Task Images_are_kept_for_ever_and_a_drawing_cannot_act()
    {
        _site.Content.Write("projects/bonjour/images/arbre.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        await _site.PublishAsync();
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);

        using var answer = await learner.GetAsync($"/projects/bonjour/files/{_site.Curriculum.Current!.Id}/images/arbre.svg");

        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("sandbox");
    }
}
