using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>The part `grading` of project.yml, and grader/tests.yml.</summary>
internal static class GradingPart
{
    private static readonly string[] Modes = ["io", "unit"];
    private static readonly string[] Reports = ["junit", "exitCode"];

    public static GradingPlan Read(YamlMap map, ProjectContext context)
    {
        var mode = map.Required("mode")?.OneOf(Modes) == "unit" ? GradingMode.Unit : GradingMode.Io;
        var image = map.Required("image")?.OneOf(context.Images) ?? "";
        var build = map.Optional("build")?.Command();
        var report = ReadReport(map, mode);
        var run = ReadRun(map, mode, report);
        var limits = ReadLimits(map.Optional("limits")?.Map());
        map.Finish();

        var files = context.Files.HasFolder($"{context.Folder}/grader/files") ? context.FolderOnDisk("grader", "files") : null;
        var tests = TestsFile.Read(context, mode, report, hasRun: run.Count > 0);
        return new GradingPlan(mode, image, build, run, report, limits, files, tests);
    }

    private static ReportFormat ReadReport(YamlMap map, GradingMode mode)
    {
        if (mode == GradingMode.Unit) return map.Required("report")?.OneOf(Reports) == "exitCode" ? ReportFormat.ExitCode : ReportFormat.JUnit;
        map.Misplaced("report", "`{0}` belongs to mode unit.");
        return ReportFormat.JUnit;
    }

    private static IReadOnlyList<string> ReadRun(YamlMap map, GradingMode mode, ReportFormat report)
    {
        if (mode == GradingMode.Io) return map.Optional("run")?.Command() ?? [];
        if (report == ReportFormat.JUnit) return map.Required("run")?.Command() ?? [];
        map.Misplaced("run", "With `report: exitCode` each test in tests.yml has its own `{0}`.");
        return [];
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
}
