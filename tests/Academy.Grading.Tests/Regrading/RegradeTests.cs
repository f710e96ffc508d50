using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Contracts.Repositories;
using Academy.Grading.Queue;
using Academy.Grading.Regrading;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Regrading;

public sealed class RegradeTests
{
    private static readonly Guid Trainer = Guid.CreateVersion7();
    private static readonly Guid Ada = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid Ben = new("00000000-0000-7000-8000-00000000000b");
    private static readonly Guid Cleo = new("00000000-0000-7000-8000-00000000000c");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_trial_shows_who_would_gain_and_who_would_lose_and_changes_nothing(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Ben, 2), (Cleo, 5));

        var regrade = await TryAsync(academy, (Ada, 1), (Ben, 5), (Cleo, 5));

        var view = await ViewAsync(academy, regrade);
        view.IsReady.ShouldBeTrue();
        view.Lines.ToDictionary(l => l.Item.LearnerId, l => l.Change).ShouldBe(
            new Dictionary<Guid, RegradeChange> { [Ada] = RegradeChange.Lost, [Ben] = RegradeChange.Gained, [Cleo] = RegradeChange.None },
            ignoreOrder: true);
        (await ResultAsync(academy, Ada)).ShouldBe((100, true, 100));
        (await ResultAsync(academy, Ben)).ShouldBe((40, false, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Applied_it_gives_and_takes_nothing_that_nobody_decided_to_take(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Ben, 2), (Cleo, 5));
        var regrade = await TryAsync(academy, (Ada, 1), (Ben, 5), (Cleo, 4));

        (await ApplyAsync(academy, regrade)).ShouldBe(1);

        (await ResultAsync(academy, Ada)).ShouldBe((100, true, 100));
        (await ResultAsync(academy, Ben)).ShouldBe((100, true, 100));
        (await ResultAsync(academy, Cleo)).ShouldBe((100, true, 100));
        (await StandingAsync(academy, Ben, "files")).ShouldBe(ProjectState.Open);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lower_mark_and_a_lost_project_are_two_decisions(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Cleo, 5));
        var regrade = await TryAsync(academy, (Ada, 1), (Cleo, 4));

        (await ApplyAsync(academy, regrade, alsoLower: true)).ShouldBe(1);

        (await ResultAsync(academy, Ada)).ShouldBe((100, true, 100));
        (await ResultAsync(academy, Cleo)).ShouldBe((80, true, 80));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_project_that_is_taken_back_comes_again_when_the_regrade_is_undone(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Ben, 2));
        var regrade = await TryAsync(academy, (Ada, 1), (Ben, 5));

        (await ApplyAsync(academy, regrade, alsoLost: true)).ShouldBe(2);
        (await ResultAsync(academy, Ada)).ShouldBe((20, false, 0));
        (await StandingAsync(academy, Ada, "hello")).ShouldBe(ProjectState.InProgress);
        (await StandingAsync(academy, Ada, "files")).ShouldBe(ProjectState.Locked);

        (await UndoAsync(academy, regrade)).ShouldBe(2);
        (await ResultAsync(academy, Ada)).ShouldBe((100, true, 100));
        (await ResultAsync(academy, Ben)).ShouldBe((40, false, 0));
        (await StandingAsync(academy, Ada, "hello")).ShouldBe(ProjectState.Done);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_level_that_was_reached_is_never_taken_back(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5));
        var regrade = await TryAsync(academy, (Ada, 0));

        await ApplyAsync(academy, regrade, alsoLost: true);

        var level = await academy.RunAsync<ILearnerProgress, LevelInfo>(p => p.LevelAsync(Ada, CancellationToken.None));
        (level.Level, level.Xp).ShouldBe((1, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_result_that_has_changed_since_the_trial_is_left_alone(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ben, 2));
        var regrade = await TryAsync(academy, (Ben, 3));
        await GradeAsync(academy, Ben, 'z', 5);

        (await ApplyAsync(academy, regrade, alsoLower: true, alsoLost: true)).ShouldBe(0);

        (await ResultAsync(academy, Ben)).ShouldBe((100, true, 100));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_pushed_since_is_not_undone(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 4), (Ben, 2));
        var regrade = await TryAsync(academy, (Ada, 1), (Ben, 4));
        await ApplyAsync(academy, regrade, alsoLost: true);
        await GradeAsync(academy, Ben, 'z', 5);

        (await UndoAsync(academy, regrade)).ShouldBe(1);

        (await ResultAsync(academy, Ben)).ShouldBe((100, true, 100));
        (await ResultAsync(academy, Ada)).ShouldBe((80, true, 80));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_change_that_is_told_twice_counts_once(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5));
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!.Id;
        var attempt = await AttemptAsync(academy, Ada);
        var change = new ResultChanged(
            attempt.Id, Ada, "hello", new ResultState(100, true, release), new ResultState(80, true, release), academy.Clock.GetUtcNow());

        await academy.PublishAsync(change);
        await academy.PublishAsync(change);

        (await ResultAsync(academy, Ada)).ShouldBe((80, true, 80));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_is_decided_once_and_only_when_all_is_graded(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Ben, 2));
        var regrade = await StartAsync(academy);

        (await DecideAsync(academy, d => d.ApplyAsync(regrade, false, false, Trainer, CancellationToken.None))).Refusal!.Code.ShouldBe("regrade-not-ready");
        await FinishAsync(academy, regrade, (Ada, 5), (Ben, 5));
        await ApplyAsync(academy, regrade);

        (await DecideAsync(academy, d => d.ApplyAsync(regrade, true, true, Trainer, CancellationToken.None))).Refusal!.Code.ShouldBe("regrade-decided");
        await UndoAsync(academy, regrade);
        (await DecideAsync(academy, d => d.UndoAsync(regrade, Trainer, CancellationToken.None))).Refusal!.Code.ShouldBe("regrade-not-applied");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_those_who_were_chosen_are_graded_again_and_behind_everybody(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Ben, 2));

        var regrade = await StartAsync(academy, Ben);

        (await ViewAsync(academy, regrade)).Lines.ShouldHaveSingleItem().Item.LearnerId.ShouldBe(Ben);
        await PushAsync(academy, Ada, 'y');
        (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None)))!.LearnerId.ShouldBe(Ada);
        var run = (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None)))!;
        (run.LearnerId, run.Class, run.Commit[0]).ShouldBe((Ben, RunClass.Regrade, 'a'));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_trial_that_is_stopped_grades_no_more_and_what_was_graded_can_still_count_and_be_undone(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Ben, 2), (Cleo, 5));
        var regrade = await StartAsync(academy);
        await FinishAsync(academy, regrade, (Ben, 5));

        (await DecideAsync(academy, d => d.StopAsync(regrade, Trainer, CancellationToken.None))).Value.ShouldBe(2);

        var view = await ViewAsync(academy, regrade);
        (view.Regrade.State, view.Done, view.IsReady, view.IsOpen).ShouldBe((RegradeState.Stopped, 1, true, true));
        view.Lines.Where(l => l.Change == RegradeChange.Dropped).Select(l => l.Item.LearnerId).ShouldBe([Ada, Cleo], ignoreOrder: true);
        (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None))).ShouldBeNull();

        (await ApplyAsync(academy, regrade, alsoLower: true, alsoLost: true)).ShouldBe(1);
        (await ResultAsync(academy, Ben)).ShouldBe((100, true, 100));
        (await ResultAsync(academy, Ada)).ShouldBe((100, true, 100));

        (await UndoAsync(academy, regrade)).ShouldBe(1);
        (await ResultAsync(academy, Ben)).ShouldBe((40, false, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_being_graded_when_a_trial_is_stopped_is_finished_first(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Ben, 2));
        var regrade = await StartAsync(academy);
        var run = (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None)))!;

        (await DecideAsync(academy, d => d.StopAsync(regrade, Trainer, CancellationToken.None))).Value.ShouldBe(1);
        (await DecideAsync(academy, d => d.ApplyAsync(regrade, true, true, Trainer, CancellationToken.None))).Refusal!.Code.ShouldBe("regrade-not-ready");

        await academy.RunAsync<AcademyDb>(async db =>
        {
            (await db.Set<GradingRun>().SingleAsync(r => r.Id == run.Id)).Finish(Verdict.Passed, 5, 5, null, academy.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var view = await ViewAsync(academy, regrade);
        (view.IsReady, view.Done, view.Count(RegradeChange.Dropped)).ShouldBe((true, 1, 1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_worker_that_reaches_for_what_was_just_dropped_is_refused(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5));
        var regrade = await StartAsync(academy);

        await academy.RunAsync<AcademyDb>(async db =>
        {
            var run = await db.Set<GradingRun>().SingleAsync(r => r.RegradeId == regrade);
            await DecideAsync(academy, d => d.StopAsync(regrade, Trainer, CancellationToken.None));

            run.Start("w", academy.Clock.GetUtcNow());
            (await db.SaveOrRefuseAsync(Refusals.Overtaken, CancellationToken.None)).IsRefused.ShouldBeTrue();
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task There_is_nothing_to_stop_when_all_is_graded_or_decided(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider, (Ada, 5), (Ben, 2));
        var regrade = await TryAsync(academy, (Ada, 5), (Ben, 5));

        (await DecideAsync(academy, d => d.StopAsync(regrade, Trainer, CancellationToken.None))).Refusal!.Code.ShouldBe("nothing-to-stop");
        await ApplyAsync(academy, regrade);
        (await DecideAsync(academy, d => d.StopAsync(regrade, Trainer, CancellationToken.None))).Refusal!.Code.ShouldBe("regrade-decided");
        (await DecideAsync(academy, d => d.StopAsync(Guid.Empty, Trainer, CancellationToken.None))).Refusal!.Code.ShouldBe("unknown-regrade");
    }

    /// <summary>Learners who were graded once, with these points of 5; 4 pass.</summary>
    private static async Task<TestAcademy> GivenAsync(DatabaseProvider provider, params (Guid Learner, int Points)[] results)
    {
        var academy = await TestAcademy.CreateAsync(provider);
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!;
        foreach (var (learner, points) in results)
        {
            await academy.RunAsync<AcademyDb>(db => Attempts.BeginAsync(db, learner, "hello", release.Id, academy.Clock.GetUtcNow()));
            await GradeAsync(academy, learner, 'a', points);
        }

        return academy;
    }

    private static async Task PushAsync(TestAcademy academy, Guid learner, char commit)
    {
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        var attempt = await AttemptAsync(academy, learner);
        await academy.PublishAsync(new CommitPushed(attempt.Id, new string(commit, 40), "Essai", learner, academy.Clock.GetUtcNow()));
    }

    private static async Task GradeAsync(TestAcademy academy, Guid learner, char commit, int points)
    {
        await PushAsync(academy, learner, commit);
        await academy.RunAsync<AcademyDb>(async db =>
        {
            var run = await db.Set<GradingRun>().SingleAsync(r => r.LearnerId == learner && r.Commit == new string(commit, 40) && r.RegradeId == null);
            Finish(academy, run, points);
            await db.SaveChangesAsync();
            await academy.PublishAsync(new GradingFinished(
                run.Id, run.AttemptId, learner, "hello", run.ReleaseId, run.Commit, run.Verdict!.Value, points, 5, academy.Clock.GetUtcNow()));
        });
    }

    private static void Finish(TestAcademy academy, GradingRun run, int points)
    {
        run.Start("w", academy.Clock.GetUtcNow());
        run.Finish(points >= 4 ? Verdict.Passed : Verdict.Failed, points, 5, null, academy.Clock.GetUtcNow());
    }

    private static async Task<Guid> StartAsync(TestAcademy academy, params Guid[] learners) =>
        (await academy.RunAsync<StartRegrade, Kernel.Outcomes.Outcome<Guid>>(
            s => s.RunAsync(new RegradeRequest("hello", null, WithCurrentTests: true, learners, []), Trainer, CancellationToken.None))).Value;

    private static async Task<Guid> TryAsync(TestAcademy academy, params (Guid Learner, int Points)[] results)
    {
        var regrade = await StartAsync(academy);
        await FinishAsync(academy, regrade, results);
        return regrade;
    }

    private static Task FinishAsync(TestAcademy academy, Guid regrade, params (Guid Learner, int Points)[] results) =>
        academy.RunAsync<AcademyDb>(async db =>
        {
            foreach (var (learner, points) in results)
                Finish(academy, await db.Set<GradingRun>().SingleAsync(r => r.RegradeId == regrade && r.LearnerId == learner), points);
            await db.SaveChangesAsync();
        });

    private static Task<Kernel.Outcomes.Outcome<int>> DecideAsync(
        TestAcademy academy, Func<DecideRegrade, Task<Kernel.Outcomes.Outcome<int>>> decide) => academy.RunAsync(decide);

    private static async Task<int> ApplyAsync(TestAcademy academy, Guid regrade, bool alsoLower = false, bool alsoLost = false)
    {
        var outcome = await DecideAsync(academy, d => d.ApplyAsync(regrade, alsoLower, alsoLost, Trainer, CancellationToken.None));
        outcome.Refusal.ShouldBeNull();
        await academy.DeliverAsync();
        return outcome.Value;
    }

    private static async Task<int> UndoAsync(TestAcademy academy, Guid regrade)
    {
        var outcome = await DecideAsync(academy, d => d.UndoAsync(regrade, Trainer, CancellationToken.None));
        outcome.Refusal.ShouldBeNull();
        await academy.DeliverAsync();
        return outcome.Value;
    }

    private static Task<RegradeView> ViewAsync(TestAcademy academy, Guid regrade) =>
        academy.RunAsync<RegradeReader, RegradeView>(async r => (await r.FindAsync(regrade, CancellationToken.None))!);

    private static async Task<(int Percent, bool IsValidated, int Xp)> ResultAsync(TestAcademy academy, Guid learner)
    {
        var results = await academy.RunAsync<ILearnerProgress, IReadOnlyDictionary<Guid, ResultInfo>>(p => p.ResultsAsync("hello", CancellationToken.None));
        var level = await academy.RunAsync<ILearnerProgress, LevelInfo>(p => p.LevelAsync(learner, CancellationToken.None));
        return (results[learner].Percent, results[learner].IsValidated, level.Xp);
    }

    private static async Task<ProjectState> StandingAsync(TestAcademy academy, Guid learner, string project) =>
        (await academy.RunAsync<IEnrolment, IReadOnlyDictionary<string, ProjectStanding>>(e => e.StandingAsync(learner, CancellationToken.None)))[project].State;

    private static async Task<AttemptInfo> AttemptAsync(TestAcademy academy, Guid learner) =>
        (await academy.RunAsync<IEnrolment, IReadOnlyList<AttemptInfo>>(e => e.ForLearnerAsync(learner, CancellationToken.None))).Single();
}
