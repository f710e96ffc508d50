using System.Text.RegularExpressions;
using Academy.Contracts.Curriculum;

namespace Academy.Cli.Importing;

/// <summary>How the exercises of one Exercism track are run in our sandbox.</summary>
/// <param name="Image">The grading image.</param>
/// <param name="Build">Runs once before the tests; null when nothing is built.</param>
/// <param name="Report">What the tests write.</param>
/// <param name="ReportFile">Where.</param>
/// <param name="Runners">Files of ours that are laid beside the tests.</param>
/// <param name="Seconds">Limit of the whole test command.</param>
/// <param name="MemoryMb">Limit of the container.</param>
internal sealed partial record ExercismLanguage(
    string Image, IReadOnlyList<string>? Build, ReportFormat Report, string ReportFile, IReadOnlyList<string> Runners, int Seconds, int MemoryMb)
{
    private static readonly Dictionary<string, ExercismLanguage> Known = new()
    {
        ["bash"] = new("shell", null, ReportFormat.Tap, "/report/report.tap", [], 60, 128),
        ["c"] = new("c", ["make", "tests.out"], ReportFormat.Tap, "/report/report.tap", ["exercism-c.sh"], 20, 128),
        ["python"] = new("python", null, ReportFormat.JUnit, "/report/junit.xml", [], 30, 256),
        ["javascript"] = new("node", null, ReportFormat.Ctrf, "/report/ctrf.json", ["exercism-jest.config.cjs", "exercism-ctrf.cjs"], 60, 512),
    };

    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>Null for a track that cannot be imported.</summary>
    public static ExercismLanguage? Of(string track) => Known.GetValueOrDefault(track);

    /// <summary>The command that runs these test files and writes the report.</summary>
    public IReadOnlyList<string> Run(IReadOnlyList<string> tests) => Image switch
    {
        "shell" => ["env", "BATS_RUN_SKIPPED=true", "bats", "--report-formatter", "tap", "--output", "/report", .. tests],
        "c" => ["sh", "exercism-c.sh"],
        "python" => ["python3", "-m", "pytest", "-q", "-p", "no:cacheprovider", $"--junitxml={ReportFile}", .. tests.Where(t => t.EndsWith("_test.py", StringComparison.Ordinal))],
        _ => ["node", "/node_modules/jest/bin/jest.js", "--runInBand", "--ci", "--config", "exercism-jest.config.cjs"],
    };

    /// <summary>All but the first test of an exercise are marked to be skipped, for learners who work test by test.</summary>
    public string Unskip(string tests) => Image switch
    {
        "c" => IgnoredInC().Replace(tests, ""),
        "python" => SkippedInPython().Replace(tests, ""),
        "node" => SkippedInJavaScript().Replace(tests, "$1$2("),
        _ => tests, // bats is told so when it runs
    };

    [GeneratedRegex(@"^[ \t]*TEST_IGNORE(_MESSAGE)?\([^\n]*\);[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex IgnoredInC();

    [GeneratedRegex(@"^[ \t]*@(unittest\.skip|pytest\.mark\.skip)[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex SkippedInPython();

    [GeneratedRegex(@"\b(?:x(test|it|describe)|(test|it|describe)\.skip)\(")]
    private static partial Regex SkippedInJavaScript();
}
