using System.Diagnostics;
using System.Globalization;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Marks;

namespace Academy.Benchmarks;

/// <summary>How far marks are from what works deserve, when evaluators are biased, lazy or in league with each other.</summary>
internal static class EvaluationBenchmark
{
    private const int Seeds = 5;
    private const int PassMark = 80;
    private static readonly MarkRules Rules = EvaluationRules.Default.Marks;

    public static Task RunAsync()
    {
        foreach (var evaluators in (int[])[2, 3])
        {
            Say($"-- {evaluators} peers evaluate each work; {Seeds} schools of 2,000 learners with 5 works each");
            Measure([.. Enumerable.Range(1, Seeds).Select(seed => new EvaluatedSchool(evaluators, seed))]);
        }

        return Task.CompletedTask;
    }

    private static void Measure(EvaluatedSchool[] schools)
    {
        var began = Stopwatch.GetTimestamp();
        var models = schools.ToDictionary(s => s, s => new ShadowMarks(s.Marks, Rules));
        var modelling = Stopwatch.GetElapsedTime(began) / Seeds;

        Say($"{"",-30} {"MAE",6} {"RMSE",6} {"wrong pass or fail",19}");
        Show("mean", schools, (school, work) => work.Given.Average(g => g.Given.Percent(school.Plan.Rubric)));
        Show("median of each criterion", schools, (school, work) => Mark(school, work, []));
        Show("the same, and a mentor's third", schools, (school, work) => Mark(school, work, NeedsThird(school, work) ? [work.Mentor] : []));
        Show("model: bias and spread", schools, (school, work) => models[school].PointsOfWorks[work.Id]);
        var asked = schools.Average(s => s.Works.Count(w => NeedsThird(s, w)) / (double)s.Works.Count);
        Say($"a mentor is asked for {asked:P1} of the works; the model takes {modelling.TotalMilliseconds:0} ms a school");
        ShowCollusion(schools, models);
    }

    /// <summary>The mark as the site gives it.</summary>
    private static int Mark(EvaluatedSchool school, EvaluatedSchool.Work work, GivenEvaluation[] further) =>
        WorkMark.Of(school.Plan, 0, [.. work.Given.Select(g => g.Given), .. further], [work.Learner])[work.Learner];

    private static bool NeedsThird(EvaluatedSchool school, EvaluatedSchool.Work work) =>
        WorkMark.NeedsThird(school.Plan, [.. work.Given.Select(g => g.Given.Percent(school.Plan.Rubric))], Rules);

    private static void Show(string name, EvaluatedSchool[] schools, Func<EvaluatedSchool, EvaluatedSchool.Work, double> mark)
    {
        (double Off, bool Wrong)[] errors =
        [
            .. schools.SelectMany(school => school.Works.Select(work =>
            {
                var points = mark(school, work);
                return (points - work.Truth, points >= PassMark != work.Truth >= PassMark);
            })),
        ];
        var (mae, rmse) = (errors.Average(e => Math.Abs(e.Off)), Math.Sqrt(errors.Average(e => e.Off * e.Off)));
        Say($"{name,-30} {mae,6:0.00} {rmse,6:0.00} {errors.Count(e => e.Wrong) / (double)errors.Length,19:P1}");
    }

    private static void ShowCollusion(EvaluatedSchool[] schools, Dictionary<EvaluatedSchool, ShadowMarks> models)
    {
        var (planted, found, alarms) = (0, 0, 0);
        var began = Stopwatch.GetTimestamp();
        foreach (var school in schools)
        {
            var suspects = Collusion.Find(models[school], Rules.Collusion).Select(s => s.People.ToHashSet()).ToArray();
            planted += school.Circles.Count;
            found += school.Circles.Count(circle => suspects.Any(s => s.SetEquals(circle)));
            alarms += suspects.Count(s => !school.Circles.Any(s.SetEquals));
        }

        Say($"circles in league: {found} of {planted} found, {alarms} false alarms, {Stopwatch.GetElapsedTime(began).TotalMilliseconds / Seeds:0} ms a school");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
