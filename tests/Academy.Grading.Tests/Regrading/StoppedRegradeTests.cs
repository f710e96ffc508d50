using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Grading.Regrading;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using static Academy.Grading.Tests.Regrading.RegradeSteps;

namespace Academy.Grading.Tests.Regrading;

/// <summary>A trial that somebody stops.</summary>
public sealed class StoppedRegradeTests
{
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
}
