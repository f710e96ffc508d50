using Academy.Evaluations.Feedback;
using Academy.Evaluations.Pages.Trends;
using Academy.Evaluations.Trends;

namespace Academy.Evaluations.Tests.Marks;

public sealed class TrendTests
{
    [Fact]
    public void Months_with_too_few_evaluations_are_joined_with_the_next_or_the_last_with_the_one_before()
    {
        var periods = Trend.PeriodsOf([Given(1), Given(1), Given(2), Given(3), Given(3), Given(3), Given(4)]);

        periods.Select(p => (p.From.Month, p.To.Month, p.Evaluations)).ShouldBe([(1, 2, 3), (3, 4, 4)]);
    }

    [Fact]
    public void What_fewer_than_three_have_said_is_not_told()
    {
        var few = Trend.PeriodsOf([Given(1, 5, 4), Given(1, -2, 5), Given(1)]).Single();
        (few.Difference, few.Kind, few.Feedback).ShouldBe((null, null, null));

        var enough = Trend.PeriodsOf([Given(1, 5, 4), Given(1, -2, 5), Given(1, 3, 3)]).Single();
        (enough.Difference, enough.Kind, enough.Feedback).ShouldBe((2, 4, 4));
    }

    [Fact]
    public void Bars_go_up_and_down_from_the_line_and_stay_in_the_chart()
    {
        var bars = new Bars("b", "", [5, -5, 40, 0], -10, 10);

        bars.Line.ShouldBe(Bars.Height / 2);
        bars.Bar(5).ShouldBe((31, 29));
        bars.Bar(-5).ShouldBe((60, 29));
        bars.Bar(40).Top.ShouldBe(2);
        bars.Bar(0).Height.ShouldBeGreaterThan(0);
        new Bars("b", "", [5], 0, 5).Bar(5).ShouldBe((2, Bars.Height - 4));
    }

    private static Given Given(int month, double? difference = null, int? feedback = null)
    {
        var said = new GivenFeedback(Guid.Empty, Guid.Empty, Guid.Empty);
        if (feedback is { } n) said.Say(n, n, n, null, default);
        return new Given(new DateOnly(2026, month, 10), difference, feedback is null ? [] : [said]);
    }
}
