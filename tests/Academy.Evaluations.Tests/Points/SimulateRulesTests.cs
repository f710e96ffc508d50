using Academy.Contracts.Curriculum;
using Academy.Evaluations.Points;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Points;

public sealed class SimulateRulesTests
{
    private static readonly PointRules Real = new(5, 1, 1, 10, 1);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_rules_of_today_give_what_there_is_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, _, id) = await house.AppointmentAsync(ines);
        await house.CompleteAsync(id);
        await house.Academy.DeliverAsync();
        var before = await house.Academy.RunAsync<AcademyDb, int>(db => db.Set<LedgerEntry>().CountAsync());

        var (now, then) = await house.Academy.RunAsync<SimulateRules, (SimulatedRules, SimulatedRules)>(
            s => s.RunAsync(Real with { Cost = 6 }, CancellationToken.None));

        (now.Learners, now.HadToWait, now.Average).ShouldBe((2, 0, 5m), "one has 4, the other 6");
        (then.HadToWait, then.Waits, then.AtZero).ShouldBe((1, 1, 1), "six points for one who has five");
        (await house.Academy.RunAsync<AcademyDb, int>(db => db.Set<LedgerEntry>().CountAsync())).ShouldBe(before);
        (await house.PointsAsync(PointAccount.Of(learner))).ShouldBe(4);
    }

    [Fact]
    public void A_lower_cap_fills_the_pool_and_the_pool_gives_on_mondays()
    {
        var monday = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        string rich = PointAccount.Of(Guid.CreateVersion7()), poor = PointAccount.Of(Guid.CreateVersion7());
        LedgerEntry Entry(string from, string to, int points, PointReason reason, int day) =>
            new(from, to, points, new Cause(reason, Guid.CreateVersion7(), null), $"{reason}{day}{to}", monday.AddDays(day));

        var result = SimulateRules.Run(
            [
                Entry(PointAccount.Issue, rich, 5, PointReason.Welcome, 0),
                Entry(PointAccount.Issue, poor, 5, PointReason.Welcome, 0),
                Entry(poor, "work/1", 5, PointReason.HandedIn, 1),
                Entry("work/1", rich, 1, PointReason.Evaluated, 2),
                Entry("work/1", rich, 1, PointReason.Evaluated, 9),
            ],
            Real, Real with { Cap = 5 });

        result.ShouldBe(new SimulatedRules(2, 0, 0, 0, 3m, 1));
    }
}
