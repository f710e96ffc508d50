using System.Net;
using System.Text.Json;
using Academy.Contracts.Curriculum;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Enrolment.Tests;

/// <summary>The way of a team through pages and API.</summary>
public sealed class TeamPageTests : IAsyncLifetime
{
    private readonly EvaluatedContent _content = new();
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync(_content.Setting);

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
    }

    [Fact]
    public async Task Two_learners_come_together_on_the_pages()
    {
        using var captain = await OpenAsync("apprenant@demo.academy");
        using var other = await OpenAsync("apprenante2@demo.academy");
        var project = await captain.GetStringAsync("/projects/files");
        project.ShouldContain("Former une équipe");
        var attempt = await BeginAsync(captain);

        var search = await captain.GetStringAsync($"{attempt}/team?search=ines");
        search.ShouldContain("Inès Garnier");
        search.ShouldNotContain("@demo.academy");
        (await PostAsync(captain, $"{attempt}/team", "Invite", ("learner", await IdAsync(other)))).ShouldBe(HttpStatusCode.Redirect);

        (await other.GetStringAsync("/")).ShouldContain("Sacha Morel t’invite");
        (await other.GetStringAsync("/projects/files")).ShouldContain("Sacha Morel t’invite");
        (await other.GetAsync(attempt)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(other, $"{attempt}/team", "Confirm")).ShouldBe(HttpStatusCode.Redirect);
        (await PostAsync(captain, $"{attempt}/team", "Start")).ShouldBe(HttpStatusCode.Redirect);

        (await other.GetStringAsync(attempt)).ShouldContain(".git");
        (await other.GetStringAsync(attempt)).ShouldContain("Sacha Morel");
    }

    [Fact]
    public async Task Giving_up_says_what_it_means_and_does_it()
    {
        using var learner = await _site.SignInAsync("apprenant@demo.academy");
        var begun = await learner.PostFormAsync("/projects/hello/register", SiteClients.Antiforgery(await learner.GetStringAsync("/projects/hello")));
        var attempt = begun.Headers.Location!.ToString();

        (await learner.GetStringAsync($"{attempt}/give-up")).ShouldContain("Une autre tentative s’ouvre tout de suite");
        (await learner.PostFormAsync($"{attempt}/give-up")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await learner.GetStringAsync(attempt)).ShouldContain("Abandonné");
        (await learner.PostFormAsync($"{attempt}/give-up")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "it is what was wanted");
        using var program = await _site.ProgramAsync("apprenant@demo.academy");
        var answer = await program.JsonAsync(HttpMethod.Get, $"/api/v1{attempt}");
        (answer.GetProperty("state").ValueKind, answer.GetProperty("status").GetString()).ShouldBe((JsonValueKind.Null, "givenUp"));
        using var stranger = await _site.SignInAsync("apprenante2@demo.academy");
        (await stranger.GetAsync($"{attempt}/give-up")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("apprenante2@demo.academy", HttpStatusCode.NotFound)]
    [InlineData("formateur@demo.academy", HttpStatusCode.OK)]
    [InlineData("mentor@demo.academy", HttpStatusCode.Forbidden)]
    [InlineData("programme@demo.academy", HttpStatusCode.Forbidden)]
    [InlineData("tuteur@demo.academy", HttpStatusCode.Forbidden)]
    [InlineData("admin@demo.academy", HttpStatusCode.Forbidden)]
    public async Task Others_see_the_team_only_if_they_may(string email, HttpStatusCode expected)
    {
        using var captain = await OpenAsync("apprenant@demo.academy");
        var attempt = await BeginAsync(captain);

        using var reader = await _site.ProgramAsync(email);
        (await reader.GetAsync($"/api/v1{attempt}/team")).StatusCode.ShouldBe(expected);
        (await reader.PostAsync($"/api/v1{attempt}/team/start", null)).StatusCode.ShouldNotBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_team_can_be_made_by_programs()
    {
        (await OpenAsync("apprenant@demo.academy")).Dispose();
        (await OpenAsync("apprenante2@demo.academy")).Dispose();
        using var captain = await _site.ProgramAsync("apprenant@demo.academy");
        using var other = await _site.ProgramAsync("apprenante2@demo.academy");
        var begun = await captain.JsonAsync(HttpMethod.Post, "/api/v1/projects/files/registrations");
        var team = $"/api/v1/attempts/{begun.GetProperty("attemptId").GetGuid()}/team";

        var candidate = (await captain.JsonAsync(HttpMethod.Get, $"{team}/candidates?search=garnier")).EnumerateArray().ShouldHaveSingleItem();
        candidate.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "name"], ignoreOrder: true);
        (await captain.PutAsync($"{team}/invitations/{candidate.GetProperty("id").GetGuid()}", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await other.JsonAsync(HttpMethod.Get, "/api/v1/invitations")).GetArrayLength().ShouldBe(1);
        (await other.PutAsync($"{team}/confirmation", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await captain.PostAsync($"{team}/start", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var answer = await other.JsonAsync(HttpMethod.Get, team);
        answer.GetProperty("state").GetString().ShouldBe("working");
        answer.GetProperty("members").GetArrayLength().ShouldBe(2);
        var standing = (await other.JsonAsync(HttpMethod.Get, "/api/v1/standing")).EnumerateArray().Single(s => s.GetProperty("project").GetString() == "files");
        standing.GetProperty("state").GetString().ShouldBe("inProgress");
    }

    /// <summary>A learner's browser; "hello" is validated, so that "files" is open.</summary>
    private async Task<HttpClient> OpenAsync(string email)
    {
        var client = await _site.SignInAsync(email);
        var id = Guid.Parse(await IdAsync(client));
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var now = TimeProvider.System.GetUtcNow();
        var release = _site.Services.GetRequiredService<ICurriculum>().Current!.Id;
        var attempt = new Attempt(id, "hello", release, now);
        db.Add(attempt);
        attempt.Validate(now);
        await db.SaveChangesAsync();
        return client;
    }

    private static async Task<string> BeginAsync(HttpClient client)
    {
        var answer = await client.PostFormAsync("/projects/files/register", SiteClients.Antiforgery(await client.GetStringAsync("/projects/files")));
        return answer.Headers.Location!.ToString();
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string page, string handler, params (string, string)[] fields) =>
        (await client.PostFormAsync($"{page}?handler={handler}", fields)).StatusCode;

    private static async Task<string> IdAsync(HttpClient client) =>
        (await client.JsonAsync(HttpMethod.Get, "/api/v1/me")).GetProperty("id").GetString()!;
}
