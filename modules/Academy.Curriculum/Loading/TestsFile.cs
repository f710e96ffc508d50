using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>grader/tests.yml: the tests, in the order in which they run.</summary>
internal sealed class TestsFile(ProjectContext context, GradingMode mode, ReportFormat report, bool hasRun)
{
    private readonly HashSet<string> _ids = [];
    private readonly HashSet<string> _cases = [];

    public static IReadOnlyList<GradedTest> Read(ProjectContext context, GradingMode mode, ReportFormat report, bool hasRun)
    {
        if (YamlSource.Open(context.Files, $"{context.Folder}/grader/tests.yml", context.Languages, context.Errors) is not { } map) return [];
        var file = new TestsFile(context, mode, report, hasRun);
        var tests = map.Required("tests")?.Items(1, 500).Select(file.ReadTest).OfType<GradedTest>().ToList() ?? [];
        map.Finish();
        return tests;
    }

    private bool IsIo => mode == GradingMode.Io;

    private GradedTest? ReadTest(YamlValue value)
    {
        if (value.Map() is not { } map) return null;
        var id = map.Required("id")?.Slug();
        if (id is not null && !_ids.Add(id)) map.Source.Add(map.Line, "Two tests have the id `{0}`.", id);
        var name = map.Required("name")?.Text(200);
        var points = map.Optional("points")?.Number(0.01m, 1000) ?? 1;
        var hint = map.Optional("hint")?.Text(4000);
        var run = ReadRun(map);
        var seconds = (double?)map.Optional("seconds")?.Number(0.1m, 300);
        var caseName = ReadCase(map);
        var io = IsIo ? IoTest.Read(map, context) : IoTest.Refuse(map);
        map.Finish();
        return id is null || name is null
            ? null
            : new GradedTest(id, name, points, hint, run, io.Args, io.Stdin, io.Files, seconds, io.Expect, caseName);
    }

    private IReadOnlyList<string>? ReadRun(YamlMap map)
    {
        if (!IsIo && report == ReportFormat.ExitCode) return map.Required("run")?.Command();
        if (!IsIo)
        {
            map.Misplaced("run", "With `report: junit` one `{0}` in project.yml runs all tests.");
            return null;
        }

        var run = map.Optional("run")?.Command();
        if (run is null && !hasRun) map.Source.Add(map.Line, "Nothing runs: this test has no `run`, and neither has project.yml.");
        return run;
    }

    private string? ReadCase(YamlMap map)
    {
        if (IsIo || report != ReportFormat.JUnit)
        {
            map.Misplaced("case", "`{0}` belongs to `report: junit`.");
            return null;
        }

        if (map.Required("case") is not { } value) return null;
        var name = value.String(1000);
        if (!_cases.Add(name)) value.Source.Add(value.Line, "Two tests have the case `{0}`.", name);
        return name;
    }
}
