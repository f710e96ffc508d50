using Academy.Contracts.Curriculum;
using Academy.Evaluations.Points;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Evaluations.Tests;

/// <summary>An academy in which people evaluate each other, without the way through pushes and pages.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly EvaluatedContent _content;

    private House(TestAcademy academy, EvaluatedContent content) => (Academy, _content) = (academy, content);

    public TestAcademy Academy { get; }

    public DateTimeOffset Now => Academy.Clock.GetUtcNow();

    public Release Release => Academy.Services.GetRequiredService<ICurriculum>().Current!;

    public static async Task<House> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, int peers = 2, string rules = "")
    {
        var content = new EvaluatedContent(rules, peers);
        return new House(await TestAcademy.CreateAsync(provider, content.Setting), content);
    }

    /// <summary>An attempt of a learner at the project, with a commit that the grader gives so many percent.</summary>
    public Task<(Guid AttemptId, string Commit)> PushedAsync(Guid learnerId, int percent = 100, string project = "hello") =>
        Academy.RunAsync<AcademyDb, (Guid, string)>(async db =>
        {
            var attemptId = await Attempts.BeginAsync(db, learnerId, project, Release.Id, Now);
            return (attemptId, await Attempts.GradeAsync(db, attemptId, percent, Now));
        });

    public Task<Outcome> HandInAsync(Guid attemptId, string commit, Guid learnerId) =>
        Academy.RunAsync<HandIn, Outcome>(h => h.RunAsync(attemptId, commit, learnerId, CancellationToken.None));

    /// <summary>A learner with a work that waits for its evaluators.</summary>
    public async Task<(Guid LearnerId, Guid AttemptId)> HandedInAsync(string project = "hello")
    {
        var learnerId = Guid.CreateVersion7();
        var (attemptId, commit) = await PushedAsync(learnerId, project: project);
        var outcome = await HandInAsync(attemptId, commit, learnerId);
        outcome.Refusal.ShouldBeNull();
        return (learnerId, attemptId);
    }

    public Task<int> PointsAsync(string account) => Academy.RunAsync<AcademyDb, int>(
        db => db.Set<PointAccount>().Where(a => a.Name == account).Select(a => a.Balance).SingleOrDefaultAsync());

    public async ValueTask DisposeAsync()
    {
        await Academy.DisposeAsync();
        _content.Dispose();
    }
}
