using Academy.Contracts.Notifications;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Tests.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Booking;

public sealed class BookTimeTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_booked_time_is_taken_on_both_sides(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès Garnier");

        var (_, attempt, id) = await house.AppointmentAsync(ines);

        var evaluation = await house.EvaluationAsync(id);
        (evaluation.EvaluatorId, evaluation.StartsAt, evaluation.EndsAt, evaluation.IsRevealed).ShouldBe((ines, house.At("10:00"), house.At("10:30"), false));
        (await house.WorkAsync(attempt)).Missing.ShouldBe(1);
        (await house.FreeAsync(attempt)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_fifty_who_want_the_last_time_one_wins_and_the_others_are_told(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès Garnier");
        await house.OpenAsync(ines, "10:00", "10:30");
        var works = new List<(Guid LearnerId, Guid AttemptId)>();
        for (var i = 0; i < 50; i++) works.Add(await house.HandedInAsync());

        var outcomes = await Task.WhenAll(works.Select(w => Task.Run(() => house.BookAsync(w.AttemptId, house.At("10:00"), w.LearnerId))));

        outcomes.Count(o => !o.IsRefused).ShouldBe(1);
        outcomes.Where(o => o.IsRefused).ShouldAllBe(o => o.Refusal!.Code == "time-taken");
        (await house.Academy.RunAsync<AcademyDb, int>(db => db.Set<Evaluation>().CountAsync())).ShouldBe(1);
        await house.CheckPointsAsync();
    }

    [Fact]
    public async Task Nobody_evaluates_their_own_work_their_team_or_their_household()
    {
        await using var house = await House.OpenAsync();
        var home = Guid.CreateVersion7();
        var sacha = await house.PersonAsync("Sacha Morel", household: home);
        var (attempt, commit) = await house.PushedAsync(sacha, project: "files");
        var friend = await house.EvaluatorAsync("Coéquipière", project: "files");
        await house.Academy.RunAsync<AcademyDb>(db => Attempts.JoinAsync(db, attempt, friend, house.Now));
        var sibling = await house.EvaluatorAsync("Sœur", home, project: "files");
        (await house.HandInAsync(attempt, commit, sacha)).Refusal.ShouldBeNull();

        await house.OpenAsync(friend, "10:00", "11:00");
        await house.OpenAsync(sibling, "10:00", "11:00");
        (await house.FreeAsync(attempt)).ShouldBeEmpty();

        var stranger = await house.EvaluatorAsync("Inès Garnier", project: "files");
        await house.OpenAsync(stranger, "10:00", "11:00");
        (await house.FreeAsync(attempt)).ShouldAllBe(t => t.EvaluatorId == stranger);
    }

    [Fact]
    public async Task Only_who_has_validated_the_project_or_is_a_mentor_evaluates()
    {
        await using var house = await House.OpenAsync();
        var other = await house.EvaluatorAsync("Autre projet", project: "files");
        await house.OpenAsync(other, "10:00", "11:00");
        var (_, attempt) = await house.HandedInAsync();
        (await house.FreeAsync(attempt)).ShouldBeEmpty();

        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        await house.OpenAsync(mentor, "10:00", "10:30");
        (await house.FreeAsync(attempt)).Select(t => t.EvaluatorId).ShouldBe([mentor]);
    }

    [Fact]
    public async Task Both_speak_a_language_in_common()
    {
        await using var house = await House.OpenAsync();
        var evaluator = await house.EvaluatorAsync("Kim", language: "en");
        await house.OpenAsync(evaluator, "10:00", "11:00");
        var (_, attempt) = await house.HandedInAsync();

        (await house.FreeAsync(attempt)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_language_is_better_than_nobody_once_mentors_are_asked(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var kim = await house.EvaluatorAsync("Kim", language: "en");
        var (_, attempt) = await house.HandedInAsync();
        house.Academy.Clock.Advance(TimeSpan.FromHours(48));
        await house.OpenAsync(kim, "10:00", "11:00");

        (await house.FreeAsync(attempt)).ShouldAllBe(t => t.EvaluatorId == kim);
        (await house.FreeAsync(attempt)).ShouldNotBeEmpty();

        var ines = await house.EvaluatorAsync("Inès Garnier");
        await house.OpenAsync(ines, "10:00", "11:00");
        (await house.FreeAsync(attempt)).ShouldAllBe(t => t.EvaluatorId == ines);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_who_book_at_once_do_not_exceed_the_cap_a_day(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1, rules: "  evaluation: { slots: { perDay: 1 } }\n");
        var ines = await house.EvaluatorAsync("Inès Garnier");
        await house.OpenAsync(ines, "10:00", "12:00");
        var (first, second) = (await house.HandedInAsync(), await house.HandedInAsync());

        var booked = await Task.WhenAll(
            house.BookAsync(first.AttemptId, house.At("10:00"), first.LearnerId), house.BookAsync(second.AttemptId, house.At("11:00"), second.LearnerId));

        booked.Count(b => !b.IsRefused).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_has_met_a_member_of_the_team_on_either_side_comes_last()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (met, unknown) = (await house.EvaluatorAsync("Inès Garnier"), await house.EvaluatorAsync("Kim"));
        var (learner, attempt) = await house.HandedInAsync();
        var (theirs, commit) = await house.PushedAsync(met);
        (await house.HandInAsync(theirs, commit, met)).Refusal.ShouldBeNull();
        await house.OpenDefenceAsync(theirs, evaluatorId: learner);
        await house.OpenAsync(met, "11:00", "11:30");
        await house.OpenAsync(unknown, "11:00", "11:30");

        (await house.FreeAsync(attempt)).ToDictionary(t => t.EvaluatorId, t => t.HaveMet).ShouldBe(
            new Dictionary<Guid, bool> { [met] = true, [unknown] = false }, ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_evaluates_the_same_work_twice()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès Garnier");
        var (learner, attempt, _) = await house.AppointmentAsync(ines);
        await house.OpenAsync(ines, "14:00", "15:00");

        (await house.BookAsync(attempt, house.At("14:00"), learner)).Refusal!.Code.ShouldBe("time-taken");
    }

    [Fact]
    public async Task An_evaluator_has_no_more_than_their_cap_a_day()
    {
        await using var house = await House.OpenAsync(rules: "  evaluation: { slots: { perDay: 2 } }\n");
        var ines = await house.EvaluatorAsync("Inès Garnier");
        await house.AppointmentAsync(ines, "10:00");
        await house.AppointmentAsync(ines, "11:00");
        await house.OpenAsync(ines, "14:00", "15:00");
        var (_, attempt) = await house.HandedInAsync();

        (await house.FreeAsync(attempt)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_time_asked_for_twice_is_booked_once()
    {
        await using var house = await House.OpenAsync();
        var (learner, attempt, id) = await house.AppointmentAsync(await house.EvaluatorAsync("Inès"));

        (await house.BookAsync(attempt, house.At("10:00"), learner)).Value.ShouldBe(id);

        (await house.WorkAsync(attempt)).Held.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_in_two_places_at_once()
    {
        await using var house = await House.OpenAsync();
        var (ines, kim) = (await house.EvaluatorAsync("Inès Garnier"), await house.EvaluatorAsync("Kim"));
        await house.OpenAsync(kim, "10:15", "10:45");
        var (learner, attempt, _) = await house.AppointmentAsync(ines, "10:00");

        (await house.BookAsync(attempt, house.At("10:15"), learner)).Refusal!.Code.ShouldBe("time-taken");
    }

    [Fact]
    public async Task A_time_too_near_cannot_be_booked()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès Garnier");
        await house.OpenAsync(ines, "10:00", "11:00");
        var (learner, attempt) = await house.HandedInAsync();

        house.Academy.Clock.Advance(TimeSpan.FromMinutes(45));

        (await house.BookAsync(attempt, house.At("10:00"), learner)).Refusal!.Code.ShouldBe("time-taken");
        (await house.BookAsync(attempt, house.At("10:15"), learner)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_else_cannot_book_for_a_work()
    {
        await using var house = await House.OpenAsync();
        var (_, attempt) = await house.HandedInAsync();

        (await house.BookAsync(attempt, house.At("10:00"), Guid.CreateVersion7())).Refusal!.Code.ShouldBe("unknown-work");
    }

    [Fact]
    public async Task Both_sides_are_told_without_a_name()
    {
        await using var house = await House.OpenAsync();
        var told = new List<NoticeDue>();
        var ines = await house.EvaluatorAsync("Inès Garnier");
        var (learner, _, id) = await house.AppointmentAsync(ines);

        var payloads = await house.Academy.RunAsync<AcademyDb, List<string>>(db => db.Set<Kernel.Outbox.OutboxMessage>().Select(m => m.Payload).ToListAsync());
        told.AddRange(payloads.Where(p => p.Contains($"booked/{id}", StringComparison.Ordinal)).Select(p => System.Text.Json.JsonSerializer.Deserialize<NoticeDue>(p)!));

        told.Select(n => n.PersonId).Distinct().ShouldBe([learner, ines], ignoreOrder: true);
        payloads.ShouldAllBe(p => !p.Contains("Garnier") && !p.Contains("Morel"));
    }

    [Fact]
    public async Task Who_lost_a_point_pays_for_the_next_booking()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (ines, kim) = (await house.EvaluatorAsync("Inès Garnier"), await house.EvaluatorAsync("Kim"));
        var (learner, attempt, id) = await house.AppointmentAsync(ines);
        await house.OpenAsync(kim, "14:00", "15:00");
        await house.RevealAsync(id);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(70));
        await house.Academy.RunAsync<Academy.Evaluations.Absences.ReportAbsence, Kernel.Outcomes.Outcome>(r => r.RunAsync(id, ines, CancellationToken.None));
        (await house.PointsAsync(PointAccount.Of(learner))).ShouldBe(4);

        (await house.BookAsync(attempt, house.At("14:00"), learner)).Refusal.ShouldBeNull();

        (await house.PointsAsync(PointAccount.Of(learner))).ShouldBe(3);
        await house.CheckPointsAsync();
    }
}
