using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Contracts.Repositories;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Progress.Levels;
using Academy.Repositories.Hosting;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Academy.Journeys;

public sealed class KilledWorkerTests
{
    private const int Learners = 40;

    [Fact]
    public async Task When_one_of_two_workers_is_killed_the_other_finishes_everything_once()
    {
        await using var academy = await TestAcademy.CreateAsync(DatabaseProvider.PostgreSql);
        // The workers go by the real time.
        academy.Clock.Advance(TimeProvider.System.GetUtcNow() - academy.Clock.GetUtcNow());
        var attempts = new List<Guid>();
        for (var n = 0; n < Learners; n++) attempts.Add(await PushSolutionAsync(academy));

        await using var survivor = Start(academy, "survivor");
        await using var victim = Start(academy, "victim");
        // Work comes when both are there: otherwise one might have done it all.
        await Until.TrueAsync(
            () => academy.RunAsync<AcademyDb, bool>(async db => await db.Set<Grading.Workers.Worker>().CountAsync() == 2), "both workers");
        await academy.DeliverAsync();
        // Killed at work: it has finished something, and has begun something else.
        await Until.TrueAsync(
            () => academy.RunAsync<AcademyDb, bool>(db => db.Set<GradingRun>().AnyAsync(r =>
                r.Worker == "victim" && r.State == RunState.Running
                && db.Set<GradingRun>().Any(f => f.Worker == "victim" && f.State == RunState.Finished))),
            "the victim at work");
        await victim.KillAsync();

        await Until.TrueAsync(async () => await CountAsync(academy) == Learners, "all gradings");
        await academy.RunAsync<AcademyDb>(async db =>
        {
            var runs = await db.Set<GradingRun>().AsNoTracking().ToListAsync();
            runs.Select(r => r.AttemptId).ShouldBe(attempts, ignoreOrder: true);
            runs.Select(r => (r.Verdict, r.Score, r.Notice)).Distinct().ShouldBe([(Verdict.Passed, 5m, null)]);
            (await db.Set<TestResult>().CountAsync()).ShouldBe(Learners * 2);
            // Told once each: the workers leave the telling to the site.
            (await db.Set<OutboxMessage>().CountAsync(m => m.Reaction.EndsWith("Progress.Reactions.WhenGradingFinished"))).ShouldBe(Learners);
        });

        academy.Clock.Advance(TimeSpan.FromHours(1));
        await academy.DeliverAsync();
        await academy.RunAsync<AcademyDb>(async db =>
        {
            var levels = await db.Set<LearnerLevel>().AsNoTracking().ToListAsync();
            levels.Count.ShouldBe(Learners);
            levels.ShouldAllBe(l => l.Xp == 100 && l.Level == 1);
        });
    }

    private static WorkerProcess Start(TestAcademy academy, string name)
    {
        var database = academy.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return WorkerProcess.Start(
            $"--Data:Directory={academy.Folder}",
            $"--Content:Directory={TestPaths.SmallContent}",
            "--Database:Provider=PostgreSql",
            $"--Database:ConnectionString={database.ConnectionString}",
            $"--Grading:Worker={name}",
            "--Grading:Parallelism=1",
            "--Grading:SilenceSeconds=3");
    }

    private static async Task<Guid> PushSolutionAsync(TestAcademy academy)
    {
        var learner = Guid.CreateVersion7();
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!;
        var attempt = await academy.RunAsync<AcademyDb, Guid>(
            db => Attempts.BeginAsync(db, learner, "hello", release.Id, academy.Clock.GetUtcNow()));
        await academy.RunAsync<IRepositories>(repositories =>
            repositories.EnsureAsync(attempt, learner, "hello", release.Projects["hello"].SolutionFolder, CancellationToken.None));

        var head = await academy.Services.GetRequiredService<RepositoryStore>().Of(attempt).FindMainAsync(CancellationToken.None);
        await academy.RunAsync<AcademyDb>(async db =>
        {
            var now = academy.Clock.GetUtcNow();
            db.Publish(new CommitPushed(attempt, head!.Id, head.Subject, learner, now), now);
            await db.SaveChangesAsync();
        });
        return attempt;
    }

    private static Task<int> CountAsync(TestAcademy academy) =>
        academy.RunAsync<AcademyDb, int>(db => db.Set<GradingRun>().CountAsync(r => r.State == RunState.Finished));
}
