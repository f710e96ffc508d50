using System.Net;
using System.Net.Http.Json;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Accounts.Tests.SigningIn;

public sealed class BasicTests
{
    [Fact]
    public async Task Passwords_are_tried_a_few_times_a_minute_from_one_address_and_right_ones_go_on_working()
    {
        await using var site = await TestSite.StartAsync(("RateLimits:SignInPerMinute", "3"));
        (await TryAsync(site, DemoOptions.Password)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await TryAsync(site, "wrong one")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await TryAsync(site, "wrong two")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var refused = await TryAsync(site, "wrong three");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));

        // Known from a moment ago: no new try.
        (await TryAsync(site, DemoOptions.Password)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Forms_with_passwords_are_limited_and_looking_at_them_is_not()
    {
        await using var site = await TestSite.StartAsync(("RateLimits:SignInPerMinute", "2"));
        using var browser = site.Client();
        for (var i = 0; i < 10; i++) (await browser.GetAsync("/account/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> SendAsync() => (await browser.PostFormAsync(
            "/account/sign-in", ("Input.Email", "mentor@demo.academy"), ("Input.Password", "wrong password"))).StatusCode;
        (await SendAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync()).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic %%%")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer academy_")]
    public async Task Headers_that_make_no_sense_are_refused_quietly(string header)
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        (await client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<HttpResponseMessage> TryAsync(TestSite site, string password)
    {
        using var client = site.Client();
        client.DefaultRequestHeaders.Authorization = SiteClients.Basic("mentor@demo.academy", password);
        return await client.PostAsJsonAsync("/api/v1/tokens", new { name = "x", scopes = new[] { "*" } });
    }
}
