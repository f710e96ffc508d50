using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Testing;

namespace Academy.Accounts.Tests.Passkeys;

/// <summary>The whole way with a real browser and a device is in Academy.Journeys.</summary>
[Collection(OnTheSite.Name)]
public sealed class PasskeyEndpointTests(AccountsSite fixture)
{
    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task Options_ask_for_a_key_that_the_device_keeps_and_that_its_owner_unlocks()
    {
        using var browser = await _site.SignInAsync("mentor@demo.academy");
        var answer = await browser.PostFormAsync("/account/passkeys/creation-options", await TokenAsync(browser, "/account/security"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var options = await answer.Content.ReadFromJsonAsync<JsonElement>();
        options.GetProperty("rp").GetProperty("id").GetString().ShouldBe("127.0.0.1");
        options.GetProperty("user").GetProperty("name").GetString().ShouldBe("mentor@demo.academy");
        var device = options.GetProperty("authenticatorSelection");
        device.GetProperty("userVerification").GetString().ShouldBe("required");
        device.GetProperty("residentKey").GetString().ShouldBe("required");
    }

    [Fact]
    public async Task Whoever_signs_in_is_asked_for_any_passkey_of_this_site()
    {
        using var visitor = _site.Client();
        var answer = await visitor.PostFormAsync("/account/passkeys/request-options", await TokenAsync(visitor, "/account/sign-in"));
        var options = await answer.Content.ReadFromJsonAsync<JsonElement>();
        options.GetProperty("challenge").GetString()!.Length.ShouldBeGreaterThanOrEqualTo(22);
        (options.TryGetProperty("allowCredentials", out var allowed) ? allowed.GetArrayLength() : 0).ShouldBe(0);
    }

    [Fact]
    public async Task A_stranger_cannot_begin_to_add_one()
    {
        using var visitor = _site.Client();
        var answer = await visitor.PostFormAsync("/account/passkeys/creation-options", await TokenAsync(visitor, "/account/sign-in"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/account/sign-in");
    }

    [Fact]
    public async Task Another_site_cannot_ask_for_options()
    {
        using var browser = await _site.SignInAsync("mentor@demo.academy");
        (await browser.PostAsync("/account/passkeys/creation-options", null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA"},"clientExtensionResults":{}}""")]
    public async Task An_answer_that_no_device_gave_signs_nobody_in(string credential)
    {
        using var visitor = _site.Client();
        await visitor.PostFormAsync("/account/passkeys/request-options", await TokenAsync(visitor, "/account/sign-in"));
        var answer = await visitor.PostFormAsync("/account/sign-in?handler=Passkey", ("credential", credential));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Ça n’a pas marché");
        (await visitor.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_answer_that_no_device_gave_is_not_added()
    {
        using var browser = await _site.SignInAsync("mentor@demo.academy");
        var answer = await browser.PostFormAsync("/account/security?handler=AddPasskey", ("name", "x"), ("credential", "{}"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Ça n’a pas marché");
    }

    private static async Task<string> TokenAsync(HttpClient browser, string page) =>
        SiteClients.Antiforgery(await browser.GetStringAsync(page));
}
