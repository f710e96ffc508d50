using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Tests.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Testing;

namespace Academy.Evaluations.Tests.Absences;

/// <summary>The staff takes back what a rule did.</summary>
public sealed class UndoIncidentTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Staff_takes_a_decision_back_once_and_points_return(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (ines, mentor) = (await house.EvaluatorAsync("Inès"), await house.PersonAsync("Yanis", Role.Mentor));
        var (_, attempt, id) = await house.AppointmentAsync(ines);
        await house.RevealAsync(id);
        house.Academy.Clock.Advance(TimeSpan.FromHours(26));
        await house.ReplaceAsync();
        var incident = await house.IncidentAsync();

        (await house.UndoAsync(incident, mentor)).Refusal.ShouldBeNull();
        (await house.UndoAsync(incident, mentor)).Refusal!.Code.ShouldBe("already-undone");
        await house.ReplaceAsync();

        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(5);
        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.UnderWay, "it can still be handed in");
        (await house.WorkAsync(attempt)).Missing.ShouldBe(1);
        await house.CheckPointsAsync();
    }

    [Fact]
    public async Task What_was_spent_meanwhile_is_made_up_for_by_nobody_else()
    {
        await using var house = await House.OpenAsync(peers: 5, rules: "  evaluation: { points: { start: 5, cap: 5 } }\n");
        var ines = await house.EvaluatorAsync("Inès");
        var (_, attempt, id) = await house.AppointmentAsync(ines);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(66));
        await house.ReportAsync(id, ines);
        (await house.PointsAsync(PointAccount.Pool)).ShouldBe(1, "Inès is at the cap, so her point went on");
        var incident = await house.IncidentAsync();

        await house.UndoAsync(incident, Guid.CreateVersion7());

        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(5);
        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(5);
        await house.CheckPointsAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Points_return_though_the_learner_has_booked_the_same_person_again(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, attempt, id) = await house.AppointmentAsync(ines);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(66));
        (await house.ReportAsync(id, ines)).Refusal.ShouldBeNull();
        await house.OpenAsync(ines, "20:00", "20:30");
        (await house.BookAsync(attempt, house.At("20:00"), learner)).Refusal.ShouldBeNull();

        (await house.UndoAsync(await house.IncidentAsync(), Guid.CreateVersion7())).Refusal.ShouldBeNull();

        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.NoShow, "their new appointment stands");
        await house.CheckPointsAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_brought_back_and_stays_silent_is_replaced_without_a_second_penalty(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (ines, mentor) = (await house.EvaluatorAsync("Inès"), await house.PersonAsync("Yanis", Role.Mentor));
        var (_, attempt, id) = await house.AppointmentAsync(ines);
        await house.RevealAsync(id);
        house.Academy.Clock.Advance(TimeSpan.FromHours(26));
        await house.ReplaceAsync();
        (await house.UndoAsync(await house.IncidentAsync(), mentor)).Refusal.ShouldBeNull();

        house.Academy.Clock.Advance(TimeSpan.FromHours(23));
        await house.ReplaceAsync();
        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.UnderWay, "a day to hand it in, from the day it was brought back");
        house.Academy.Clock.Advance(TimeSpan.FromHours(1));
        await house.ReplaceAsync();

        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.Replaced);
        (await house.WorkAsync(attempt)).Missing.ShouldBe(2);
        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(5);
        await house.CheckPointsAsync();
    }

    [Fact]
    public async Task Nobody_takes_back_what_counts_against_themselves()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        var (learner, _, id) = await house.AppointmentAsync(mentor);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(66));
        (await house.ReportAsync(id, learner)).Refusal.ShouldBeNull();

        (await house.UndoAsync(await house.IncidentAsync(), mentor)).Refusal!.Code.ShouldBe("own-incident");
    }

    [Fact]
    public async Task The_place_of_a_mentor_is_not_given_back_to_a_peer()
    {
        await using var house = await House.OpenAsync(peers: 2);
        var (ines, mentor) = (await house.EvaluatorAsync("Inès"), await house.PersonAsync("Yanis", Role.Mentor));
        var (_, attempt, id) = await house.AppointmentAsync(ines);
        await house.RevealAsync(id);
        house.Academy.Clock.Advance(TimeSpan.FromHours(26));
        await house.ReplaceAsync();
        await house.EvaluateAsync(attempt, 1, 5);
        await house.EvaluateAsync(attempt, 0, 0);
        (await house.WorkAsync(attempt)).Missing.ShouldBe(1, "a mentor's");

        (await house.UndoAsync(await house.IncidentAsync(), mentor)).Refusal.ShouldBeNull();

        (await house.WorkAsync(attempt)).Missing.ShouldBe(1);
        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.Replaced);
        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(5);
    }
}
