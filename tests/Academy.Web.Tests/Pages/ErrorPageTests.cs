using System.Net;
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

    [Fact]
    public async Task A_program_gets_problem_details_in_place_of_a_page()
    {
        using var client = shared.Site.Client();

        using var answer = await client.GetAsync("/api/v1/nowhere");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }
}
