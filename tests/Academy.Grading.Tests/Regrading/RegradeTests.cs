using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Grading.Queue;
using Academy.Grading.Regrading;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Academy.Grading.Tests.Regrading.RegradeSteps;

namespace Academy.Grading.Tests.Regrading;

/// <summary>Results graded again: first as a trial, then by somebody's decision, and back.</summary>
public sealed class RegradeTests
{
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
}
