using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Accounts.Tests.Api;

[Collection(OnTheSite.Name)]
public sealed class TokenEndpointTests(AccountsSite fixture)
{
    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task A_password_makes_a_token_and_the_token_says_who_one_is()
    {
        using var program = await _site.ProgramAsync("apprenant@demo.academy");
        var me = await program.GetFromJsonAsync<JsonElement>("/api/v1/me");

        me.GetProperty("name").GetString().ShouldBe("Sacha Morel");
        me.GetProperty("email").GetString().ShouldBe("apprenant@demo.academy");
        me.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["learner"]);
        me.GetProperty("language").GetString().ShouldBe("fr");
        me.GetProperty("timeZone").GetString().ShouldBe("Europe/Paris");
    }

    [Fact]
    public async Task The_answer_has_the_secret_its_id_and_its_end()
    {
        var answer = await AskAsync(DemoOptions.Password, new { name = "laptop", scopes = new[] { "api:read" } });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        made.GetProperty("token").GetString()!.ShouldStartWith("academy_");
        made.GetProperty("id").GetGuid().ShouldNotBe(Guid.Empty);
        made.GetProperty("expiresAt").GetDateTimeOffset().ShouldBeInRange(
            TimeProvider.System.GetUtcNow().AddDays(89), TimeProvider.System.GetUtcNow().AddDays(91));
    }

    [Fact]
    public async Task A_wrong_password_is_answered_by_a_challenge_and_problem_details()
    {
        var answer = await AskAsync("wrong password", new { name = "laptop", scopes = new[] { "*" } });
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Basic realm=\"Academy\"");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("""{"name":"","scopes":["*"]}""")]
    [InlineData("""{"name":"x","scopes":[]}""")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"name":"x","scopes":["root"]}""")]
    [InlineData("""{"name":"x","scopes":["*"],"days":0}""")]
    [InlineData("""{"name":"x","scopes":"*"}""")]
    [InlineData("not json")]
    public async Task A_bad_body_is_answered_by_problem_details(string body)
    {
        using var client = _site.Client();
        client.DefaultRequestHeaders.Authorization = SiteClients.Basic("apprenant@demo.academy", DemoOptions.Password);
        var answer = await client.PostAsync("/api/v1/tokens", new StringContent(body, Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_token_cannot_make_another_token()
    {
        using var program = await _site.ProgramAsync("apprenant@demo.academy");
        var token = program.DefaultRequestHeaders.Authorization!.Parameter!;
        (await program.PostAsJsonAsync("/api/v1/tokens", new { name = "x", scopes = new[] { "*" } })).StatusCode
            .ShouldBe(HttpStatusCode.Unauthorized);

        program.DefaultRequestHeaders.Authorization = SiteClients.Basic("apprenant@demo.academy", token);
        (await program.PostAsJsonAsync("/api/v1/tokens", new { name = "x", scopes = new[] { "*" } })).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_token_does_no_more_than_its_scopes()
    {
        using var program = await _site.ProgramAsync("apprenant@demo.academy", "git:read");
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unknown_token_is_refused()
    {
        using var program = _site.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "academy_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        var answer = await program.GetAsync("/api/v1/me");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
    }

    [Fact]
    public async Task A_stranger_gets_a_401_and_no_redirect_from_the_api()
    {
        using var client = _site.Client();
        var answer = await client.GetAsync("/api/v1/me");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private async Task<HttpResponseMessage> AskAsync(string password, object body)
    {
        using var client = _site.Client();
        client.DefaultRequestHeaders.Authorization = SiteClients.Basic("apprenant@demo.academy", password);
        return await client.PostAsJsonAsync("/api/v1/tokens", body);
    }
}
