using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Progress.Pace;

namespace Academy.Progress.Tests;

public sealed class ProjectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Somebody_who_has_just_begun_has_the_dates_of_the_hours_they_chose()
    {
        var plan = Projection.Compute([Project(20), Project(10)], Facts(chosen: 10, begunDaysAgo: 3), Now);

        plan.WeeklyHours.ShouldBe(10);
        plan.Dates.Select(d => d.At).ShouldBe([Now.AddDays(14), Now.AddDays(21)]);
        plan.EndAt.ShouldBe(Now.AddDays(21));
    }

    [Fact]
    public void What_was_really_done_lately_is_half_of_the_pace()
    {
        var slow = Facts(10, 100) with { Validated = [(Now.AddDays(-10), 24)] };
        var idle = Facts(10, 100);
        var fast = Facts(10, 100) with { Validated = [(Now.AddDays(-1), 1000)] };

        Projection.WeeklyHours(slow, Now).ShouldBe(7);   // 24 h in 6 weeks are 4 a week
        Projection.WeeklyHours(idle, Now).ShouldBe(5);
        Projection.WeeklyHours(fast, Now).ShouldBe(15);  // at most twice what was chosen counts
    }

    [Fact]
    public void Days_of_a_pause_count_neither_way()
    {
        var facts = Facts(10, 100) with { Validated = [(Now.AddDays(-25), 30)], Freezes = [new(Now.AddDays(-21), Now)] };

        Projection.WeeklyHours(facts, Now).ShouldBe(10);  // 30 h in the 3 weeks that were not paused
    }

    [Fact]
    public void A_pause_until_a_day_moves_all_dates_to_after_it()
    {
        var facts = Facts(10, 3) with { Freezes = [new(Now, Now.AddDays(10))] };

        Projection.Compute([Project(10)], facts, Now).EndAt.ShouldBe(Now.AddDays(17));
    }

    [Fact]
    public void A_pause_without_an_end_leaves_no_date()
    {
        var plan = Projection.Compute([Project(10)], Facts(10, 3) with { Freezes = [new(Now.AddDays(-1), null)] }, Now);

        (plan.EndAt, plan.Dates.Count).ShouldBe((null, 0));
    }

    [Fact]
    public void Work_on_a_project_that_was_begun_is_counted_but_never_all_of_it()
    {
        var halfway = Projection.Compute([Project(20, Now.AddDays(-7))], Facts(10, 10), Now);
        var longAgo = Projection.Compute([Project(20, Now.AddDays(-300))], Facts(10, 10), Now);

        halfway.EndAt.ShouldBe(Now.AddDays(7));
        longAgo.EndAt!.Value.ShouldBe(Now.AddDays(2.8), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void When_all_is_done_there_is_no_date() => Projection.Compute([], Facts(10, 10), Now).EndAt.ShouldBeNull();

    private static PaceFacts Facts(int chosen, int begunDaysAgo) => new(chosen, Now.AddDays(-begunDaysAgo), [], []);

    private static RemainingProject Project(int hours, DateTimeOffset? begun = null) => new(
        new Project("p", Text.Of("P"), Text.Of("P"), 100, hours, new Dictionary<string, int>(), null!, "/tmp"), begun);
}
