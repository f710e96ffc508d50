using System.Net;
using Academy.Testing;

namespace Academy.Web.Tests.Pages;

public sealed class WelcomePageTests(SharedSite shared) : IClassFixture<SharedSite>
{
    [Fact]
    public async Task Shows_visitors_what_they_can_learn()
    {
        using var client = shared.Site.Client();

        var page = await client.GetStringAsync("/welcome");

        page.ShouldContain("Apprends un métier en le pratiquant");
        page.ShouldContain("<h3>Les bases</h3>");
        page.ShouldContain("href=\"/account/sign-in\"");
    }

    [Fact]
    public async Task Sends_people_who_are_signed_in_to_their_home()
    {
        using var client = await shared.Site.SignInAsync("apprenant@demo.academy");

        using var answer = await client.GetAsync("/welcome");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location?.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task The_living_page_of_the_design_system_is_for_development_only()
    {
        using var client = shared.Site.Client();

        using var answer = await client.GetAsync("/design");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
