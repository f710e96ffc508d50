using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Repositories;
using Academy.Grading.Queue;
using Academy.Grading.Regrading;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Regrading;

/// <summary>Works that people evaluate after the grader.</summary>
public sealed class EvaluatedRegradeTests : IDisposable
{
    private static readonly Guid Ada = new("00000000-0000-7000-8000-00000000000a");

    private readonly EvaluatedContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_regrade_leaves_out_what_people_have_evaluated(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = await BeginAsync(academy);
        await PushAsync(academy, attempt, 'a');
        await academy.RunAsync<AcademyDb>(async db =>
        {
            var run = await db.Set<GradingRun>().SingleAsync();
            run.Finish(Contracts.Grading.Verdict.Passed, 5, 5, null, academy.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        await EvaluateAsync(academy, attempt);

        var outcome = await academy.RunAsync<StartRegrade, Outcome<Guid>>(
            s => s.RunAsync(new RegradeRequest("hello", null, WithCurrentTests: true, [], []), Guid.CreateVersion7(), CancellationToken.None));

        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe("only-evaluated");
        (await academy.RunAsync<AcademyDb, int>(db => db.Set<Regrade>().CountAsync())).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_push_to_work_that_has_ended_is_kept_and_not_graded(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = await BeginAsync(academy);
        await PushAsync(academy, attempt, 'a');
        await EvaluateAsync(academy, attempt);
        await PushAsync(academy, attempt, 'b');

        var states = await academy.RunAsync<AcademyDb, Dictionary<string, RunState>>(
            db => db.Set<GradingRun>().ToDictionaryAsync(r => r.Commit.Substring(0, 1), r => r.State));
        states["a"].ShouldBe(RunState.Queued);
        states["b"].ShouldBe(RunState.Late);
    }

    private static string Release(TestAcademy academy) => academy.Services.GetRequiredService<ICurriculum>().Current!.Id;

    private static Task<Guid> BeginAsync(TestAcademy academy) => academy.RunAsync<AcademyDb, Guid>(
        db => Attempts.BeginAsync(db, Ada, "hello", Release(academy), academy.Clock.GetUtcNow()));

    private static Task PushAsync(TestAcademy academy, Guid attempt, char commit)
    {
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        return academy.PublishAsync(new CommitPushed(attempt, new string(commit, 40), "Essai", Ada, academy.Clock.GetUtcNow()));
    }

    private static Task EvaluateAsync(TestAcademy academy, Guid attempt)
    {
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        return academy.PublishAsync(new WorkEvaluated(
            attempt, "hello", Release(academy), new Dictionary<Guid, int> { [Ada] = 90 }, 0, academy.Clock.GetUtcNow()));
    }
}
