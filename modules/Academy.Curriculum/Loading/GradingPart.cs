using System.Text.RegularExpressions;
using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>The part `grading` of project.yml, and grader/tests.yml.</summary>
internal static partial class GradingPart
{
    private static readonly string[] Modes = ["io", "judge", "unit"];

    public static GradingPlan Read(YamlMap map, ProjectContext context)
    {
        var mode = map.Required("mode")?.OneOf(Modes) switch
        {
            "judge" => GradingMode.Judge,
            "unit" => GradingMode.Unit,
            _ => GradingMode.Io,
        };
        var image = ReadImage(map, context);
        var build = map.Optional("build")?.Command();
        var report = ReportPart.Read(map, mode);
        var run = ReadRun(map, mode, report.Format);
        var judge = ReadJudge(map, mode, context);
        var limits = ReadLimits(map.Optional("limits")?.Map());
        map.Finish();

        var files = context.Files.HasFolder($"{context.Folder}/grader/files") ? context.FolderOnDisk("grader", "files") : null;
        var tests = TestsFile.Read(context, mode, report.Format, hasRun: run.Count > 0);
        return new GradingPlan(mode, image, build, run, report.Format, limits, files, tests) { Judge = judge, ReportFile = report.File };
    }

    /// <summary>An image of this academy, or one that a trainer has built: that one has a "/" or ":" in its name.</summary>
    private static string ReadImage(YamlMap map, ProjectContext context)
    {
        if (map.Required("image") is not { } value) return "";
        var name = value.String(255);
        if (!name.AsSpan().ContainsAny('/', ':')) return value.OneOf(context.Images);

        if (!ImagePattern().IsMatch(name)) value.Source.Add(value.Line, "`{0}`: \"{1}\" is not the name of a Docker image, such as registry.example.org/school/java:21.", value.Key, name);
        return name;
    }

    private static IReadOnlyList<string> ReadRun(YamlMap map, GradingMode mode, ReportFormat report)
    {
        if (mode == GradingMode.Io) return map.Optional("run")?.Command() ?? [];
        if (mode == GradingMode.Judge || report != ReportFormat.ExitCode) return map.Required("run")?.Command() ?? [];
        map.Misplaced("run", "With `report: exitCode` each test in tests.yml has its own `{0}`.");
        return [];
    }

    private static JudgePlan? ReadJudge(YamlMap map, GradingMode mode, ProjectContext context)
    {
        if (mode != GradingMode.Judge)
        {
            map.Misplaced("judge", "`{0}` belongs to mode judge.");
            return null;
        }

        if (map.Required("judge")?.Map() is not { } judge) return null;
        var image = ReadImage(judge, context);
        var run = judge.Required("run")?.Command() ?? [];
        var ready = judge.Required("ready")?.Map();
        var port = ready?.Required("port")?.Int(1, 65_535) ?? 1;
        var path = ready?.Optional("path") is { } where ? ReadPath(where) : null;
        var seconds = (double)(ready?.Optional("seconds")?.Number(0.1m, 120) ?? 10);
        ready?.Finish();
        judge.Finish();
        return new JudgePlan(image, run, port, path, seconds);
    }

    private static string ReadPath(YamlValue value)
    {
        var path = value.String(500);
        if (!PathPattern().IsMatch(path)) value.Source.Add(value.Line, "`{0}` must be the path of an address: it begins with / and has no spaces.", value.Key);
        return path;
    }

    private static GradingLimits ReadLimits(YamlMap? map)
    {
        var limits = new GradingLimits(
            Seconds: (double)(map?.Optional("seconds")?.Number(0.1m, 300) ?? 5),
            BuildSeconds: (double)(map?.Optional("buildSeconds")?.Number(0.1m, 600) ?? 20),
            MemoryMb: map?.Optional("memoryMb")?.Int(16, 2048) ?? 128,
            OutputKb: map?.Optional("outputKb")?.Int(1, 4096) ?? 64,
            Processes: map?.Optional("processes")?.Int(4, 512) ?? 64,
            DiskMb: map?.Optional("diskMb")?.Int(1, 1024) ?? 32);
        map?.Finish();
        return limits;
    }

    // Docker's own grammar of references: an optional registry with its port, a lower-case path, a tag, a digest.
    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/)?[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ImagePattern();

    [GeneratedRegex(@"^/[!-~]*\z")]
    private static partial Regex PathPattern();
}
