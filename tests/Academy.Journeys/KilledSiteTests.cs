using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Contracts.Repositories;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Progress.Levels;
using Academy.Repositories.Hosting;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Journeys;

public sealed class KilledSiteTests
{
    private const int Learners = 20;

    [Fact]
    public async Task Killed_in_the_middle_of_twenty_gradings_the_site_finishes_each_of_them_once()
    {
        // The test writes the pushes into the site's own files, then looks on while the site works and dies.
        await using var academy = await TestAcademy.CreateAsync(settings: ("Database:ConnectionString", ""));
        var attempts = new List<Guid>();
        for (var n = 0; n < Learners; n++) attempts.Add(await PushSolutionAsync(academy));

        await using var site = await SiteProcess.StartAsync(
            academy.Folder, $"--Content:Directory={TestPaths.SmallContent}", "--Grading:Parallelism=2");
        for (var kills = 1; kills <= 3; kills++)
        {
            var enough = kills * Learners / 5;
            await Until.TrueAsync(async () => await CountAsync(academy, RunState.Finished) >= enough, $"{enough} gradings");
            await site.KillAsync();
            (await CountAsync(academy, RunState.Finished)).ShouldBeLessThan(Learners, "the site was killed too late to show anything");
            await site.StartAsync();
        }

        await Until.TrueAsync(async () => await CountAsync(academy, RunState.Finished) == Learners, "all gradings");
        await Until.TrueAsync(
            async () => await academy.RunAsync<AcademyDb, int>(db => db.Set<LearnerLevel>().CountAsync()) == Learners, "everybody's XP");

        await academy.RunAsync<AcademyDb>(async db =>
        {
            var runs = await db.Set<GradingRun>().AsNoTracking().ToListAsync();
            runs.Select(r => r.AttemptId).ShouldBe(attempts, ignoreOrder: true);
            runs.ShouldAllBe(r => r.Verdict == Verdict.Passed && r.Score == 5);
            (await db.Set<TestResult>().CountAsync()).ShouldBe(Learners * 2);
            (await db.Set<LearnerLevel>().AsNoTracking().ToListAsync()).ShouldAllBe(l => l.Xp == 100 && l.Level == 1);
        });
    }

    private static async Task<Guid> PushSolutionAsync(TestAcademy academy)
    {
        var learner = Guid.CreateVersion7();
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!;
        var attempt = await academy.RunAsync<AcademyDb, Guid>(
            db => Attempts.BeginAsync(db, learner, "hello", release.Id, TimeProvider.System.GetUtcNow()));
        await academy.RunAsync<IRepositories>(repositories =>
            repositories.EnsureAsync(attempt, learner, "hello", release.Projects["hello"].SolutionFolder, CancellationToken.None));

        var head = await academy.Services.GetRequiredService<RepositoryStore>().Of(attempt).FindMainAsync(CancellationToken.None);
        await academy.RunAsync<AcademyDb>(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            db.Publish(new CommitPushed(attempt, head!.Id, head.Subject, learner, now), now);
            await db.SaveChangesAsync();
        });
        return attempt;
    }

    private static Task<int> CountAsync(TestAcademy academy, RunState state) =>
        academy.RunAsync<AcademyDb, int>(db => db.Set<GradingRun>().CountAsync(r => r.State == state));
}
