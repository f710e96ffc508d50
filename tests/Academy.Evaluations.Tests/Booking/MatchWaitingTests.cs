using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Tests.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Booking;

public sealed class MatchWaitingTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_an_evaluator_for_each_who_asked_and_for_nobody_else(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (ines, kim) = (await house.EvaluatorAsync("Inès"), await house.EvaluatorAsync("Kim"));
        await house.OpenAsync(ines, "10:00", "11:00");
        await house.OpenAsync(kim, "10:00", "11:00");
        var (first, second, third) = (await house.HandedInAsync(), await house.HandedInAsync(), await house.HandedInAsync());
        await SearchAsync(house, first);
        await SearchAsync(house, second);

        (await MatchAsync(house)).ShouldBe(2);
        (await MatchAsync(house)).ShouldBe(0);

        (await house.WorkAsync(first.AttemptId)).Missing.ShouldBe(0);
        (await house.WorkAsync(second.AttemptId)).Missing.ShouldBe(0);
        (await house.WorkAsync(third.AttemptId)).Missing.ShouldBe(1);
        await house.CheckPointsAsync();
    }

    [Fact]
    public async Task A_mentor_is_found_when_peers_were_not_for_long()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        var work = await house.HandedInAsync();
        await SearchAsync(house, work);
        await house.OpenAsync(mentor, "14:00", "15:00");
        (await MatchAsync(house)).ShouldBe(0, "a learner who has validated the project may still come");

        house.Academy.Clock.Advance(TimeSpan.FromHours(48));
        await house.OpenAsync(mentor, "14:00", "15:00");

        (await MatchAsync(house)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_let_down_comes_before_who_waited_longer()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (ines, kim) = (await house.EvaluatorAsync("Inès"), await house.EvaluatorAsync("Kim"));
        var patient = await house.HandedInAsync();
        await SearchAsync(house, patient);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(5));
        var (learner, attempt, id) = await house.AppointmentAsync(ines, "11:00");
        await house.RevealAsync(id);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(125));
        await house.Academy.RunAsync<Academy.Evaluations.Absences.ReportAbsence, Outcome>(r => r.RunAsync(id, learner, CancellationToken.None));

        await house.OpenAsync(kim, "14:00", "14:30");
        (await MatchAsync(house)).ShouldBe(1);

        (await house.WorkAsync(attempt)).Missing.ShouldBe(0);
        (await house.WorkAsync(patient.AttemptId)).Missing.ShouldBe(1);
    }

    [Fact]
    public async Task Never_the_own_household_nor_twice_the_same_person()
    {
        await using var house = await House.OpenAsync(peers: 2);
        var home = Guid.CreateVersion7();
        var sacha = await house.PersonAsync("Sacha", household: home);
        var (attempt, commit) = await house.PushedAsync(sacha);
        await house.HandInAsync(attempt, commit, sacha);
        var (sibling, ines) = (await house.EvaluatorAsync("Sœur", home), await house.EvaluatorAsync("Inès"));
        await house.OpenAsync(sibling, "10:00", "12:00");
        await house.OpenAsync(ines, "10:00", "12:00");
        await SearchAsync(house, (sacha, attempt));

        (await MatchAsync(house)).ShouldBe(1);
        (await MatchAsync(house)).ShouldBe(0);

        var evaluators = await house.Academy.RunAsync<AcademyDb, List<Guid>>(db => db.Set<Evaluation>().Select(e => e.EvaluatorId).ToListAsync());
        evaluators.ShouldBe([ines]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_mentors_evaluation_between_two_that_differ_needs_no_point(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 2, rules: "  evaluation: { points: { start: 2 } }\n");
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        var work = await house.HandedInAsync();
        await house.EvaluateAsync(work.AttemptId, 1, 5);
        await house.EvaluateAsync(work.AttemptId, 0, 0);
        await house.Academy.DeliverAsync();
        (await house.PointsAsync(Evaluations.Points.PointAccount.Of(work.LearnerId))).ShouldBe(0);
        await house.OpenAsync(mentor, "14:00", "15:00");

        (await MatchAsync(house)).ShouldBe(1);

        (await house.WorkAsync(work.AttemptId)).Missing.ShouldBe(0);
        await house.CheckPointsAsync();
    }

    [Fact]
    public async Task Whoever_waits_for_a_mentor_is_not_told_of_alumni_and_hears_of_recordings()
    {
        const string Waited = "You have waited for an evaluator for “{0}” for some time.";
        await using var house = await House.OpenAsync();
        var work = await house.HandedInAsync();
        await house.EvaluateAsync(work.AttemptId, 1, 5);
        await house.EvaluateAsync(work.AttemptId, 0, 0);

        foreach (var hours in (int[])[25, 24])
        {
            house.Academy.Clock.Advance(TimeSpan.FromHours(hours));
            await house.Academy.RunAsync<WidenLadder>(w => w.RunAsync(CancellationToken.None));
        }

        (await house.ToldAsync(Waited)).ShouldBeEmpty();
        house.Academy.Clock.Advance(TimeSpan.FromHours(24));
        await house.Academy.RunAsync<WidenLadder>(w => w.RunAsync(CancellationToken.None));
        (await house.ToldAsync(Waited)).ShouldBe([work.LearnerId]);
    }

    [Fact]
    public async Task Whoever_has_just_stopped_the_search_is_booked_for_nothing()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès");
        await house.OpenAsync(ines, "14:00", "15:00");
        var work = await house.HandedInAsync();

        var outcome = await house.Academy.RunAsync<Appoint, Outcome<Guid>>(
            a => a.RunAsync(work.AttemptId, ines, house.At("14:00"), CancellationToken.None, onlyIfSearching: true));

        outcome.Refusal!.Code.ShouldBe("just-changed");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_has_just_cancelled_is_not_asked_again_and_whom_the_learner_cancelled_is(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, attempt, id) = await house.AppointmentAsync(ines, "12:00");
        (await CancelAsync(id, learner)).Refusal.ShouldBeNull();
        await SearchAsync(house, (learner, attempt));
        (await MatchAsync(house)).ShouldBe(1, "the learner could not come that time");
        var again = await house.Academy.RunAsync<AcademyDb, Guid>(db => db.Set<Evaluation>().Where(e => e.IsHeld).Select(e => e.Id).SingleAsync());

        (await CancelAsync(again, ines)).Refusal.ShouldBeNull();
        await house.OpenAsync(ines, "14:00", "15:00");

        (await MatchAsync(house)).ShouldBe(0);
        (await house.FreeAsync(attempt)).ShouldBeEmpty();

        Task<Outcome> CancelAsync(Guid evaluation, Guid who) =>
            house.Academy.RunAsync<Academy.Evaluations.Absences.CancelAppointment, Outcome>(c => c.RunAsync(evaluation, who, CancellationToken.None));
    }

    [Fact]
    public async Task Another_language_is_better_than_nobody_for_the_matcher_too()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var kim = await house.EvaluatorAsync("Kim", language: "en");
        var work = await house.HandedInAsync();
        await SearchAsync(house, work);
        await house.OpenAsync(kim, "14:00", "15:00");
        (await MatchAsync(house)).ShouldBe(0);

        house.Academy.Clock.Advance(TimeSpan.FromHours(48));
        await house.OpenAsync(kim, "14:00", "15:00");

        (await MatchAsync(house)).ShouldBe(1);
    }

    [Fact]
    public async Task A_work_that_cannot_be_read_stops_nobody_elses()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var ines = await house.EvaluatorAsync("Inès");
        await house.OpenAsync(ines, "10:00", "11:00");
        var (broken, sound) = (await house.HandedInAsync(), await house.HandedInAsync());
        await SearchAsync(house, broken);
        await SearchAsync(house, sound);
        await house.Academy.RunAsync<AcademyDb>(async db =>
        {
            db.Entry(await db.Set<Evaluations.Works.Work>().SingleAsync(w => w.AttemptId == broken.AttemptId)).Property(w => w.ReleaseId).CurrentValue = "gone";
            await db.SaveChangesAsync();
        });

        (await MatchAsync(house)).ShouldBe(1);
        house.Academy.Clock.Advance(TimeSpan.FromHours(25));
        await house.Academy.RunAsync<WidenLadder>(w => w.RunAsync(CancellationToken.None));

        (await house.WorkAsync(sound.AttemptId)).Missing.ShouldBe(0);
    }

    [Fact]
    public async Task The_ladder_widens_step_by_step_and_says_so_once()
    {
        await using var house = await House.OpenAsync();
        var (_, attempt) = await house.HandedInAsync();

        foreach (var (hours, rung) in (IEnumerable<(int, Evaluations.Matching.Rung)>)
            [(23, Evaluations.Matching.Rung.Peer), (1, Evaluations.Matching.Rung.Alumni), (24, Evaluations.Matching.Rung.Mentor), (24, Evaluations.Matching.Rung.Recording)])
        {
            house.Academy.Clock.Advance(TimeSpan.FromHours(hours));
            await house.Academy.RunAsync<WidenLadder>(w => w.RunAsync(CancellationToken.None));
            await house.Academy.RunAsync<WidenLadder>(w => w.RunAsync(CancellationToken.None));
            (await house.WorkAsync(attempt)).Rung.ShouldBe(rung);
        }

        var told = await house.Academy.RunAsync<AcademyDb, int>(
            async db => (await db.Set<Kernel.Outbox.OutboxMessage>().Select(m => m.Payload).ToListAsync()).Count(p => p.Contains($"rung/{attempt}", StringComparison.Ordinal)));
        told.ShouldBe(3);
    }

    [Fact]
    public void Waiting_times_are_those_that_people_had()
    {
        WaitingTimes.Of([.. Enumerable.Range(1, 4).Select(h => TimeSpan.FromHours(h))]).ShouldBeNull("four facts are too few");

        var usual = WaitingTimes.Of([.. Enumerable.Range(1, 10).Select(h => TimeSpan.FromHours(11 - h))])!;

        (usual.Half, usual.Most, usual.Count).ShouldBe((TimeSpan.FromHours(5), TimeSpan.FromHours(9), 10));
    }

    private static async Task SearchAsync(House house, (Guid LearnerId, Guid AttemptId) work) =>
        (await house.Academy.RunAsync<SearchEvaluator, Outcome>(s => s.RunAsync(work.AttemptId, true, work.LearnerId, CancellationToken.None))).Refusal.ShouldBeNull();

    private static Task<int> MatchAsync(House house) => house.Academy.RunAsync<MatchWaiting, int>(m => m.RunAsync(CancellationToken.None));
}
