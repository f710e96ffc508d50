using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Tests.Queue;

public sealed class FairOrderTests
{
    private static readonly Guid Ada = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid Ben = new("00000000-0000-7000-8000-00000000000b");
    private static readonly Guid Cleo = new("00000000-0000-7000-8000-00000000000c");

    [Theory, ClassData(typeof(BothDatabases))]
    [Trait("Hostile", "41")]
    public async Task A_hundred_pushes_of_one_learner_do_not_delay_another(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        for (var n = 0; n < 100; n++) await QueueAsync(academy, Ada, RunClass.Normal);
        var ben = await QueueAsync(academy, Ben, RunClass.Normal);

        (await PositionAsync(academy, ben)).ShouldBe(2);
        (await TakeAsync(academy)).LearnerId.ShouldBe(Ada);
        (await TakeAsync(academy)).LearnerId.ShouldBe(Ben);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Learners_who_all_have_much_to_grade_take_turns(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        foreach (var learner in new[] { Ada, Ada, Ada, Ben, Ben, Ben }) await QueueAsync(academy, learner, RunClass.Normal);

        (await OrderAsync(academy, 6)).ShouldBe([Ada, Ben, Ada, Ben, Ada, Ben]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_was_away_gets_no_credit_for_it(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        for (var n = 0; n < 5; n++)
        {
            await QueueAsync(academy, Ada, RunClass.Normal);
            await TakeAsync(academy);
        }

        await QueueAsync(academy, Ada, RunClass.Normal);
        foreach (var learner in new[] { Ben, Ben, Cleo }) await QueueAsync(academy, learner, RunClass.Normal);

        (await OrderAsync(academy, 4)).ShouldBe([Ada, Ben, Cleo, Ben]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Exams_go_before_pushes_and_pushes_before_regrades(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        await QueueAsync(academy, Ada, RunClass.Regrade);
        await QueueAsync(academy, Ben, RunClass.Normal);
        var exam = await QueueAsync(academy, Cleo, RunClass.Exam);

        (await PositionAsync(academy, exam)).ShouldBe(1);
        (await OrderAsync(academy, 3)).ShouldBe([Cleo, Ben, Ada]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_place_in_the_queue_is_given_once_and_in_the_order_of_the_takes(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var runs = new List<GradingRun>();
        // All at the same moment, as a regrade makes them.
        foreach (var learner in new[] { Ada, Ben, Ada, Cleo, Ben, Ada }) runs.Add(await QueueAsync(academy, learner, RunClass.Regrade, tick: false));

        var positions = new Dictionary<Guid, int>();
        foreach (var run in runs) positions[run.Id] = await PositionAsync(academy, run);

        positions.Values.Order().ShouldBe(Enumerable.Range(1, runs.Count));
        foreach (var expected in positions.OrderBy(p => p.Value)) (await TakeAsync(academy)).Id.ShouldBe(expected.Key);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_waiting_time_is_what_the_last_gradings_took_and_nothing_when_there_were_few(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        for (var seconds = 1; seconds <= 4; seconds++) await FinishAsync(academy, seconds, Verdict.Passed);
        await FinishAsync(academy, 1000, Verdict.PlatformError);
        (await WaitAsync(academy)).ShouldBeNull();

        for (var seconds = 5; seconds <= 10; seconds++) await FinishAsync(academy, seconds, Verdict.Failed);

        (await WaitAsync(academy)).ShouldBe(new WaitingTime(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(9)));
    }

    private static async Task<GradingRun> QueueAsync(TestAcademy academy, Guid learner, RunClass runClass, bool tick = true)
    {
        if (tick) academy.Clock.Advance(TimeSpan.FromSeconds(1));
        var now = academy.Clock.GetUtcNow();
        var run = new GradingRun(Guid.CreateVersion7(), learner, "p", "r", new string('a', 40), "", now, now);
        await academy.RunAsync<AcademyDb>(async db =>
        {
            run.Line(runClass, await new FairTurns(db).NextAsync(runClass, learner, CancellationToken.None));
            db.Add(run);
            await db.SaveChangesAsync();
        });
        return run;
    }

    private static async Task<GradingRun> TakeAsync(TestAcademy academy) =>
        (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None))).ShouldNotBeNull();

    private static async Task<List<Guid>> OrderAsync(TestAcademy academy, int count)
    {
        var order = new List<Guid>();
        while (order.Count < count) order.Add((await TakeAsync(academy)).LearnerId);
        return order;
    }

    private static Task<int> PositionAsync(TestAcademy academy, GradingRun run) =>
        academy.RunAsync<GradingQueue, int>(q => q.PositionAsync(run, CancellationToken.None));

    private static Task<WaitingTime?> WaitAsync(TestAcademy academy) =>
        academy.RunAsync<WaitingTimes, WaitingTime?>(t => t.OfAsync("p", RunClass.Normal, CancellationToken.None));

    private static Task FinishAsync(TestAcademy academy, int seconds, Verdict verdict) => academy.RunAsync<AcademyDb>(async db =>
    {
        var now = academy.Clock.GetUtcNow();
        var run = new GradingRun(Guid.CreateVersion7(), Ada, "p", "r", new string('a', 40), "", now, now);
        run.Finish(verdict, 1, 1, null, now.AddSeconds(seconds));
        db.Add(run);
        await db.SaveChangesAsync();
    });
}
