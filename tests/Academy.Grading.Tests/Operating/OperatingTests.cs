using Academy.Contracts.Grading;
using Academy.Grading.Alerts;
using Academy.Grading.Operating;
using Academy.Grading.Queue;
using Academy.Grading.Workers;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Sandbox;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Tests.Operating;

public sealed class OperatingTests
{
    private static readonly Guid Process = Guid.CreateVersion7();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_queue_verdicts_and_times(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var now = academy.Clock.GetUtcNow();
        await AddAsync(academy, "slow", r => Finish(r, Verdict.Passed, now.AddHours(-30), seconds: 60));
        foreach (var seconds in new[] { 1, 2, 3 }) await AddAsync(academy, "quick", r => Finish(r, Verdict.Failed, now.AddHours(-2), seconds));
        await AddAsync(academy, "quick", r => Finish(r, Verdict.PlatformError, now.AddHours(-1), 1));
        await AddAsync(academy, "quick", r => r.Line(RunClass.Exam, 1));
        await AddAsync(academy, "quick", r => r.Line(RunClass.Normal, 1));

        var view = await ReadAsync(academy);

        view.Queue.Select(q => (q.Class, q.Waiting)).ShouldBe([(RunClass.Exam, 1), (RunClass.Normal, 1), (RunClass.Regrade, 0)]);
        view.Queue[0].Oldest.ShouldBe(now);
        view.Verdicts.Select(v => (v.Verdict, v.Day, v.Week)).ShouldBe(
            [(Verdict.Failed, 3, 3), (Verdict.Passed, 0, 1), (Verdict.PlatformError, 1, 1)], ignoreOrder: true);
        view.Hours.Count.ShouldBe(24);
        view.Hours.Where(h => h.Total > 0).Select(h => (h.From.Hour, h.Total, h.Counts.Keys.Single())).ShouldBe([(7, 3, Verdict.Failed), (8, 1, Verdict.PlatformError)]);
        view.Slowest.Select(p => (p.Slug, p.Count, p.Half.TotalSeconds, p.Most.TotalSeconds)).ShouldBe([("slow", 1, 60, 60), ("quick", 3, 2, 3)]);
        view.Troubled.ShouldHaveSingleItem();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_each_worker_as_it_is(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        await BeatAsync(academy, running: 1, SandboxHealth.Good);
        var me = (await ReadAsync(academy)).Workers.ShouldHaveSingleItem();
        (me.State, me.Worker.Running, me.Sandboxes.Single().Image).ShouldBe((WorkerState.Working, 1, "academy/shell"));

        await OperateAsync(academy, o => o.DrainAsync("me", draining: true, CancellationToken.None));
        (await StateAsync(academy)).ShouldBe(WorkerState.Draining);
        await BeatAsync(academy, running: 0, SandboxHealth.Good);
        (await StateAsync(academy)).ShouldBe(WorkerState.Drained);

        await OperateAsync(academy, o => o.DrainAsync("me", draining: false, CancellationToken.None));
        await BeatAsync(academy, running: 0, new SandboxHealth(SandboxProblem.EngineUnreachable, "no engine"));
        (await StateAsync(academy)).ShouldBe(WorkerState.Hindered);

        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        (await StateAsync(academy)).ShouldBe(WorkerState.Silent);
        await academy.RunAsync<WorkerRegister>(r => r.SignOffAsync(Process));
        (await StateAsync(academy)).ShouldBe(WorkerState.Stopped);
        (await OperateAsync(academy, o => o.DrainAsync("nobody", draining: true, CancellationToken.None))).Refusal.ShouldBe(Refusals.UnknownWorker);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_failed_on_our_side_runs_again_and_its_alert_goes(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var now = academy.Clock.GetUtcNow();
        var failed = await AddAsync(academy, "p", r => Finish(r, Verdict.PlatformError, now, 1));
        var passed = await AddAsync(academy, "p", r => Finish(r, Verdict.Passed, now, 1));
        await academy.RunAsync<AcademyDb>(async db =>
        {
            db.Add(new OperatorAlert(AlertKind.GradingFailed, failed.ToString(), "p: engine", now));
            db.Add(new TestResult(failed, 0, "left-over", 1, TestFinding.NotRun));
            await db.SaveChangesAsync();
        });

        (await OperateAsync(academy, o => o.RunAgainAsync(passed, CancellationToken.None))).Refusal.ShouldBe(Refusals.NothingToRepeat);
        (await OperateAsync(academy, o => o.RunAgainAsync(failed, CancellationToken.None))).IsRefused.ShouldBeFalse();

        (await ReadAsync(academy)).Alerts.ShouldBeEmpty();
        var run = (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None))).ShouldNotBeNull();
        (run.Id, run.Tries, run.Verdict, run.Notice).ShouldBe((failed, 1, null, null));
        (await academy.RunAsync<AcademyDb, int>(db => db.Set<TestResult>().CountAsync())).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_alert_stands_once_until_it_is_put_away_and_may_come_back(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        await RaiseAsync(academy, "first");
        await RaiseAsync(academy, "second");
        var alert = (await ReadAsync(academy)).Alerts.ShouldHaveSingleItem();
        alert.Detail.ShouldBe("second");

        await OperateAsync(academy, o => o.ClearAsync(alert.Id, CancellationToken.None));
        (await ReadAsync(academy)).Alerts.ShouldBeEmpty();

        await RaiseAsync(academy, "third");
        (await ReadAsync(academy)).Alerts.ShouldHaveSingleItem().Detail.ShouldBe("third");
    }

    private static async Task<Guid> AddAsync(TestAcademy academy, string project, Action<GradingRun> change)
    {
        var now = academy.Clock.GetUtcNow();
        var run = new GradingRun(Guid.CreateVersion7(), Guid.CreateVersion7(), project, "r", new string('a', 40), "", now, now);
        change(run);
        await academy.RunAsync<AcademyDb>(async db =>
        {
            db.Add(run);
            await db.SaveChangesAsync();
        });
        return run.Id;
    }

    private static void Finish(GradingRun run, Verdict verdict, DateTimeOffset at, int seconds)
    {
        run.Start("w", at.AddSeconds(-seconds));
        run.Finish(verdict, 1, 1, "notice", at);
    }

    private static Task RaiseAsync(TestAcademy academy, string detail) => academy.RunAsync<AcademyDb>(async db =>
    {
        var alerts = new RaiseAlert(db, academy.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<RaiseAlert>.Instance);
        await alerts.RaiseAsync(AlertKind.ReferenceFailed, "hello", detail, CancellationToken.None);
        await db.SaveChangesAsync();
    });

    private static Task BeatAsync(TestAcademy academy, int running, SandboxHealth health) => academy.RunAsync<WorkerRegister>(
        r => r.BeatAsync(Process, running, health, [new SandboxStatus("academy/shell", 1, 2, 3, 4, TimeSpan.FromSeconds(1))], CancellationToken.None));

    private static async Task<WorkerState> StateAsync(TestAcademy academy) => (await ReadAsync(academy)).Workers.Single().State;

    private static Task<GradingsOverview> ReadAsync(TestAcademy academy) =>
        academy.RunAsync<ReadGradings, GradingsOverview>(r => r.RunAsync(CancellationToken.None));

    private static Task<Outcome> OperateAsync(TestAcademy academy, Func<OperateGradings, Task<Outcome>> operate) => academy.RunAsync(operate);
}
