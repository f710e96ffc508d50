using Academy.Evaluations.Marks;

namespace Academy.Evaluations.Tests.Marks;

public sealed class MarkingTests
{
    private static readonly MarkRules Rules = new();
    private static readonly Criterion[] Criteria = [new("works", 3), new("explains", 1)];

    [Fact]
    public void A_mark_is_the_weighed_median_of_each_criterion() =>
        MarkOf(Sheet(1, 0.2), Sheet(0.9, 0.4), Sheet(0.8, 1)).ShouldBe(new Mark(77.5, MarkState.Final)); // (3 × 0.9 + 1 × 0.4) / 4

    [Fact]
    public void Two_evaluators_meet_in_the_middle() => MarkOf(Sheet(1, 0.8), Sheet(0.8, 1)).ShouldBe(new Mark(90, MarkState.Final));

    [Theory]
    [InlineData(0.80, MarkState.Final)]
    [InlineData(0.79, MarkState.NeedsMentor)]
    public void More_than_twenty_points_apart_a_mentor_looks_as_well(double other, object state) =>
        MarkOf(Sheet(1, 1), Sheet(other, other)).State.ShouldBe(state);

    [Fact]
    public void Nobody_looks_after_the_mentor() =>
        MarkOf(Sheet(1, 1), Sheet(0.2, 0.2), Sheet(0.9, 0.9) with { ByMentor = true }).ShouldBe(new Mark(90, MarkState.Final));

    [Fact]
    public void A_flag_that_zeroes_makes_this_evaluators_points_zero_and_a_mentor_looks() =>
        MarkOf(Sheet(1, 1), Sheet(1, 1) with { Flags = ["crash"] }).ShouldBe(new Mark(50, MarkState.NeedsMentor));

    [Fact]
    public void A_flag_that_stops_makes_the_evaluation_count_for_nothing()
    {
        MarkOf(Sheet(1, 1), Sheet(0, 0) with { Flags = ["concerning-situation"] }).ShouldBe(new Mark(100, MarkState.Final));
        MarkOf(Sheet(0, 0) with { Flags = ["concerning-situation"] }).ShouldBe(new Mark(null, MarkState.Missing));
    }

    [Fact]
    public void Cheating_is_for_a_trainer_to_decide() =>
        MarkOf(Sheet(1, 1), Sheet(0, 0) with { Flags = ["cheat", "crash"] }).ShouldBe(new Mark(100, MarkState.Held));

    [Fact]
    public void A_flag_that_only_says_something_changes_nothing() =>
        MarkOf(Sheet(1, 1) with { Flags = ["outstanding"] }).ShouldBe(new Mark(100, MarkState.Final));

    [Fact]
    public void Nothing_is_no_mark() => MarkOf().ShouldBe(new Mark(null, MarkState.Missing));

    [Fact]
    public void A_criterion_that_one_left_open_is_the_others_word() =>
        MarkOf(new Sheet(Guid.Empty, new Dictionary<string, double> { ["works"] = 1 }), Sheet(0.8, 0.6)).Points.ShouldBe((3 * 90 + 60) / 4.0);

    private static Mark MarkOf(params Sheet[] sheets) => Marking.MarkOf(sheets, Criteria, Rules) is var mark && mark.Points is { } points
        ? mark with { Points = Math.Round(points, 6) }
        : mark;

    private static Sheet Sheet(double works, double explains) =>
        new(Guid.Empty, new Dictionary<string, double> { ["works"] = works, ["explains"] = explains });
}
