using System.Diagnostics;
using System.Globalization;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Matching;

namespace Academy.Benchmarks;

/// <summary>One round of matching for a whole site, beside whoever simply serves one after the other.</summary>
internal static class MatchingBenchmark
{
    private const int Runs = 3;
    private static readonly MatchingRules Rules = EvaluationRules.Default.Matching;

    public static Task RunAsync()
    {
        Measure("enough slots", works: 10_000, slots: 30_000);
        Measure("scarce slots", works: 10_000, slots: 12_000);
        Measure("too few slots", works: 10_000, slots: 8_000);
        return Task.CompletedTask;
    }

    private static void Measure(string title, int works, int slots)
    {
        var round = new MatchingScene(works, slots, seed: 42).Make();
        Say($"-- {title}: {round.Works.Count} works wait, {round.Slots.Count} slots are open");
        Say($"{"",-24} {"time",8} {"of the CPU",11} {"served",7} {"unserved",9} {"wait: mean",11} {"p90",7} {"worst",7} {"load (Jain)",12} {"met again",10} {"circles",8} {"at night",9}");
        Show("one by one, soonest", round, () => GreedyMatcher.Solve(round, Rules, byPrice: false));
        Show("one by one, cheapest", round, () => GreedyMatcher.Solve(round, Rules, byPrice: true));
        Show("the matcher", round, () => Matcher.Solve(round, Rules, CancellationToken.None));
    }

    private static void Show(string name, MatchingRound round, Func<IReadOnlyList<Match>> solve)
    {
        IReadOnlyList<Match> matches = [];
        var (times, processor) = (new Timings(name), new Timings(name));
        for (var i = 0; i < Runs; i++)
        {
            var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            matches = solve();
            times.Add(Stopwatch.GetElapsedTime(began));
            processor.Add(Environment.CpuUsage.TotalTime - used);
        }

        var quality = new MatchingQuality(round, Rules, matches);
        Say($"{name,-24} {times.Median,5:0} ms {processor.Median,8:0} ms {quality.Served,7} {round.Works.Count - quality.Served,9} {quality.MeanWait,9:0.0} h {quality.Percentile(0.9),5:0} h {quality.Percentile(1),5:0} h {quality.Fairness,12:0.000} {quality.MetAgain,10} {quality.Circles,8} {quality.AtNight,9}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
