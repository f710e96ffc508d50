using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>grader/tests.yml: the tests, in the order in which they run.</summary>
internal sealed class TestsFile(ProjectContext context, GradingMode mode, ReportFormat report, bool hasRun)
{
    private static readonly Dictionary<string, TestVisibility> Visibilities = new()
    {
        ["always"] = TestVisibility.Always,
        ["afterPassing"] = TestVisibility.AfterPassing,
        ["afterDeadline"] = TestVisibility.AfterDeadline,
        ["never"] = TestVisibility.Never,
    };

    // These have one result for all tests together.
    private static readonly ReportFormat[] HaveWhole = [ReportFormat.Exercism, ReportFormat.Gradescope, ReportFormat.PrairieLearn];

    private readonly HashSet<string> _ids = [];
    private readonly HashSet<string> _cases = [];

    public static IReadOnlyList<GradedTest> Read(ProjectContext context, GradingMode mode, ReportFormat report, bool hasRun)
    {
        if (YamlSource.Open(context.Files, $"{context.Folder}/grader/tests.yml", context.Languages, context.Errors) is not { } map) return [];
        var file = new TestsFile(context, mode, report, hasRun);
        var tests = map.Required("tests")?.Items(1, 500).Select(file.ReadTest).OfType<GradedTest>().ToList() ?? [];
        if (tests.Count > 0 && tests.All(t => t.IsBonus)) map.Source.Add(map.Line, "Every test is a bonus: there must be one that is not, so that there are points to earn.");
        map.Finish();
        return tests;
    }

    private bool IsIo => mode == GradingMode.Io;

    private bool HasReport => !IsIo && report != ReportFormat.ExitCode;

    private GradedTest? ReadTest(YamlValue value)
    {
        if (value.Map() is not { } map) return null;
        var id = map.Required("id")?.Slug();
        if (id is not null && !_ids.Add(id)) map.Source.Add(map.Line, "Two tests have the id `{0}`.", id);
        var name = map.Required("name")?.Text(200);
        var points = map.Optional("points")?.Number(0.01m, 1000) ?? 1;
        var isBonus = map.Optional("bonus")?.Bool() ?? false;
        var visibility = ReadVisibility(map);
        var hint = map.Optional("hint")?.Text(4000);
        var hintAfter = ReadHintAfter(map, hasHint: hint is not null);
        var message = map.Optional("message")?.Text(4000);

        var check = StaticCheckPart.Read(map);
        var run = check is null ? ReadRun(map) : null;
        var seconds = ReadSeconds(map, check);
        var caseName = check is null ? ReadCase(map) : null;
        var io = check is not null ? StaticCheckPart.RefuseTheRest(map) : IsIo ? IoTest.Read(map, context) : IoTest.Refuse(map);
        map.Finish();
        return id is null || name is null
            ? null
            : new GradedTest(id, name, points, hint, run, io.Args, io.Stdin, io.Files, seconds, io.Expect, caseName)
            {
                IsBonus = isBonus,
                Visibility = visibility,
                HintAfter = hintAfter,
                Message = message,
                Check = check,
            };
    }

    private TestVisibility ReadVisibility(YamlMap map)
    {
        if (map.Optional("visibility") is not { } value) return TestVisibility.Always;
        var visibility = Visibilities.GetValueOrDefault(value.OneOf(Visibilities.Keys));
        if (visibility == TestVisibility.AfterDeadline && !context.IsExam)
            value.Source.Add(value.Line, "`visibility: afterDeadline` needs `exam` in project.yml: without it there is no deadline.");
        return visibility;
    }

    private static int ReadHintAfter(YamlMap map, bool hasHint)
    {
        if (map.Optional("hintAfter") is not { } value) return 0;
        if (!hasHint) value.Source.Add(value.Line, "`hintAfter` needs a `hint`.");
        return value.Int(0, 100);
    }

    private double? ReadSeconds(YamlMap map, StaticCheck? check)
    {
        if (check is not null ? check.Norm is not null : !HasReport) return (double?)map.Optional("seconds")?.Number(0.1m, 300);
        map.Misplaced("seconds", check is not null
            ? "`{0}` belongs to tests that run something."
            : "One command runs all tests: write `limits: {{ {0}: … }}` in project.yml.");
        return null;
    }

    private IReadOnlyList<string>? ReadRun(YamlMap map)
    {
        if (HasReport)
        {
            map.Misplaced("run", "With a report, one `{0}` in project.yml runs all tests.");
            return null;
        }

        if (!IsIo) return map.Required("run")?.Command();
        var run = map.Optional("run")?.Command();
        if (run is null && !hasRun) map.Source.Add(map.Line, "Nothing runs: this test has no `run`, and neither has project.yml.");
        return run;
    }

    private string? ReadCase(YamlMap map)
    {
        if (!HasReport)
        {
            map.Misplaced("case", "`{0}` belongs to the modes judge and unit with a report.");
            return null;
        }

        if (map.Required("case") is not { } value) return null;
        var name = value.String(1000);
        if (!_cases.Add(name)) value.Source.Add(value.Line, "Two tests have the case `{0}`.", name);
        if (name == GradingPlan.WholeReport && !HaveWhole.Contains(report))
            value.Source.Add(value.Line, "`case: \"*\"`, the whole report, belongs to the reports exercism, gradescope and prairielearn.");
        return name;
    }
}
