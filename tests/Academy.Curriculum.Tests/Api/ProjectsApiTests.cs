using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Testing;

namespace Academy.Curriculum.Tests.Api;

public sealed class ProjectsApiTests : IAsyncLifetime
{
    private readonly CurriculumSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Lists_projects_with_one_s_own_state()
    {
        using var program = await _site.Site.ProgramAsync(CurriculumSite.Learner);

        var projects = (await program.JsonAsync(HttpMethod.Get, "/api/v1/projects")).EnumerateArray().ToList();

        projects.Select(p => p.GetProperty("slug").GetString()).ShouldBe(["bonjour", "panier"]);
        projects.Select(p => p.GetProperty("state").GetString()).ShouldBe(["open", "locked"]);
        projects[1].GetProperty("requires").EnumerateArray().Select(r => r.GetString()).ShouldBe(["bonjour"]);
        projects[1].GetProperty("xp").GetInt32().ShouldBe(200);
        projects[1].GetProperty("hours").GetInt32().ShouldBe(10);
    }

    [Fact]
    public async Task Tells_of_one_project()
    {
        using var program = await _site.Site.ProgramAsync(CurriculumSite.Learner);
        var attempt = (await program.JsonAsync(HttpMethod.Post, "/api/v1/projects/bonjour/registrations")).GetProperty("attemptId").GetString();

        var project = await program.JsonAsync(HttpMethod.Get, "/api/v1/projects/bonjour");

        project.GetProperty("state").GetString().ShouldBe("inProgress");
        project.GetProperty("attempt").GetString().ShouldBe(attempt);
        project.GetProperty("skills").GetProperty("environment").GetInt32().ShouldBe(40);
        project.GetProperty("maxScore").GetDecimal().ShouldBe(3);
        project.GetProperty("passMark").GetInt32().ShouldBe(80);
    }

    [Fact]
    public async Task An_unknown_project_is_a_problem_with_details()
    {
        using var program = await _site.Site.ProgramAsync(CurriculumSite.Learner);

        using var answer = await program.GetAsync("/api/v1/projects/nulle-part");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("unknown-project");
    }

    [Fact]
    public async Task A_token_without_the_scope_reads_nothing()
    {
        using var program = await _site.Site.ProgramAsync(CurriculumSite.Learner, "git:read");

        using var answer = await program.GetAsync("/api/v1/projects");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
