using Academy.Contracts;
using Academy.Contracts.Curriculum;

namespace Academy.Grading.Tests;

/// <summary>Plans and files for gradings.</summary>
internal static class Given
{
    public static GradingLimits Limits { get; } = new(Seconds: 5, BuildSeconds: 10, MemoryMb: 64, OutputKb: 64, Processes: 32, DiskMb: 8);

    public static GradingPlan IoPlan(params GradedTest[] tests) => new(
        GradingMode.Io, "shell", null, ["bash", "main.sh"], ReportFormat.ExitCode, Limits, null, tests);

    public static GradedTest IoTest(
        string id, string? stdout = null, decimal points = 1, string[]? args = null, string stdin = "", int? exitCode = 0,
        Comparison compare = Comparison.Lines, Dictionary<string, string>? files = null, Dictionary<string, string>? expectedFiles = null,
        double? seconds = null) =>
        new(id, Text.Of(id), points, null, null, args ?? [], stdin, files ?? [], seconds,
            new Expectation(stdout, compare, exitCode, expectedFiles ?? []), null);

    public static GradedTest CommandTest(string id, params string[] run) =>
        new(id, Text.Of(id), 1, null, run, [], "", new Dictionary<string, string>(), null, null, null);

    public static GradedTest CaseTest(string id, string name) =>
        new(id, Text.Of(id), 1, null, null, [], "", new Dictionary<string, string>(), null, null, name);

    public static GradedTest Check(string id, StaticCheck check) =>
        new(id, Text.Of(id), 1, null, null, [], "", new Dictionary<string, string>(), null, null, null) { Check = check };
}
