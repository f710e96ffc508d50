using System.Net;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Accounts.Tests.SigningIn;

[Collection(OnTheSite.Name)]
public sealed class SignInPageTests(AccountsSite fixture)
{
    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task Every_demo_account_signs_in()
    {
        foreach (var account in DemoAccounts.All)
        {
            using var browser = await _site.SignInAsync(account.Email);
            (await browser.GetAsync("/account/sign-in")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Goes_on_to_the_page_that_was_asked_for()
    {
        using var browser = _site.Client();
        var answer = await browser.PostFormAsync("/account/sign-in?returnUrl=%2Fprojects%3Fa%3Db", Right());
        answer.Headers.Location!.ToString().ShouldBe("/projects?a=b");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task Never_goes_on_to_another_site(string returnUrl)
    {
        using var browser = _site.Client();
        var answer = await browser.PostFormAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", Right());
        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Answers_a_wrong_password_and_an_unknown_address_alike()
    {
        using var browser = _site.Client();
        var wrong = await RefusalAsync(browser, "mentor@demo.academy", "not the password");
        var unknown = await RefusalAsync(browser, "nobody@demo.academy", "not the password");
        wrong.ShouldNotBeEmpty();
        wrong.ShouldBe(unknown);
    }

    [Fact]
    public async Task Keeps_the_address_but_not_the_password_after_a_refusal()
    {
        using var browser = _site.Client();
        var answer = await browser.PostFormAsync("/account/sign-in", ("Input.Email", "mentor@demo.academy"), ("Input.Password", "wr0ng-pass"));
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("value=\"mentor@demo.academy\"");
        html.ShouldNotContain("wr0ng-pass");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var browser = _site.Client();
        var answer = await browser.PostFormAsync("/account/sign-in", [.. Right(), ("Input.Stay", "true")]);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("academy=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("expires=");
    }

    [Fact]
    public async Task Without_staying_the_cookie_goes_with_the_window()
    {
        using var browser = _site.Client();
        var answer = await browser.PostFormAsync("/account/sign-in", [.. Right(), ("Input.Stay", "false")]);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("academy=", StringComparison.Ordinal));
        cookie.ShouldNotContain("expires=");
    }

    [Fact]
    public async Task A_form_without_antiforgery_token_signs_nobody_in()
    {
        using var browser = _site.Client();
        var answer = await browser.PostAsync("/account/sign-in", new FormUrlEncodedContent(
            Right().Select(f => KeyValuePair.Create(f.Name, f.Value))));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_out_makes_a_stolen_copy_of_the_cookie_worthless()
    {
        using var browser = _site.Client();
        var signedIn = await browser.PostFormAsync("/account/sign-in", Right());
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("academy=", StringComparison.Ordinal)).Split(';')[0];
        (await WithCookieAsync(cookie)).ShouldBe(HttpStatusCode.OK);

        var out_ = await browser.PostFormAsync("/account/sign-out");
        out_.Headers.Location!.ToString().ShouldBe("/account/sign-in");
        (await WithCookieAsync(cookie)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> WithCookieAsync(string cookie)
    {
        using var thief = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _site.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await thief.GetAsync("/api/v1/me")).StatusCode;
    }

    private static (string Name, string Value)[] Right() =>
        [("Input.Email", "Mentor@Demo.Academy"), ("Input.Password", DemoOptions.Password)];

    private static async Task<string> RefusalAsync(HttpClient browser, string email, string password)
    {
        var answer = await browser.PostFormAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var html = await answer.Content.ReadAsStringAsync();
        return html.Split("role=\"alert\"").ElementAtOrDefault(1)?.Split("</ul>")[0] ?? "";
    }
}
