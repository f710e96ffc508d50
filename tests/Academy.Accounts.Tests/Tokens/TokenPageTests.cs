using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Tokens;

[Collection(OnTheSite.Name)]
public sealed partial class TokenPageTests(AccountsSite fixture)
{
    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task A_token_is_made_shown_once_used_and_revoked()
    {
        using var browser = await _site.SignInAsync("apprenante2@demo.academy");
        await browser.PostFormAsync("/account/tokens", ("Input.Name", "ma tour"), ("Input.Scopes", "api:read"), ("Input.Days", "30"));
        var page = await browser.GetAsync("/account/tokens");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var secret = Secret().Match(await page.Content.ReadAsStringAsync()).Value;
        secret.ShouldNotBeEmpty();
        var again = await browser.GetStringAsync("/account/tokens");
        again.ShouldNotContain(secret);
        again.ShouldContain("ma tour");

        using var program = _site.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var id = TokenId().Match(again).Groups[1].Value;
        await browser.PostFormAsync("/account/tokens?handler=Revoke", ("id", id));
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_was_typed_stays_after_a_refusal()
    {
        using var browser = await _site.SignInAsync("mentor@demo.academy");
        var answer = await browser.PostFormAsync("/account/tokens", ("Input.Name", "sans droits"), ("Input.Scopes", "root"), ("Input.Days", "30"));
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("sans droits");
        html.ShouldContain("Choisis au moins un droit");
    }

    [GeneratedRegex("academy_[A-Za-z0-9_-]{43}")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"id\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex TokenId();
}
