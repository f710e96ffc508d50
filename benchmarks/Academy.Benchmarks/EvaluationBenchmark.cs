using System.Diagnostics;
using System.Globalization;
using Academy.Evaluations.Marks;

namespace Academy.Benchmarks;

/// <summary>How far marks are from what works deserve, when evaluators are biased, lazy or in league with each other.</summary>
internal static class EvaluationBenchmark
{
    private const int Seeds = 5;
    private static readonly MarkRules Rules = new();

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
        var models = schools.Select(s => new ShadowMarks(s.Marks, Rules)).ToArray();
        var modelling = Stopwatch.GetElapsedTime(began) / Seeds;

        Say($"{"",-30} {"MAE",6} {"RMSE",6} {"wrong pass or fail",19}");
        Show("mean", schools, (_, work) => work.Sheets.Average(sheet => Points(schools[0], sheet)));
        Show("median of each criterion", schools, (_, work) => Points(schools[0], [.. work.Sheets]));
        Show("the same, and a mentor's third", schools, (_, work) => WithMentor(schools[0], work));
        Show("model: bias and spread", schools, (school, work) => models[Array.IndexOf(schools, school)].PointsOfWorks[work.Id]);
        var asked = schools.Average(s => s.Works.Count(w => Marking.MarkOf(w.Sheets, s.Criteria, Rules).State == MarkState.NeedsMentor) / (double)s.Works.Count);
        Say($"a mentor is asked for {asked:P1} of the works; the model takes {modelling.TotalMilliseconds:0} ms a school");
        ShowCollusion(schools, models);
    }

    private static double WithMentor(EvaluatedSchool school, EvaluatedSchool.Work work) =>
        Marking.MarkOf(work.Sheets, school.Criteria, Rules).State == MarkState.NeedsMentor
            ? Points(school, [.. work.Sheets, work.Mentor])
            : Points(school, [.. work.Sheets]);

    private static double Points(EvaluatedSchool school, params Sheet[] sheets) => Marking.PointsOf(sheets, school.Criteria, Rules)!.Value;

    private static void Show(string name, EvaluatedSchool[] schools, Func<EvaluatedSchool, EvaluatedSchool.Work, double> mark)
    {
        (double Off, bool Wrong)[] errors =
        [
            .. schools.SelectMany(school => school.Works.Select(work =>
            {
                var points = mark(school, work);
                return (points - work.Truth, points >= Rules.PassMark != work.Truth >= Rules.PassMark);
            })),
        ];
        var (mae, rmse) = (errors.Average(e => Math.Abs(e.Off)), Math.Sqrt(errors.Average(e => e.Off * e.Off)));
        Say($"{name,-30} {mae,6:0.00} {rmse,6:0.00} {errors.Count(e => e.Wrong) / (double)errors.Length,19:P1}");
    }

    private static void ShowCollusion(EvaluatedSchool[] schools, ShadowMarks[] models)
    {
        var (planted, found, alarms) = (0, 0, 0);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < schools.Length; i++)
        {
            var suspects = Collusion.Find(models[i], new()).Select(s => s.People.ToHashSet()).ToArray();
            planted += schools[i].Circles.Count;
            found += schools[i].Circles.Count(circle => suspects.Any(s => s.SetEquals(circle)));
            alarms += suspects.Count(s => !schools[i].Circles.Any(s.SetEquals));
        }

        Say($"circles in league: {found} of {planted} found, {alarms} false alarms, {Stopwatch.GetElapsedTime(began).TotalMilliseconds / Seeds:0} ms a school");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
