using System.Net;
using System.Text.Json;
using Academy.Contracts.Curriculum;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Enrolment.Tests;

/// <summary>One repository for a whole team, seen by the git of each of them.</summary>
public sealed class TeamRepositoryTests : IAsyncLifetime
{
    private const string Sacha = "apprenant@demo.academy", Ines = "apprenante2@demo.academy";

    private readonly EvaluatedContent _content = new();
    private readonly GitClient _sachas = new(), _ines = new();
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync(_content.Setting);

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _content.Dispose();
        _sachas.Dispose();
        _ines.Dispose();
    }

    [Fact]
    public async Task Everybody_in_the_team_pushes_and_whoever_left_does_not()
    {
        using var captain = await LearnerAsync(Sacha);
        using var other = await LearnerAsync(Ines);
        var (team, url) = await TeamAsync(captain, other);

        await _sachas.RunAsync(".", "clone", "--quiet", For(url, Sacha), "work");
        await _ines.RunAsync(".", "clone", "--quiet", For(url, Ines), "work");
        (await PushAsync(_sachas, "sacha.txt")).ExitCode.ShouldBe(0);
        (await PushAsync(_ines, "ines.txt")).Errors.ShouldContain("fetch first", customMessage: "what the other has pushed is not lost");
        await _ines.RunAsync("work", "pull", "--quiet", "--rebase", "origin", "main");
        (await _ines.TryAsync("work", "push", "origin", "HEAD:main")).ExitCode.ShouldBe(0);
        await _sachas.RunAsync("work", "pull", "--quiet", "origin", "main");
        File.Exists(_sachas.PathOf("work", "ines.txt")).ShouldBeTrue();
        File.Exists(_sachas.PathOf("work", "sacha.txt")).ShouldBeTrue();

        (await other.DeleteAsync($"{team}/members/{await IdAsync(other)}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await PushAsync(_ines, "late.txt")).Errors.ShouldContain("Il n’y a pas de dépôt à cette adresse");
        (await _ines.TryAsync(".", "clone", "--quiet", For(url, Ines), "again")).Errors.ShouldContain("Il n’y a pas de dépôt à cette adresse");
        (await PushAsync(_sachas, "alone.txt")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task An_invitation_alone_opens_nothing()
    {
        using var captain = await LearnerAsync(Sacha);
        using var other = await LearnerAsync(Ines);
        var (team, url) = await TeamAsync(captain, other);
        await other.DeleteAsync($"{team}/members/{await IdAsync(other)}");

        (await captain.PutAsync($"{team}/invitations/{await IdAsync(other)}", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _ines.TryAsync(".", "clone", "--quiet", For(url, Ines), "work")).ExitCode.ShouldNotBe(0);

        (await other.PutAsync($"{team}/confirmation", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _ines.TryAsync(".", "clone", "--quiet", For(url, Ines), "work")).ExitCode.ShouldBe(0);
    }

    private static async Task<GitAnswer> PushAsync(GitClient git, string file)
    {
        git.Write("work", file, "Bonjour\n");
        await git.CommitAsync("work", $"Ajoute {file}");
        return await git.TryAsync("work", "push", "origin", "HEAD:main");
    }

    private async Task<(string Team, string Url)> TeamAsync(HttpClient captain, HttpClient other)
    {
        var begun = await captain.JsonAsync(HttpMethod.Post, "/api/v1/projects/files/registrations");
        var attempt = $"/api/v1/attempts/{begun.GetProperty("attemptId").GetGuid()}";
        (await captain.PutAsync($"{attempt}/team/invitations/{await IdAsync(other)}", null)).EnsureSuccessStatusCode();
        (await other.PutAsync($"{attempt}/team/confirmation", null)).EnsureSuccessStatusCode();
        (await captain.PostAsync($"{attempt}/team/start", null)).EnsureSuccessStatusCode();
        return ($"{attempt}/team", (await captain.JsonAsync(HttpMethod.Get, attempt)).GetProperty("cloneUrl").GetString()!);
    }

    private static string For(string url, string email) =>
        new UriBuilder(url) { UserName = Uri.EscapeDataString(email), Password = DemoOptions.Password }.Uri.AbsoluteUri;

    private static async Task<string> IdAsync(HttpClient client) => (await client.JsonAsync(HttpMethod.Get, "/api/v1/me")).GetProperty("id").GetString()!;

    /// <summary>A learner's program; "hello" is validated, so that "files" is open.</summary>
    private async Task<HttpClient> LearnerAsync(string email)
    {
        var program = await _site.ProgramAsync(email);
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var now = TimeProvider.System.GetUtcNow();
        var attempt = new Attempt(Guid.Parse(await IdAsync(program)), "hello", _site.Services.GetRequiredService<ICurriculum>().Current!.Id, now);
        attempt.Validate(now);
        db.Add(attempt);
        await db.SaveChangesAsync();
        return program;
    }
}
