using Academy.Contracts.Evaluations;
using Academy.Evaluations.Absences;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Points;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Evaluations.Tests.Points;

/// <summary>What a team's evaluations cost is shared by its members, in turn.</summary>
public sealed class TeamPointsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_member_pays_their_part_and_is_told(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 3);
        var (sacha, ines) = (await house.PersonAsync("Sacha Morel"), await house.PersonAsync("Inès Garnier"));
        var (attempt, commit) = await house.TeamPushedAsync(sacha, ines);

        (await house.HandInAsync(attempt, commit, sacha)).Refusal.ShouldBeNull();

        (await house.PointsAsync(PointAccount.Of(sacha)), await house.PointsAsync(PointAccount.Of(ines))).ShouldBe((3, 4));
        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(3);
        await house.CheckPointsAsync();
        (await house.ToldAsync("Your team has handed in “{0}”")).ShouldBe([ines]);
    }

    [Fact]
    public async Task Together_they_need_enough_and_nobody_pays_when_they_have_not()
    {
        await using var house = await House.OpenAsync(peers: 5, rules: "  evaluation: { points: { start: 2 } }\n");
        var (sacha, ines) = (await house.PersonAsync("Sacha Morel"), await house.PersonAsync("Inès Garnier"));
        var (attempt, commit) = await house.TeamPushedAsync(sacha, ines);

        var refusal = (await house.HandInAsync(attempt, commit, sacha)).Refusal!;

        (refusal.Code, refusal.Args[0], refusal.Args[1]).ShouldBe(("team-has-not-enough-points", 5, 4));
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<LedgerEntry>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_team_that_has_become_too_small_is_told_what_to_do()
    {
        await using var house = await House.OpenAsync();
        var sacha = await house.PersonAsync("Sacha Morel");
        var (attempt, commit) = await house.TeamPushedAsync(sacha);

        var refusal = (await house.HandInAsync(attempt, commit, sacha)).Refusal!;

        (refusal.Code, refusal.Args[0], refusal.Args[1]).ShouldBe(("team-too-small", 2, 1));
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<Work>().AnyAsync())).ShouldBeFalse();
        (await house.Academy.RunAsync<ReadWork, WorkView?>(r => r.FindAsync(attempt, sacha, CancellationToken.None)))!.Lacks.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_nobody_earned_goes_back_to_whoever_paid(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 3);
        var (sacha, ines) = (await house.PersonAsync("Sacha Morel"), await house.PersonAsync("Inès Garnier"));
        var (attempt, commit) = await house.TeamPushedAsync(sacha, ines);
        (await house.HandInAsync(attempt, commit, sacha)).Refusal.ShouldBeNull();

        await house.Academy.PublishAsync(
            new WorkEvaluated(attempt, "files", house.Release.Id, new Dictionary<Guid, int> { [sacha] = 90, [ines] = 90 }, 0, house.Now));

        (await house.PointsAsync(PointAccount.Of(sacha)), await house.PointsAsync(PointAccount.Of(ines))).ShouldBe((5, 5));
        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(0);
        await house.CheckPointsAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lost_point_is_paid_anew_by_whose_turn_it_is(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var lou = await house.EvaluatorAsync("Lou Petit", project: "files");
        var (sacha, ines) = (await house.PersonAsync("Sacha Morel"), await house.PersonAsync("Inès Garnier"));
        var (attempt, commit) = await house.TeamPushedAsync(sacha, ines);
        (await house.HandInAsync(attempt, commit, sacha)).Refusal.ShouldBeNull();
        await house.OpenAsync(lou, "10:00", "10:30");
        var booked = await house.BookAsync(attempt, house.At("10:00"), sacha);
        await house.RevealAsync(booked.Value);
        house.Academy.Clock.Advance(house.At("10:06") - house.Now);
        (await house.Academy.RunAsync<ReportAbsence, Outcome>(r => r.RunAsync(booked.Value, lou, CancellationToken.None))).Refusal.ShouldBeNull();

        await house.OpenAsync(lou, "11:00", "11:30");
        (await house.Academy.RunAsync<SearchEvaluator, Outcome>(s => s.RunAsync(attempt, true, sacha, CancellationToken.None))).Refusal.ShouldBeNull();
        (await house.Academy.RunAsync<MatchWaiting, int>(m => m.RunAsync(CancellationToken.None))).ShouldBe(1);

        (await house.PointsAsync(PointAccount.Of(sacha)), await house.PointsAsync(PointAccount.Of(ines))).ShouldBe((4, 4));
        await house.CheckPointsAsync();
    }
}
