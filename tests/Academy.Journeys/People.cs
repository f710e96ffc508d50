using System.Text.Json;
using Academy.Accounts.People;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Journeys;

/// <summary>Learners of a running site, with what lies behind them.</summary>
internal static class People
{
    private const string Somebodys = "APPRENANT@DEMO.ACADEMY";

    /// <summary>A learner with the password of the demo accounts.</summary>
    /// <param name="name">Of nobody else on this site.</param>
    /// <param name="validated">Projects that lie behind this learner.</param>
    public static async Task<Somebody> LearnerAsync(this TestSite site, string name, params string[] validated)
    {
        var learner = await site.RunAsync<AcademyDb, Somebody>(async db =>
        {
            var id = await NewPeople.AddAsync(db, name, Role.Learner, site.Now());
            var user = await db.Set<User>().SingleAsync(u => u.Id == id);
            user.PasswordHash = (await db.Set<User>().SingleAsync(u => u.NormalizedEmail == Somebodys)).PasswordHash;
            await db.SaveChangesAsync();
            return new Somebody(id, name, user.Email!);
        });
        foreach (var project in validated) await ValidateAsync(site, learner.Id, project);
        await Until.TrueAsync(
            async () => (await site.RunAsync<IEnrolment, int>(async e => (await e.ForLearnerAsync(learner.Id, CancellationToken.None)).Count(a => a.ValidatedAt is not null))) == validated.Length,
            "what lies behind a learner");
        return learner;
    }

    /// <summary>The learner begins a project, pushes its solution with git, and the grader passes it.</summary>
    /// <param name="solution">The shipped project of which this one is a copy; null: it is shipped itself.</param>
    public static async Task<Passed> PassAsync(this TestSite site, Somebody learner, string project, string? solution = null)
    {
        using var api = await site.ProgramAsync(learner.Email);
        var registration = await api.JsonAsync(HttpMethod.Post, $"/api/v1/projects/{project}/registrations");
        var attempt = registration.GetProperty("attemptId").GetGuid();
        using var git = new GitClient();
        await git.RunAsync(".", "clone", "--quiet", learner.At(registration.GetProperty("cloneUrl").GetString()!), "work");
        Solution.CopyTo(solution ?? project, git.PathOf("work"));
        var commit = await git.CommitAsync("work", "Mon travail");
        await git.RunAsync("work", "push", "--quiet", "origin", "main");
        var gradings = default(JsonElement);
        await Until.TrueAsync(
            async () => (gradings = await api.JsonAsync(HttpMethod.Get, $"/api/v1/attempts/{attempt}/gradings")).EnumerateArray()
                .Any(g => g.GetProperty("commit").GetString() == commit && g.GetProperty("state").GetString() == "finished"),
            () => $"the verdict of {commit}; there is {gradings}");
        return new Passed(attempt, commit);
    }

    public static async Task<TResult> RunAsync<TService, TResult>(this TestSite site, Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>By the clock of the site.</summary>
    public static DateTimeOffset Now(this TestSite site) => site.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>As if evaluators had given everything some time ago.</summary>
    private static Task<int> ValidateAsync(TestSite site, Guid learner, string project) => site.RunAsync<AcademyDb, int>(async db =>
    {
        var (now, release) = (site.Now(), site.Services.GetRequiredService<ICurriculum>().Current!);
        var attempt = await Attempts.BeginAsync(db, learner, project, release.Id, now);
        db.Publish(new WorkEvaluated(attempt, project, release.Id, new Dictionary<Guid, int> { [learner] = 100 }, 0, now), now);
        return await db.SaveChangesAsync();
    });
}

internal sealed record Somebody(Guid Id, string Name, string Email)
{
    /// <summary>The address of a repository, with the name and password of an account.</summary>
    public string At(string repository) =>
        new UriBuilder(repository) { UserName = Uri.EscapeDataString(Email), Password = DemoOptions.Password }.Uri.AbsoluteUri;
}

/// <param name="AttemptId">The attempt.</param>
/// <param name="Commit">Of which the grader gives 100 %.</param>
internal sealed record Passed(Guid AttemptId, string Commit);
