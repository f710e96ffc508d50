using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Testing;

namespace Academy.Web.Tests.Pages;

public sealed class ErrorPageTests(SharedSite shared) : IClassFixture<SharedSite>
{
    [Theory]
    [InlineData("fr", "Cette page n’existe pas")]
    [InlineData("en", "This page does not exist")]
    public async Task An_unknown_address_is_told_in_the_language_of_the_person(string language, string words)
    {
        using var client = shared.Site.Client();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var answer = await client.GetAsync("/nowhere/at-all");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"<h1>{words}</h1>");
    }

    [Fact]
    public async Task An_unknown_address_does_not_exist_for_people_who_are_signed_in_either()
    {
        using var client = await shared.Site.SignInAsync("apprenant@demo.academy");

        using var answer = await client.GetAsync("/nowhere");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_gets_a_page_that_says_what_to_do()
    {
        using var client = shared.Site.Client();

        using var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Ce formulaire n’est plus valable");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task An_error_page_answers_with_its_own_status(int status)
    {
        using var client = shared.Site.Client();

        using var answer = await client.GetAsync($"/error/{status}");

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(999)]
    public async Task What_is_no_error_has_no_error_page(int status)
    {
        using var client = shared.Site.Client();

        using var answer = await client.GetAsync($"/error/{status}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_fault_of_the_site_shows_the_reference_number()
    {
        using var client = shared.Site.Client();

        using var answer = await client.GetAsync("/error/500");

        (await answer.Content.ReadAsStringAsync()).ShouldMatch("<code id=\"reference\">[0-9a-zA-Z:]{8,}</code>");
    }

    [Theory]
    [InlineData("GET", "nowhere", null, "", 404, "unknown-address")]
    [InlineData("DELETE", "tokens", null, "", 405, "wrong-method")]
    [InlineData("POST", "tokens", null, "", 400, "malformed")]
    [InlineData("POST", "tokens", "text/plain", "{}", 415, "not-json")]
    [InlineData("POST", "tokens", "application/json", "{ nam", 400, "malformed")]
    [InlineData("POST", "tokens", "application/json", "", 400, "malformed")]
    [InlineData("GET", "me", null, "", 401, "not-signed-in")]
    public async Task A_program_reads_what_was_wrong_with_the_way_it_asked(string method, string path, string? type, string body, int status, string code)
    {
        using var client = shared.Site.Client();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/{path}");
        if (code != "not-signed-in") request.Headers.Authorization = new("Basic", Convert.ToBase64String("apprenant@demo.academy:academie-demo"u8));
        if (type is not null) request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type));

        using var answer = await client.SendAsync(request);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        ((int)answer.StatusCode).ShouldBe(status, problem.ToString());
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("reference").GetString().ShouldNotBeNullOrEmpty();
        // Translated: each of the sentences has its French.
        problem.GetProperty("title").GetString()!.ShouldMatch("Rien à|méthode|JSON|ouverte");
    }

    [Fact]
    public async Task A_page_asked_with_a_method_that_it_does_not_know_gets_a_page()
    {
        using var client = shared.Site.Client();

        using var answer = await client.PostAsync("/nowhere", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Cette page n’existe pas");
    }
}
