using Academy.Evaluations.Points;

namespace Academy.Evaluations.Tests.Points;

public sealed class SharesTests
{
    private static readonly Guid Sacha = Guid.CreateVersion7(), Ines = Guid.CreateVersion7(), Lou = Guid.CreateVersion7();

    [Fact]
    public void Members_pay_in_turn_and_the_captain_begins()
    {
        var paid = Shares.Pay(4, [new(Sacha, 0, 5), new(Ines, 0, 5), new(Lou, 0, 5)]);

        paid.ShouldBe(new Dictionary<Guid, int> { [Sacha] = 2, [Ines] = 1, [Lou] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void Whoever_has_no_point_is_passed_over()
    {
        var paid = Shares.Pay(4, [new(Sacha, 0, 5), new(Ines, 0, 0), new(Lou, 0, 1)]);

        paid.ShouldBe(new Dictionary<Guid, int> { [Sacha] = 3, [Lou] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void The_next_turn_goes_on_where_the_last_one_ended()
    {
        Shares.Pay(1, [new(Sacha, 1, 5), new(Ines, 1, 5), new(Lou, 0, 5)]).Keys.ShouldBe([Lou]);
    }

    [Fact]
    public void What_comes_back_goes_to_those_who_paid_most()
    {
        Shares.GiveBack(1, [new(Sacha, 1, 0), new(Ines, 1, 0)]).Keys.ShouldBe([Ines], "the last who paid");
        Shares.GiveBack(2, [new(Sacha, 3, 0), new(Ines, 1, 0)]).ShouldBe(new Dictionary<Guid, int> { [Sacha] = 2 });
    }

    /// <summary>Whoever still has points has paid as much as anybody else, give or take one; and all that was paid can come back.</summary>
    [Fact]
    public void Nobody_pays_for_the_others_and_everything_comes_back()
    {
        var random = new Random(7);
        for (var run = 0; run < 500; run++)
        {
            List<Share> members = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new Share(Guid.CreateVersion7(), 0, random.Next(0, 8)))];
            var points = random.Next(0, members.Sum(m => m.Has) + 1);

            var paid = Shares.Pay(points, members);

            paid.Values.Sum().ShouldBe(points);
            var after = members.Select(m => m with { Paid = paid.GetValueOrDefault(m.LearnerId), Has = m.Has - paid.GetValueOrDefault(m.LearnerId) }).ToList();
            after.ShouldAllBe(m => m.Has >= 0);
            after.Where(m => m.Has > 0).ShouldAllBe(m => m.Paid >= after.Max(o => o.Paid) - 1);
            Shares.GiveBack(points, after).ShouldBe(paid, ignoreOrder: true);
        }
    }
}
