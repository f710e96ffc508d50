using Academy.Benchmarks;

// Each figure is told beside a bare reference measured in the same run: ratios travel, absolute times do not.
var all = new Dictionary<string, Func<Task>>
{
    ["grading"] = async () =>
    {
        await GradingBenchmark.RunAsync();
        await BurstBenchmark.RunAsync();
    },
    ["git"] = GitBenchmark.RunAsync,
    ["pages"] = PagesBenchmark.RunAsync,
    ["matching"] = MatchingBenchmark.RunAsync,
    ["evaluation"] = EvaluationBenchmark.RunAsync,
};
var wanted = args.Length == 0 ? [.. all.Keys] : args;
if (wanted.FirstOrDefault(name => !all.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark “{unknown}”. There are: {string.Join(", ", all.Keys)}.");
    return 2;
}

foreach (var name in wanted)
{
    Console.WriteLine($"== {name}");
    await all[name]();
}

return 0;
