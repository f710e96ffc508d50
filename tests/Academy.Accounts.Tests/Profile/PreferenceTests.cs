using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Testing;

namespace Academy.Accounts.Tests.Profile;

[Collection(OnTheSite.Name)]
public sealed class PreferenceTests(AccountsSite fixture)
{
    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task A_visitor_chooses_the_language_and_stays_on_the_page()
    {
        using var visitor = _site.Client();
        var answer = await ChooseAsync(visitor, "/account/language", ("language", "en"), ("returnUrl", "/account/sign-in?returnUrl=%2Ftrack"));
        answer.Headers.Location!.ToString().ShouldBe("/account/sign-in?returnUrl=%2Ftrack");
        (await visitor.GetStringAsync("/account/sign-in")).ShouldContain("<h1>Sign in</h1>");
    }

    [Fact]
    public async Task The_choice_of_somebody_signed_in_is_kept_on_the_account()
    {
        using var browser = await _site.SignInAsync("apprenant@demo.academy");
        async Task<string?> ChosenAsync(string language)
        {
            var token = SiteClients.Antiforgery(await browser.GetStringAsync("/account/profile"));
            await browser.PostFormAsync("/account/language", token, ("language", language), ("returnUrl", "/account/profile"));
            return (await browser.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("language").GetString();
        }

        (await ChosenAsync("en")).ShouldBe("en");
        (await ChosenAsync("fr")).ShouldBe("fr");
    }

    [Fact]
    public async Task The_theme_is_kept_in_a_cookie()
    {
        using var visitor = _site.Client();
        var answer = await ChooseAsync(visitor, "/account/theme", ("theme", "dark"), ("returnUrl", "/account/sign-in"));
        answer.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("theme=dark;", StringComparison.Ordinal));
        (await visitor.GetStringAsync("/account/sign-in")).ShouldContain("data-theme=\"dark\"");
    }

    [Theory]
    [InlineData("/account/language", "language", "xx")]
    [InlineData("/account/theme", "theme", "pink; domain=evil.example")]
    public async Task What_cannot_be_chosen_is_refused(string path, string field, string value)
    {
        using var visitor = _site.Client();
        (await ChooseAsync(visitor, path, (field, value))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        using var visitor = _site.Client();
        (await ChooseAsync(visitor, "/account/theme", ("theme", "dark"), ("returnUrl", returnUrl))).Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Another_site_cannot_change_them()
    {
        using var visitor = _site.Client();
        var answer = await visitor.PostAsync("/account/theme", new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];
        cookies.ShouldNotContain(c => c.StartsWith("theme=", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient visitor, string path, params (string, string)[] fields) =>
        await visitor.PostFormAsync(path, SiteClients.Antiforgery(await visitor.GetStringAsync("/account/sign-in")), fields);
}
