using Academy.Contracts.Grading;
using Academy.Grading.Alerts;
using Academy.Grading.Queue;
using Academy.Grading.Workers;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Sandbox;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using WorkerRow = Academy.Grading.Workers.Worker;

namespace Academy.Grading.Tests.Queue;

public sealed class TakeOverTests
{
    private static readonly Guid Process = Guid.CreateVersion7();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_a_worker_was_grading_before_it_died_goes_back_to_its_old_place(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        var turn = (await TakeNewAsync(academy)).Turn;

        (await academy.RunAsync<TakeOver, int>(t => t.OwnAsync(CancellationToken.None))).ShouldBe(1);

        var again = await RunAsync(academy);
        (again.State, again.Turn, again.Tries, again.Worker).ShouldBe((RunState.Queued, turn, 1, null));
        (await academy.RunAsync<AcademyDb, int>(db => db.Set<TestResult>().CountAsync())).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_gradings_of_a_worker_that_falls_silent_go_to_another(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await SignInAsync(academy, "other");
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        await TakeNewAsync(academy, worker: "other");

        await PassAsync(academy, seconds: 29);
        (await TakeOverAsync(academy)).ShouldBe(0);

        await PassAsync(academy, seconds: 2);
        (await TakeOverAsync(academy)).ShouldBe(1);
        (await RunAsync(academy)).State.ShouldBe(RunState.Queued);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_worker_keeps_what_it_is_grading_and_gives_back_what_it_lost_track_of(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        var run = await TakeNewAsync(academy);
        await PassAsync(academy, seconds: 100);

        (await TakeOverAsync(academy, underWay: run.Id)).ShouldBe(0);
        (await TakeOverAsync(academy)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_workers_that_notice_at_once_take_over_once(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        await TakeNewAsync(academy, worker: "dead");

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakeOverAsync(academy))));

        taken.Sum().ShouldBe(1);
        (await RunAsync(academy)).State.ShouldBe(RunState.Queued);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    [Trait("Hostile", "42")]
    public async Task What_kills_its_worker_each_time_is_given_up_and_shown_to_an_operator(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        await TakeNewAsync(academy);
        for (var kill = 1; kill <= GradingRun.MaxTries; kill++)
        {
            (await RunAsync(academy)).State.ShouldBe(RunState.Running);
            await academy.RunAsync<TakeOver>(t => t.OwnAsync(CancellationToken.None));
            await academy.RunAsync<GradingQueue>(q => q.TakeAsync(CancellationToken.None));
        }

        var run = await RunAsync(academy);
        (run.State, run.Verdict).ShouldBe((RunState.Finished, Verdict.PlatformError));
        var alert = await academy.RunAsync<AcademyDb, OperatorAlert>(db => db.Set<OperatorAlert>().SingleAsync());
        (alert.Kind, alert.Subject, alert.ClearedAt).ShouldBe((AlertKind.GradingFailed, run.Id.ToString(), null));
        alert.Detail.ShouldContain("3 times");
        (await academy.RunAsync<AcademyDb, int>(db => db.Set<OutboxMessage>().CountAsync(m => m.Reaction.EndsWith("WhenOperatorAlerted")))).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_worker_that_was_overtaken_cannot_even_note_a_test(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await TakeNewAsync(academy, worker: "slow");

        await academy.RunAsync<AcademyDb>(async slow =>
        {
            var run = await slow.Set<GradingRun>().SingleAsync();
            await TakeOverAsync(academy);

            run.CountTest();
            slow.Add(new TestResult(run.Id, 7, "late", 1, TestFinding.NotRun));
            (await slow.SaveOrRefuseAsync(Refusals.Overtaken, CancellationToken.None)).IsRefused.ShouldBeTrue();
        });

        (await academy.RunAsync<AcademyDb, int>(db => db.Set<TestResult>().CountAsync())).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_drained_worker_begins_nothing_more(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        await QueueAsync(academy);

        await DrainAsync(academy, "me", draining: true);
        (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None))).ShouldBeNull();
        (await WhyAsync(academy)).ShouldBe(WaitReason.Maintenance);

        // The wish outlives the process.
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Guid.CreateVersion7(), CancellationToken.None));
        (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None))).ShouldBeNull();

        await DrainAsync(academy, "me", draining: false);
        (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None))).ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Learners_are_told_why_nothing_is_graded(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        (await WhyAsync(academy)).ShouldBe(WaitReason.NoWorker);

        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        (await WhyAsync(academy)).ShouldBe(WaitReason.None);

        await BeatAsync(academy, Process, new SandboxHealth(SandboxProblem.EngineForbidden, "no rights"));
        (await WhyAsync(academy)).ShouldBe(WaitReason.EngineForbidden);

        // One that works is enough.
        await SignInAsync(academy, "other");
        (await WhyAsync(academy)).ShouldBe(WaitReason.None);

        await PassAsync(academy, seconds: 31);
        (await WhyAsync(academy)).ShouldBe(WaitReason.EngineForbidden);
        await academy.RunAsync<WorkerRegister>(r => r.SignOffAsync(Process));
        (await WhyAsync(academy)).ShouldBe(WaitReason.NoWorker);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_processes_with_one_name_the_older_is_told_to_stop(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Grading:Worker", "me"));
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(Process, CancellationToken.None));
        var second = Guid.CreateVersion7();
        await academy.RunAsync<WorkerRegister>(r => r.SignInAsync(second, CancellationToken.None));

        (await BeatAsync(academy, Process, SandboxHealth.Good)).ShouldBeFalse();
        (await BeatAsync(academy, second, SandboxHealth.Good)).ShouldBeTrue();
    }

    private static async Task QueueAsync(TestAcademy academy) => await academy.RunAsync<AcademyDb>(async db =>
    {
        var now = academy.Clock.GetUtcNow();
        var run = new GradingRun(Guid.CreateVersion7(), Guid.CreateVersion7(), "p", "r", new string('a', 40), "", now, now);
        run.Line(RunClass.Normal, 42);
        db.Add(run);
        await db.SaveChangesAsync();
    });

    /// <summary>A grading under way, with one test noted already.</summary>
    private static async Task<GradingRun> TakeNewAsync(TestAcademy academy, string worker = "me")
    {
        await QueueAsync(academy);
        return await academy.RunAsync<AcademyDb, GradingRun>(async db =>
        {
            var run = await db.Set<GradingRun>().SingleAsync();
            run.Start(worker, academy.Clock.GetUtcNow());
            db.Add(new TestResult(run.Id, 0, "half-done", 1, TestFinding.NotRun));
            await db.SaveChangesAsync();
            return run;
        });
    }

    private static Task SignInAsync(TestAcademy academy, string name) => academy.RunAsync<AcademyDb>(async db =>
    {
        var worker = new WorkerRow(name);
        worker.SignIn(Guid.CreateVersion7(), 1, academy.Clock.GetUtcNow());
        db.Add(worker);
        await db.SaveChangesAsync();
    });

    /// <summary>Time in which this worker alone says that it lives.</summary>
    private static async Task PassAsync(TestAcademy academy, int seconds)
    {
        academy.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await academy.RunAsync<AcademyDb>(async db =>
        {
            var now = academy.Clock.GetUtcNow();
            await db.Set<WorkerRow>().Where(w => w.Name == "me").ExecuteUpdateAsync(set => set.SetProperty(w => w.HeartbeatAt, now));
        });
    }

    private static Task DrainAsync(TestAcademy academy, string name, bool draining) => academy.RunAsync<AcademyDb>(async db =>
    {
        (await db.Set<WorkerRow>().SingleAsync(w => w.Name == name)).Drain(draining);
        await db.SaveChangesAsync();
    });

    private static Task<int> TakeOverAsync(TestAcademy academy, params Guid[] underWay) =>
        academy.RunAsync<TakeOver, int>(t => t.OthersAsync(underWay, CancellationToken.None));

    private static Task<bool> BeatAsync(TestAcademy academy, Guid process, SandboxHealth health) =>
        academy.RunAsync<WorkerRegister, bool>(r => r.BeatAsync(process, 0, health, [], CancellationToken.None));

    private static Task<WaitReason> WhyAsync(TestAcademy academy) =>
        academy.RunAsync<WaitReasons, WaitReason>(r => r.FindAsync(CancellationToken.None));

    private static Task<GradingRun> RunAsync(TestAcademy academy) =>
        academy.RunAsync<AcademyDb, GradingRun>(db => db.Set<GradingRun>().AsNoTracking().SingleAsync());
}
