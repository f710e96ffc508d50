using Academy.Contracts.Enrolment;
using Academy.Evaluations.Points;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Evaluations.Tests.Works;

public sealed class HandInTests
{
    private static readonly Guid Sacha = Guid.CreateVersion7();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_passed_commit_is_handed_in_and_paid_for(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (attempt, commit) = await house.PushedAsync(Sacha, percent: 90);

        (await house.HandInAsync(attempt, commit, Sacha)).Refusal.ShouldBeNull();

        var work = await house.Academy.RunAsync<AcademyDb, Work>(db => db.Set<Work>().Include(w => w.Members).SingleAsync());
        (work.Commit, work.GraderPercent, work.Needed, work.Missing).ShouldBe((commit, 90, 2, 2));
        work.Members.Select(m => m.LearnerId).ShouldBe([Sacha]);
        (await house.PointsAsync(PointAccount.Of(Sacha))).ShouldBe(3);
        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(2);
    }

    [Fact]
    public async Task Below_the_pass_mark_nothing_is_handed_in()
    {
        await using var house = await House.OpenAsync();
        var (attempt, commit) = await house.PushedAsync(Sacha, percent: 79);

        (await house.HandInAsync(attempt, commit, Sacha)).Refusal!.Code.ShouldBe("below-the-pass-mark");
        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(0);
    }

    [Fact]
    public async Task A_commit_that_was_not_graded_is_not_handed_in()
    {
        await using var house = await House.OpenAsync();
        var (attempt, _) = await house.PushedAsync(Sacha);

        (await house.HandInAsync(attempt, new string('0', 40), Sacha)).Refusal!.Code.ShouldBe("not-graded");
    }

    [Fact]
    public async Task Nobody_hands_in_the_work_of_others()
    {
        await using var house = await House.OpenAsync();
        var (attempt, commit) = await house.PushedAsync(Sacha);

        (await house.HandInAsync(attempt, commit, Guid.CreateVersion7())).Refusal!.Code.ShouldBe("unknown-work");
    }

    [Fact]
    public async Task In_a_team_only_the_captain_hands_in_and_everybody_is_remembered()
    {
        await using var house = await House.OpenAsync();
        var (attempt, commit) = await house.PushedAsync(Sacha, project: "files");
        var ines = Guid.CreateVersion7();
        await house.Academy.RunAsync<AcademyDb>(db => Attempts.JoinAsync(db, attempt, ines, house.Now));

        (await house.HandInAsync(attempt, commit, ines)).Refusal!.Code.ShouldBe("only-the-captain");
        (await house.HandInAsync(attempt, commit, Sacha)).Refusal.ShouldBeNull();
        var members = await house.Academy.RunAsync<AcademyDb, List<Guid>>(db => db.Set<WorkMember>().Select(m => m.LearnerId).ToListAsync());
        members.ShouldBe([Sacha, ines], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Handing_in_many_times_at_once_counts_and_costs_once(DatabaseProvider provider)
    {
        // Enough for one: a press that comes second must not read that points are missing.
        await using var house = await House.OpenAsync(provider, rules: "  evaluation: { points: { start: 2 } }\n");
        var (attempt, commit) = await house.PushedAsync(Sacha);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.HandInAsync(attempt, commit, Sacha))));

        outcomes.Count(o => !o.IsRefused).ShouldBe(1);
        outcomes.Where(o => o.IsRefused).ShouldAllBe(o => o.Refusal!.Code == "already-handed-in");
        (await house.PointsAsync(PointAccount.Of(Sacha))).ShouldBe(0);
        (await house.Academy.RunAsync<IEnrolment, AttemptInfo?>(e => e.FindAsync(attempt, default)))!.State.ShouldBe(AttemptState.HandedIn);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Handing_in_and_giving_up_at_once_is_one_of_the_two(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        for (var round = 0; round < 6; round++)
        {
            var learner = await house.PersonAsync("Sacha Morel");
            var (attempt, commit) = await house.PushedAsync(learner);

            await Task.WhenAll(
                Task.Run(() => house.HandInAsync(attempt, commit, learner)),
                Task.Run(() => Attempts.GiveUpAsync(house.Academy, attempt, learner)));

            var state = (await house.Academy.RunAsync<IEnrolment, AttemptInfo?>(e => e.FindAsync(attempt, default)))!.State;
            var waits = await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<Work>().AnyAsync(w => w.AttemptId == attempt));
            state.ShouldBe(waits ? AttemptState.HandedIn : AttemptState.GivenUp);
        }
    }

    [Fact]
    public async Task Without_enough_points_it_says_what_would_help()
    {
        await using var house = await House.OpenAsync(rules: "  evaluation: { points: { start: 1 } }\n");
        var (attempt, commit) = await house.PushedAsync(Sacha);

        var refusal = (await house.HandInAsync(attempt, commit, Sacha)).Refusal!;

        refusal.Code.ShouldBe("not-enough-points");
        refusal.Args.ShouldBe([2, 1]);
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<Work>().AnyAsync())).ShouldBeFalse();
    }
}
