using System.Net;
using System.Text.RegularExpressions;
using Academy.Testing;

namespace Academy.Web.Tests.Pages;

/// <summary>What stands around every page.</summary>
public sealed class FrameTests(SharedSite shared) : IClassFixture<SharedSite>
{
    [Theory]
    [InlineData("light", "light", "")]
    [InlineData("dark", "dark", "media=\"screen\"")]
    [InlineData("auto", "auto", "media=\"screen and (prefers-color-scheme: dark)\"")]
    [InlineData("\"><script>", "auto", "media=\"screen and (prefers-color-scheme: dark)\"")]
    public async Task The_night_colours_are_linked_for_those_who_want_them(string cookie, string theme, string media)
    {
        using var client = shared.Site.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"theme={Uri.EscapeDataString(cookie)}");

        var page = await client.GetStringAsync("/welcome");

        page.ShouldContain($"data-theme=\"{theme}\"");
        Regex.Match(page, "<link[^>]*css/dark[^>]*>").Value.ShouldContain(media);
        Regex.IsMatch(page, "css/dark").ShouldBe(media.Length > 0);
    }

    [Fact]
    public async Task Everything_that_a_page_links_is_there_and_kept_by_the_browser()
    {
        using var client = shared.Site.Client();
        var page = await client.GetStringAsync("/welcome");
        var links = Regex.Matches(page, "(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))[\"#]").Select(m => m.Groups[1].Value).Distinct().ToArray();

        links.Length.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(link);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, link);
            answer.Headers.CacheControl?.ToString().ShouldContain("immutable", Case.Sensitive, link);
        }
    }

    [Fact]
    public async Task The_menu_has_what_the_person_may_see_and_marks_where_they_are()
    {
        using var learner = await shared.Site.SignInAsync("apprenant@demo.academy");

        var page = await learner.GetStringAsync("/");

        page.ShouldContain("<a href=\"/\" aria-current=\"page\">");
        page.ShouldContain("Sacha Morel");
        page.ShouldNotContain("href=\"/admin");
    }

    [Fact]
    public async Task A_wrong_field_says_so_to_a_screen_reader()
    {
        using var client = shared.Site.Client();

        using var answer = await client.PostFormAsync("/account/sign-in", ("Input.Email", ""), ("Input.Password", ""));
        var page = await answer.Content.ReadAsStringAsync();

        var field = Regex.Match(page, "<input[^>]*id=\"Input_Email\"[^>]*>").Value;
        field.ShouldContain("aria-invalid=\"true\"");
        field.ShouldContain("aria-describedby=\"Input_Email-error\"");
        page.ShouldMatch("<span[^>]*id=\"Input_Email-error\"[^>]*>[^<]+</span>");
    }

    [Fact]
    public async Task A_right_field_does_not()
    {
        using var client = shared.Site.Client();

        (await client.GetStringAsync("/account/sign-in")).ShouldNotContain("aria-invalid");
    }
}
