using Academy.Testing;
using AngleSharp.Dom;

namespace Academy.Curriculum.Tests.Pages;

public sealed class ContentPageTests : IAsyncLifetime
{
    private const string Project = "projects/bonjour/project.yml";
    private readonly CurriculumSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Errors_are_shown_with_file_and_line_in_the_reader_s_language()
    {
        using var trainer = await _site.Site.SignInAsync(CurriculumSite.Trainer);
        _site.Content.Replace(Project, "xp: 100", "xp: <b>");

        (await trainer.PostFormAsync("/admin/content")).Dispose();

        var page = await CurriculumSite.PageAsync(trainer, "/admin/content");
        page.QuerySelector("table th code")!.TextContent.ShouldBe($"{Project}:3");
        page.QuerySelector("table td")!.TextContent.ShouldContain("xp doit être un nombre entier de 1 à 5000.");
        page.QuerySelector("table td code")!.TextContent.ShouldBe("xp");
    }

    [Fact]
    public async Task The_button_publishes_what_is_good()
    {
        using var trainer = await _site.Site.SignInAsync(CurriculumSite.Trainer);
        var before = _site.Curriculum.Current!.Id;
        _site.Content.Replace(Project, "xp: 100", "xp: 150");

        using var answer = await trainer.PostFormAsync("/admin/content");

        answer.Headers.Location!.ToString().ShouldBe("/admin/content");
        _site.Curriculum.Current!.Id.ShouldNotBe(before);
        var page = await CurriculumSite.PageAsync(trainer, "/admin/content");
        page.QuerySelector(".alert.is-ok").ShouldNotBeNull();
        page.QuerySelectorAll("[aria-labelledby=releases] tbody tr").Length.ShouldBe(2);
    }
}
