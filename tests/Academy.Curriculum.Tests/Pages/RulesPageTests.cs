using System.Text.RegularExpressions;
using Academy.Curriculum.RulesGuide;
using Academy.Testing;

namespace Academy.Curriculum.Tests.Pages;

public sealed partial class RulesPageTests : IAsyncLifetime
{
    private readonly CurriculumSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_rules_are_shown_with_the_academy_s_own_numbers()
    {
        _site.Content.Replace("academy.yml", "passMark: 80", "passMark: 73\n  evaluation: { points: { cost: 2 } }");
        await _site.PublishAsync();
        using var learner = await _site.Site.SignInAsync(CurriculumSite.Learner);

        var page = await CurriculumSite.PageAsync(learner, "/rules");

        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("À partir de 73 %");
        text.ShouldContain("Rendre un projet coûte 2 points par relecture.");
        text.ShouldNotContain("{{");
    }

    [Fact]
    public void Both_languages_say_every_number_and_the_same_number_of_things()
    {
        var (french, english) = (ReadRulesGuide.Source("fr"), ReadRulesGuide.Source("en"));

        Places(french).ShouldBe(Places(english));
        Places(french).Distinct().Count().ShouldBeGreaterThan(20);
        Headings(french).ShouldBe(Headings(english));
    }

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Order()];

    private static int Headings(string text) => text.Split("\n## ").Length;

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Place();
}
