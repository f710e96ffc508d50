using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Evaluations.Tests.Pages;

/// <summary>The whole site with people who evaluate each other, and a clock that can be set forward.</summary>
public sealed class EvaluationSite : IAsyncLifetime
{
    public const string Sacha = "apprenant@demo.academy";
    public const string Ines = "apprenante2@demo.academy";
    public const string Mentor = "mentor@demo.academy";

    private readonly EvaluatedContent _content = new(peers: 1);

    internal TestSite Site { get; private set; } = null!;

    internal ForwardClock Clock { get; } = new();

    public async Task InitializeAsync()
    {
        Site = await TestSite.StartAsync(services => services.AddSingleton<TimeProvider>(Clock), _content.Setting, ("Grading:InProcess", "false"));
        // Inès has been through it herself.
        var ines = await IdAsync("Inès Garnier");
        foreach (var project in (string[])["hello", "files"])
        {
            var attempt = await RunAsync<AcademyDb, Guid>(db => Attempts.BeginAsync(db, ines, project, Release.Id, Clock.GetUtcNow()));
            await RunAsync<AcademyDb, int>(db =>
            {
                db.Publish(new WorkEvaluated(attempt, project, Release.Id, new Dictionary<Guid, int> { [ines] = 100 }, 0, Clock.GetUtcNow()), Clock.GetUtcNow());
                return db.SaveChangesAsync();
            });
        }

        await Until.TrueAsync(async () => (await RunAsync<Contracts.Progress.ILearnerProgress, int>(
            async p => (await p.ValidatedAsync([ines], CancellationToken.None)).GetValueOrDefault(ines)?.Count ?? 0)) == 2);
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        _content.Dispose();
    }

    internal Release Release => Site.Services.GetRequiredService<ICurriculum>().Current!;

    internal async Task<Guid> IdAsync(string name) =>
        (await RunAsync<IPeople, IReadOnlyList<Person>>(p => p.SearchLearnersAsync(name, 1, CancellationToken.None)))[0].Id;

    /// <summary>A learner's attempt with a commit that the grader has passed; what they had under way is over.</summary>
    internal async Task<(Guid AttemptId, string Commit)> PassedAsync(string name, string project = "hello")
    {
        var id = await IdAsync(name);
        return await RunAsync<AcademyDb, (Guid, string)>(async db =>
        {
            await Attempts.EndAsync(db, id, project, Clock.GetUtcNow());
            var attempt = await Attempts.BeginAsync(db, id, project, Release.Id, Clock.GetUtcNow());
            return (attempt, await Attempts.GradeAsync(db, attempt, 100, Clock.GetUtcNow()));
        });
    }

    internal async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
