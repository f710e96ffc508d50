using Academy.Testing;
using AngleSharp.Dom;

namespace Academy.Curriculum.Tests.Pages;

public sealed class TrackPageTests : IAsyncLifetime
{
    private readonly CurriculumSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_map_names_each_step_with_its_state_and_reason()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);

        var page = await CurriculumSite.PageAsync(learner, "/track");

        page.QuerySelectorAll("svg.track-map .node").Select(n => n.GetAttribute("aria-label")).ShouldBe(
        [
            "Bonjour, Ouvert · 100 XP · 6 h",
            "Panier, Fermé · 200 XP · 10 h, après Bonjour, à valider d’abord : Bonjour",
            "Plus tard, Bientôt",
        ]);
        page.QuerySelectorAll("svg.track-map a.node[href]").Select(a => a.GetAttribute("href")).ShouldBe(["/projects/bonjour", "/projects/panier"]);
        page.QuerySelectorAll("svg.track-map .edge").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_list_says_the_same_as_the_map()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);

        var page = await CurriculumSite.PageAsync(learner, "/track?as=list");

        page.QuerySelectorAll("svg.track-map").ShouldBeEmpty();
        page.QuerySelectorAll(".tile .badge").Select(b => b.TextContent.Trim()).ShouldBe(["Ouvert", "Fermé", "Bientôt"]);
        page.QuerySelectorAll(".tile")[1].TextContent.ShouldContain("À valider d’abord : Bonjour.");
    }

    [Fact]
    public async Task A_begun_project_is_in_progress()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);
        using var program = await _site.Site.ProgramAsync(CurriculumSite.Learner);
        await program.JsonAsync(HttpMethod.Post, "/api/v1/projects/bonjour/registrations");

        var page = await CurriculumSite.PageAsync(learner, "/track");

        page.QuerySelector("svg.track-map .node")!.GetAttribute("aria-label").ShouldBe("Bonjour, En cours · 100 XP · 6 h");
    }

    [Fact]
    public async Task To_a_trainer_projects_have_no_state()
    {
        using var trainer = await _site.Site.SignInAsync(CurriculumSite.Trainer);

        var page = await CurriculumSite.PageAsync(trainer, "/track");

        page.QuerySelector("svg.track-map .node")!.GetAttribute("aria-label").ShouldBe("Bonjour, 100 XP · 6 h");
        page.QuerySelectorAll(".track-progress").ShouldBeEmpty();
    }

    [Fact]
    public async Task With_several_tracks_there_is_a_choice()
    {
        _site.Content.Write("tracks/autre/track.yml", SmallContent.Track.Replace("\"Piste\"", "\"Autre\"", StringComparison.Ordinal));
        (await _site.PublishAsync()).Errors.Select(e => e.ToString()).ShouldBeEmpty();
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);

        using var choice = await learner.GetAsync("/track");
        choice.Headers.Location!.ToString().ShouldBe("/tracks");
        var page = await CurriculumSite.PageAsync(learner, "/tracks");
        page.QuerySelectorAll(".tile a").Select(a => a.GetAttribute("href")).ShouldBe(["/tracks/autre", "/tracks/piste"]);
        (await CurriculumSite.PageAsync(learner, "/tracks/piste")).QuerySelector("h1")!.TextContent.ShouldBe("Piste");
    }

    [Fact]
    public async Task With_one_track_there_is_nothing_to_choose()
    {
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);

        using var answer = await learner.GetAsync("/tracks");

        answer.Headers.Location!.ToString().ShouldBe("/track");
    }

    [Fact]
    public async Task Without_a_release_there_is_a_kind_word()
    {
        using var empty = new SmallContent();
        empty.Delete("academy.yml");
        await using var site = await TestSite.StartAsync(("Content:Directory", empty.Folder));
        using var learner = await site.SignInAsync(CurriculumSite.Learner);

        (await CurriculumSite.PageAsync(learner, "/track")).QuerySelector(".empty h1").ShouldNotBeNull();
    }
}
