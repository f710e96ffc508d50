using Academy.Contracts.Curriculum;
using Academy.Evaluations.Marks;

namespace Academy.Evaluations.Tests.Marks;

public sealed class ShadowMarksTests
{
    private static readonly MarkRules Rules = EvaluationRules.Default.Marks;
    private readonly Random _random = new(1);

    [Fact]
    public void Half_of_what_five_calibration_works_show_is_believed()
    {
        var known = Enumerable.Range(0, 5).ToDictionary(Id, _ => 70.0);

        var marks = new ShadowMarks([.. known.Keys.Select(work => Given(work, evaluator: 900, 90))], Rules, known);

        marks.Habits[Id(900)].Bias.ShouldBe(10, 1e-9); // n/(n+k) × mean residual = 5/10 × 20
    }

    [Fact]
    public void Finds_who_is_strict_and_who_is_kind_and_takes_it_away()
    {
        // Of thirty evaluators ten are fifteen points too strict, and ten as much too kind.
        var truth = Enumerable.Range(0, 300).ToDictionary(Id, _ => 40 + (50 * _random.NextDouble()));
        GivenMark[] given = [.. truth.SelectMany(work => Some(3).Select(e => Given(work.Key, 900 + e, work.Value + (((e % 3) - 1) * 15))))];

        var marks = new ShadowMarks(given, Rules);

        marks.Habits[Id(900)].Bias.ShouldBeInRange(-18, -10);
        marks.Habits[Id(901)].Bias.ShouldBeInRange(-4, 4);
        marks.Habits[Id(902)].Bias.ShouldBeInRange(10, 18);
        Error(work => marks.PointsOfWorks[work]).ShouldBeLessThan(Error(work => given.Where(m => m.WorkId == work).Average(m => m.Points)) / 3);

        double Error(Func<Guid, double> points) => truth.Average(work => Math.Abs(points(work.Key) - work.Value));
    }

    [Fact]
    public void One_who_is_often_far_off_weighs_less()
    {
        var truth = Enumerable.Range(0, 300).ToDictionary(Id, _ => 40 + (50 * _random.NextDouble()));
        GivenMark[] given = [.. truth.SelectMany(work => Some(3).Select(e => Given(work.Key, 900 + e, e == 0 ? 100 * _random.NextDouble() : work.Value + _random.Next(-3, 4))))];

        var habits = new ShadowMarks(given, Rules).Habits;

        habits[Id(900)].Spread.ShouldBeGreaterThan(3 * Enumerable.Range(901, 29).Max(e => habits[Id(e)].Spread));
    }

    [Fact]
    public void A_circle_of_favours_is_found_and_honest_circles_are_not()
    {
        // Everybody has evaluated everybody, honestly but not exactly; three people make each other a present.
        var works = Enumerable.Range(0, 12).SelectMany(learner => Enumerable.Range(0, 4).Select(i => (Id: Id((learner * 4) + i), Learner: learner, Truth: 50 + (30 * _random.NextDouble())))).ToArray();
        GivenMark[] given =
        [
            .. from work in works
               from evaluator in Enumerable.Range(0, 12).Where(e => e != work.Learner)
               let favour = work.Learner < 3 && evaluator == (work.Learner + 1) % 3 ? 25 : 0
               select new GivenMark(work.Id, Id(900 + evaluator), [Id(900 + work.Learner)], work.Truth + favour + _random.Next(-6, 7)),
        ];

        var circles = Collusion.Find(new ShadowMarks(given, Rules), Rules.Collusion);

        circles.ShouldHaveSingleItem().People.ShouldBe([Id(900), Id(901), Id(902)], ignoreOrder: true);
        circles[0].ByChance.ShouldBeLessThan(0.01);
    }

    [Fact]
    public void How_unlikely_a_circle_is_depends_on_how_seldom_its_people_meet_by_chance()
    {
        // In a large school two people hardly ever meet; three of them do so for each of their works.
        const int People = 300;
        var works = Enumerable.Range(0, People * 4).Select(i => (Id: Id(10_000 + i), Learner: i / 4, Truth: 50 + (30 * _random.NextDouble()))).ToArray();
        GivenMark[] given =
        [
            .. from work in works
               let friend = work.Learner < 3 ? (work.Learner + 1) % 3 : -1
               let others = Enumerable.Range(0, People).Where(e => e != work.Learner && e != friend).OrderBy(_ => _random.Next()).Take(friend < 0 ? 3 : 2)
               from evaluator in friend < 0 ? others : others.Append(friend)
               select new GivenMark(work.Id, Id(evaluator), [Id(work.Learner)], work.Truth + (evaluator == friend ? 25 : 0) + _random.Next(-6, 7)),
        ];

        var circle = Collusion.Find(new ShadowMarks(given, Rules), Rules.Collusion).ShouldHaveSingleItem();

        circle.People.ShouldBe([Id(0), Id(1), Id(2)], ignoreOrder: true);
        circle.ByChance.ShouldBeInRange(double.Epsilon, 0.01);
    }

    private IEnumerable<int> Some(int count) => Enumerable.Range(0, 30).OrderBy(_ => _random.Next()).Take(count).ToArray();

    private static GivenMark Given(Guid work, int evaluator, double points) => new(work, Id(evaluator), [Guid.Empty], points);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
