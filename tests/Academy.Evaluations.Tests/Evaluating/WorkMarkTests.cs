using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Evaluating;

namespace Academy.Evaluations.Tests.Evaluating;

/// <summary>From evaluators' sheets to the mark of a work.</summary>
public sealed class WorkMarkTests
{
    private static readonly Guid Ada = Guid.CreateVersion7();
    private static readonly Criterion[] Criteria =
    [
        new("works", CriterionKind.Scale, Text.Of("Works"), null, 3),
        new("tests", CriterionKind.YesNo, Text.Of("Tests"), null, 2),
        new("reads-well", CriterionKind.Scale, Text.Of("Reads well"), null, 1),
    ];

    private readonly Random _random = new(7);

    [Fact]
    public void A_mark_is_the_weighed_median_of_each_criterion() =>
        Mark(Sheet(5, 1, 1), Sheet(3, 0, 5), Sheet(4, 1, 2)).ShouldBe(80); // (3 × 80 + 2 × 100 + 1 × 40) ÷ 6

    [Fact]
    public void Two_evaluators_meet_in_the_middle() => Mark(Sheet(5, 1, 4), Sheet(4, 1, 5)).ShouldBe(93); // (3 × 90 + 2 × 100 + 90) ÷ 6

    [Fact]
    public void The_grader_has_its_part_and_nobody_passes_by_rounding()
    {
        WorkMark.WithGrader(Plan(graderWeight: 50), 100, 59.9m).ShouldBe(79);
        WorkMark.WithGrader(Plan(graderWeight: 50), 100, 60).ShouldBe(80);
        WorkMark.WithGrader(Plan(graderWeight: 0), 100, 40).ShouldBe(40);
    }

    [Theory]
    [InlineData(EvaluationFlag.Ok, 100)]
    [InlineData(EvaluationFlag.Norm, 100)]
    [InlineData(EvaluationFlag.Crash, 100)] // it may stop there: what was answered counts
    [InlineData(EvaluationFlag.EmptyWork, 0)]
    [InlineData(EvaluationFlag.Cheat, 100)] // a trainer decides
    public void A_flag_that_sets_to_zero_does_so_whatever_was_answered(EvaluationFlag flag, int percent)
    {
        var given = Sheet(5, 1, 5, flag);

        given.Percent(Plan().Rubric).ShouldBe(percent);
        Mark(given).ShouldBe(percent);
    }

    [Fact]
    public void A_question_without_an_answer_counts_0() => Mark(Sheet(5, null, 5, EvaluationFlag.Crash)).ShouldBe(66);

    [Theory]
    [InlineData(2, new[] { 100, 80 }, false)]
    [InlineData(2, new[] { 100, 79 }, true)]
    [InlineData(3, new[] { 100, 79 }, false)] // one is still to come
    [InlineData(2, new[] { 100, 0, 100 }, false)] // nobody looks after the mentor
    [InlineData(1, new[] { 40 }, false)]
    public void More_than_twenty_points_apart_a_mentor_looks_as_well(int peers, int[] percents, bool expected) =>
        WorkMark.NeedsThird(Plan(peers), percents, EvaluationRules.Default.Marks).ShouldBe(expected);

    [Fact]
    public void Any_order_gives_the_same_and_the_mark_lies_between_the_lowest_and_the_highest_of_each_criterion()
    {
        foreach (var sheets in ManySheets())
        {
            var mark = ByPeople(sheets);

            ByPeople([.. sheets.Reverse()]).ShouldBe(mark);
            mark.ShouldBeInRange(Whole(sheets, answers => answers.Min()), Whole(sheets, answers => answers.Max()));
        }
    }

    [Fact]
    public void A_better_answer_never_lowers_a_mark()
    {
        foreach (var sheets in ManySheets())
        {
            var (before, which, criterion) = (ByPeople(sheets), _random.Next(sheets.Length), Criteria[_random.Next(Criteria.Length)]);
            var sheet = sheets[which].Sheet;
            sheets[which] = sheets[which] with
            {
                Sheet = sheet with { Answers = new Dictionary<string, Answer>(sheet.Answers) { [criterion.Id] = new(criterion.Most, "") } },
            };

            ByPeople(sheets).ShouldBeGreaterThanOrEqualTo(before);
        }
    }

    [Fact]
    public void Of_three_no_single_one_takes_the_mark_beyond_what_the_others_answer()
    {
        foreach (var sheets in ManySheets().Where(s => s.Length == 3))
        {
            GivenEvaluation[] others = [sheets[0], sheets[1]];
            foreach (var third in new[] { Sheet(0, 0, 0), Sheet(5, 1, 5), sheets[2] })
                ByPeople([.. others, third]).ShouldBeInRange(Whole(others, answers => answers.Min()), Whole(others, answers => answers.Max()));
        }
    }

    private IEnumerable<GivenEvaluation[]> ManySheets() => Enumerable.Range(0, 500).Select(_ => Enumerable.Range(0, 1 + _random.Next(4))
        .Select(_ => Sheet(_random.Next(6), _random.Next(2), _random.Next(6), _random.Next(8) == 0 ? EvaluationFlag.EmptyWork : EvaluationFlag.Ok)).ToArray());

    private static decimal Whole(GivenEvaluation[] sheets, Func<IEnumerable<decimal>, decimal> of) =>
        Criteria.Sum(c => c.Weight * of(sheets.Select(s => s.PercentOf(c)))) / Criteria.Sum(c => c.Weight);

    private static decimal ByPeople(GivenEvaluation[] sheets) => WorkMark.ByPeople(Plan().Rubric, sheets);

    private static int Mark(params GivenEvaluation[] sheets) => WorkMark.Of(Plan(graderWeight: 0), 100, sheets, [Ada])[Ada];

    private static EvaluationPlan Plan(int peers = 2, int graderWeight = 0) =>
        new(peers, 30, graderWeight, new Rubric(null, [new(Text.Of("The work"), null, Criteria)], [EvaluationFlag.Ok], []));

    private static GivenEvaluation Sheet(int? works, int? tests, int? readsWell, EvaluationFlag flag = EvaluationFlag.Ok) => GivenEvaluation.Of(
        new Sheet(new Dictionary<string, Answer> { ["works"] = new(works, ""), ["tests"] = new(tests, ""), ["reads-well"] = new(readsWell, "") }, flag, "", []),
        EvaluationRules.Default);
}
