using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>`report` and `reportFile`: where the results of the author's tests come from.</summary>
internal sealed record ReportPart(ReportFormat Format, string File)
{
    private static readonly Dictionary<string, ReportPart> Known = new()
    {
        ["junit"] = new(ReportFormat.JUnit, "/report/junit.xml"),
        ["tap"] = new(ReportFormat.Tap, "/report/report.tap"),
        ["ctrf"] = new(ReportFormat.Ctrf, "/report/ctrf.json"),
        ["exercism"] = new(ReportFormat.Exercism, "/report/results.json"),
        ["gradescope"] = new(ReportFormat.Gradescope, "/report/results.json"),
        ["prairielearn"] = new(ReportFormat.PrairieLearn, "/report/results.json"),
        ["exitCode"] = new(ReportFormat.ExitCode, ""),
    };

    private static readonly string[] Writable = ["/report/", "/work/", "/tmp/"];

    public static ReportPart Read(YamlMap map, GradingMode mode)
    {
        if (mode == GradingMode.Io)
        {
            foreach (var key in new[] { "report", "reportFile" }) map.Misplaced(key, "`{0}` belongs to the modes judge and unit.");
            return Known["exitCode"];
        }

        var value = map.Required("report");
        var part = Known.GetValueOrDefault(value?.OneOf(Known.Keys) ?? "", Known["junit"]);
        if (part.Format != ReportFormat.ExitCode) return map.Optional("reportFile") is { } file ? part with { File = ReadFile(file, part.Format, mode) } : part;

        if (mode == GradingMode.Judge) value!.Source.Add(value.Line, "`report: exitCode` belongs to mode unit: a judge writes a report.");
        map.Misplaced("reportFile", "With `report: exitCode` there is no report, and so no `{0}`.");
        return part;
    }

    private static string ReadFile(YamlValue value, ReportFormat format, GradingMode mode)
    {
        var path = value.String();
        if (path == GradingPlan.PrintedReport)
        {
            // In mode unit the learner's code prints to the same place: whatever it prints stays plain text.
            if (format != ReportFormat.Tap || mode != GradingMode.Judge)
                value.Source.Add(value.Line, "`{0}: stdout` belongs to mode judge with `report: tap`.", value.Key);
        }
        else if (Writable.FirstOrDefault(w => path.StartsWith(w, StringComparison.Ordinal)) is not { } folder || !WorkPath.IsInside(path[folder.Length..]))
        {
            value.Source.Add(value.Line, "`{0}` must be the absolute path of a file under /report, /work or /tmp, without \"..\".", value.Key);
        }

        return path;
    }
}
