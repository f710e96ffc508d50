using System.Net;
using Academy.Testing;

namespace Academy.Repositories.Tests.Elsewhere;

[Collection(OnSharedSite.Name)]
public sealed class ElsewherePageTests(SharedSite shared)
{
    [Fact]
    public async Task A_learner_links_an_address_and_hands_in()
    {
        await using var other = await OtherSite.StartAsync();
        var commit = await other.CommitAsync("a.txt", "a\n");
        await using var site = await GitSite.StartAsync(("Repositories:AllowPrivateAddresses", "true"), ("Repositories:SslCaInfo", other.Certificate));
        using var browser = await site.Site.SignInAsync(GitSite.Learner);
        var page = $"/attempts/{site.Attempt}/external";

        using var linked = await browser.PostFormAsync($"{page}?handler=Link", ("Address", other.Url));
        linked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var handedIn = await browser.PostFormAsync($"{page}?handler=HandIn");
        handedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await site.ToldAsync(1))[0].Commit.ShouldBe(commit);
        await Until.TrueAsync(async () => (await browser.GetStringAsync(page)).Contains($"/gradings/{commit}"));
    }

    [Fact]
    public async Task A_wrong_address_is_explained_and_kept()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var browser = await site.Site.SignInAsync(GitSite.Learner);

        using var answer = await browser.PostFormAsync($"/attempts/{site.Attempt}/external?handler=Link", ("Address", "http://exemple.fr/a.git"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("L’adresse doit commencer par https://.");
        html.ShouldContain("value=\"http://exemple.fr/a.git\"");
        (await browser.GetStringAsync($"/attempts/{site.Attempt}/external")).ShouldNotContain("exemple.fr");
    }

    [Fact]
    public async Task Without_leave_of_the_operator_the_site_s_own_network_is_refused()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var browser = await site.Site.SignInAsync(GitSite.Learner);

        foreach (var address in new[] { "https://localhost/a.git", "https://169.254.169.254/latest/meta-data", $"https://127.0.0.1:{site.Site.Address.Port}/a.git" })
        {
            using var answer = await browser.PostFormAsync($"/attempts/{site.Attempt}/external?handler=Link", ("Address", address));
            (await answer.Content.ReadAsStringAsync()).ShouldContain("Cette adresse est à l’intérieur d’un réseau.");
        }
    }

    [Theory]
    [InlineData(GitSite.Trainer)]
    [InlineData(GitSite.OtherLearner)]
    public async Task Nobody_else_links_or_hands_in(string email)
    {
        await using var site = await GitSite.OnAsync(shared);
        using var browser = await site.Site.SignInAsync(email);
        var antiforgery = SiteClients.Antiforgery(await browser.GetStringAsync("/account/profile"));

        foreach (var handler in new[] { "Link", "HandIn" })
        {
            using var answer = await browser.PostFormAsync($"/attempts/{site.Attempt}/external?handler={handler}", antiforgery, ("Address", "https://exemple.fr/a.git"));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
