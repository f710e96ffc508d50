using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Progress.Home;
using Academy.Progress.Levels;
using Academy.Progress.Skills;
using Academy.Progress.Validating;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Progress.Tests;

public sealed class LevelUpTests
{
    private static readonly Guid Learner = new("00000000-0000-7000-8000-00000000000a");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_passed_grading_gives_xp_and_a_level_and_opens_the_next_project(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var attempt = await BeginAsync(academy, "hello");

        await academy.PublishAsync(Finished(academy, attempt, "hello", 5, 5));

        (await LevelAsync(academy)).ShouldBe(new LevelInfo(Level: 1, Xp: 100, LevelXp: 100, NextLevelXp: 300));
        var standing = await academy.RunAsync<IEnrolment, IReadOnlyDictionary<string, ProjectStanding>>(
            e => e.StandingAsync(Learner, CancellationToken.None));
        standing["files"].State.ShouldBe(ProjectState.Open);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_verdict_that_is_told_twice_counts_once(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var attempt = await BeginAsync(academy, "hello");
        var finished = Finished(academy, attempt, "hello", 4, 5);

        await academy.PublishAsync(finished);
        await academy.PublishAsync(finished);

        (await LevelAsync(academy)).Xp.ShouldBe(80);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_better_mark_earns_the_difference_and_a_worse_one_takes_nothing(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var attempt = await BeginAsync(academy, "hello");

        await academy.PublishAsync(Finished(academy, attempt, "hello", 4, 5));
        await academy.PublishAsync(Finished(academy, attempt, "hello", 5, 5));
        await academy.PublishAsync(Finished(academy, attempt, "hello", 1, 5));

        (await LevelAsync(academy)).Xp.ShouldBe(100);
        (await academy.RunAsync<AcademyDb, ProjectResult>(db => db.Set<ProjectResult>().SingleAsync())).BestPercent.ShouldBe(100);
    }

    [Theory]
    [InlineData(3, nameof(Verdict.Failed))]
    [InlineData(0, nameof(Verdict.TimedOut))]
    [InlineData(0, nameof(Verdict.PlatformError))]
    public async Task Below_the_pass_mark_nothing_is_earned(int score, string verdict)
    {
        await using var academy = await TestAcademy.CreateAsync();
        var attempt = await BeginAsync(academy, "hello");

        await academy.PublishAsync(Finished(academy, attempt, "hello", score, 5) with { Verdict = Enum.Parse<Verdict>(verdict) });

        (await LevelAsync(academy)).ShouldBe(new LevelInfo(0, 0, 0, 100));
    }

    [Fact]
    public async Task Several_levels_at_once_are_each_told()
    {
        var level = new LearnerLevel(Learner);

        level.Earn(90, [0, 100, 300, 700]).ShouldBeEmpty();
        level.Earn(250, [0, 100, 300, 700]).ShouldBe([1, 2]);
        level.Earn(5000, [0, 100, 300, 700]).ShouldBe([3]);
        LevelCurve.Describe(level.Xp, level.Level, [0, 100, 300, 700]).NextLevelXp.ShouldBeNull();
        await Task.CompletedTask;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Skills_grow_with_the_mark(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var attempt = await BeginAsync(academy, "hello");

        await academy.PublishAsync(Finished(academy, attempt, "hello", 4, 5));

        var frameworks = await academy.RunAsync<SkillProfile, IReadOnlyList<FrameworkProgress>>(s => s.ForAsync(Learner, CancellationToken.None));
        var shell = frameworks[0].Blocks[0].Skills[0];
        (shell.Points, shell.Possible).ShouldBe((8, 15));
    }

    [Fact]
    public async Task Home_says_what_to_do_next_at_each_step()
    {
        await using var academy = await TestAcademy.CreateAsync();
        (await HomeAsync(academy)).Next!.Kind.ShouldBe(StepKind.Begin);

        var attempt = await BeginAsync(academy, "hello");
        (await HomeAsync(academy)).Next!.Kind.ShouldBe(StepKind.FirstPush);

        await academy.PublishAsync(Finished(academy, attempt, "hello", 5, 5));
        var home = await HomeAsync(academy);
        home.Next!.Project.Slug.ShouldBe("files");
        (home.Done, home.Total).ShouldBe((1, 2));

        var second = await BeginAsync(academy, "files");
        await academy.PublishAsync(Finished(academy, second, "files", 1, 1));
        home = await HomeAsync(academy);
        home.Next.ShouldBeNull();
        home.Done.ShouldBe(2);
    }

    private static async Task<Guid> BeginAsync(TestAcademy academy, string slug)
    {
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!;
        return await academy.RunAsync<AcademyDb, Guid>(db => Attempts.BeginAsync(db, Learner, slug, release.Id, academy.Clock.GetUtcNow()));
    }

    private static GradingFinished Finished(TestAcademy academy, Guid attempt, string slug, decimal score, decimal max) => new(
        Guid.CreateVersion7(), attempt, Learner, slug, academy.Services.GetRequiredService<ICurriculum>().Current!.Id, new string('a', 40),
        score * 100 >= max * 80 ? Verdict.Passed : Verdict.Failed, score, max, academy.Clock.GetUtcNow());

    private static Task<LevelInfo> LevelAsync(TestAcademy academy) =>
        academy.RunAsync<ILearnerProgress, LevelInfo>(p => p.LevelAsync(Learner, CancellationToken.None));

    private static Task<HomeView> HomeAsync(TestAcademy academy) =>
        academy.RunAsync<LearnerHome, HomeView>(h => h.ForAsync(Learner, CancellationToken.None));
}
