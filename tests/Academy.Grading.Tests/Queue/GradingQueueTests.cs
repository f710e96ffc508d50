using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Contracts.Repositories;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Queue;

public sealed class GradingQueueTests
{
    private static readonly Guid Ada = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid Ben = new("00000000-0000-7000-8000-00000000000b");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_push_waits_in_the_queue(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);

        await PushAsync(academy, Ada, 'a');

        var run = (await RunsAsync(academy)).ShouldHaveSingleItem();
        run.State.ShouldBe(RunState.Queued);
        run.MaxScore.ShouldBeGreaterThan(0);
        run.ReleaseId.ShouldBe(academy.Services.GetRequiredService<ICurriculum>().Current!.Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_push_that_is_told_twice_is_graded_once(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);

        await PushAsync(academy, Ada, 'a');
        await PushAsync(academy, Ada, 'a');

        (await RunsAsync(academy)).Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    [Trait("Hostile", "41")]
    public async Task A_newer_push_takes_the_place_of_the_one_that_waits(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);

        foreach (var commit in "abcde") await PushAsync(academy, Ada, commit);
        await PushAsync(academy, Ben, 'f');

        var runs = await RunsAsync(academy);
        runs.Count(r => r.State == RunState.Superseded).ShouldBe(4);
        runs.Where(r => r.State == RunState.Queued).Select(r => r.Commit[0]).ShouldBe("ef", ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_newer_push_keeps_the_turn_of_the_one_whose_place_it_takes(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        foreach (var commit in "abcde") await PushAsync(academy, Ada, commit);

        (await RunsAsync(academy)).ShouldAllBe(r => r.Turn == 1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_pushed_after_the_end_of_an_exam_is_noted_and_not_graded(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!;
        var now = academy.Clock.GetUtcNow();
        var cleo = Guid.CreateVersion7();
        var exam = await academy.RunAsync<AcademyDb, Guid>(db => Attempts.BeginAsync(
            db, cleo, release.Tracks[0].Projects.First().Slug, release.Id, now, TimeSpan.FromMinutes(90)));

        await academy.PublishAsync(new CommitPushed(exam, new string('a', 40), "À temps", cleo, now.AddMinutes(90)));
        await academy.PublishAsync(new CommitPushed(exam, new string('b', 40), "Trop tard", cleo, now.AddMinutes(91)));

        (await RunsAsync(academy)).Select(r => (r.Commit[0], r.State)).ShouldBe([('a', RunState.Queued), ('b', RunState.Late)]);
        (await academy.RunAsync<IGradings, IReadOnlyDictionary<Guid, GradingInfo>>(g => g.LatestAsync([exam], CancellationToken.None)))
            [exam].Commit[0].ShouldBe('a');
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_grading_goes_to_one_worker(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        await PushAsync(academy, Ada, 'a');
        await PushAsync(academy, Ben, 'b');

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            academy.RunAsync<GradingQueue, GradingRun?>(queue => queue.TakeAsync(CancellationToken.None))));

        taken.OfType<GradingRun>().Select(r => r.LearnerId).ShouldBe([Ada, Ben], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_oldest_is_taken_first_and_the_others_know_their_place(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        await PushAsync(academy, Ben, 'b');
        await PushAsync(academy, Ada, 'a');

        var ada = (await RunsAsync(academy)).Single(r => r.LearnerId == Ada);
        (await academy.RunAsync<GradingQueue, int>(q => q.PositionAsync(ada, CancellationToken.None))).ShouldBe(2);
        (await academy.RunAsync<GradingQueue, GradingRun?>(q => q.TakeAsync(CancellationToken.None)))!.LearnerId.ShouldBe(Ben);
        (await academy.RunAsync<GradingQueue, int>(q => q.PositionAsync(ada, CancellationToken.None))).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_worker_that_was_overtaken_cannot_tell_a_verdict(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        await PushAsync(academy, Ada, 'a');

        await academy.RunAsync<AcademyDb>(async slow =>
        {
            var run = await slow.Set<GradingRun>().SingleAsync();
            run.Start("slow", academy.Clock.GetUtcNow());
            await slow.SaveChangesAsync();
            await academy.RunAsync<AcademyDb>(async other =>
            {
                (await other.Set<GradingRun>().SingleAsync()).Requeue(academy.Clock.GetUtcNow());
                await other.SaveChangesAsync();
            });

            run.Finish(Verdict.Passed, 1, 1, null, academy.Clock.GetUtcNow());
            (await slow.SaveOrRefuseAsync(Refusals.Overtaken, CancellationToken.None)).IsRefused.ShouldBeTrue();
        });

        (await RunsAsync(academy)).ShouldHaveSingleItem().State.ShouldBe(RunState.Queued);
    }

    [Fact]
    public async Task An_error_of_ours_is_tried_three_times_and_then_given_up()
    {
        await using var academy = await GivenAsync(DatabaseProvider.Sqlite);
        var now = academy.Clock.GetUtcNow();
        var run = new GradingRun(Guid.Empty, Ada, "p", "r", new string('a', 40), "", now, now);

        for (var attempt = 1; attempt < GradingRun.MaxTries; attempt++)
        {
            run.Start("w", now);
            run.FailOnOurSide("engine", now);
            run.State.ShouldBe(RunState.Queued);
            run.DueAt.ShouldBeGreaterThan(now);
        }

        run.Start("w", now);
        run.FailOnOurSide("engine", now);
        run.State.ShouldBe(RunState.Finished);
        run.Verdict.ShouldBe(Verdict.PlatformError);
    }

    [Fact]
    public void Waiting_for_the_engine_costs_no_try()
    {
        var now = new TestClock().GetUtcNow();
        var run = new GradingRun(Guid.Empty, Ada, "p", "r", new string('a', 40), "", now, now);

        run.Start("w", now);
        run.PutBack(now);

        (run.State, run.Tries).ShouldBe((RunState.Queued, 0));
    }

    private static async Task<TestAcademy> GivenAsync(DatabaseProvider provider)
    {
        var academy = await TestAcademy.CreateAsync(provider);
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!;
        var slug = release.Tracks[0].Projects.First().Slug;
        await academy.RunAsync<AcademyDb>(async db =>
        {
            foreach (var learner in new[] { Ada, Ben })
                await Attempts.BeginAsync(db, learner, slug, release.Id, academy.Clock.GetUtcNow());
        });
        return academy;
    }

    private static async Task PushAsync(TestAcademy academy, Guid learner, char commit)
    {
        academy.Clock.Advance(TimeSpan.FromSeconds(1));
        var attempt = (await academy.RunAsync<IEnrolment, IReadOnlyList<AttemptInfo>>(e => e.ForLearnerAsync(learner, CancellationToken.None))).Single();
        await academy.PublishAsync(new CommitPushed(attempt.Id, new string(commit, 40), "Essai", learner, academy.Clock.GetUtcNow()));
    }

    private static Task<List<GradingRun>> RunsAsync(TestAcademy academy) =>
        academy.RunAsync<AcademyDb, List<GradingRun>>(db => db.Set<GradingRun>().AsNoTracking().OrderBy(r => r.QueuedAt).ToListAsync());
}
