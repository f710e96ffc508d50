using Academy.Contracts.Curriculum;

namespace Academy.Grading.Reports;

/// <summary>Reads reports of any format. What they say may have been written by a learner's program: nothing in them is believed unseen.</summary>
internal static class ReportReader
{
    /// <summary>The largest report that is read, in bytes.</summary>
    public static int MaxBytes(ReportFormat format) => format == ReportFormat.PrairieLearn ? 1 << 20 : 4 << 20;

    /// <exception cref="InvalidReportException">It is not what the format says.</exception>
    public static TestReport Read(ReportFormat format, ReadOnlyMemory<byte> report)
    {
        if (report.Length > MaxBytes(format)) throw new InvalidReportException($"The report has more than {MaxBytes(format) >> 10} kB.");
        return format switch
        {
            ReportFormat.JUnit => JUnitReport.Read(report),
            ReportFormat.Tap => TapReport.Read(report),
            ReportFormat.Ctrf => CtrfReport.Read(report),
            ReportFormat.Exercism => ExercismReport.Read(report),
            ReportFormat.Gradescope => GradescopeReport.Read(report),
            ReportFormat.PrairieLearn => PrairieLearnReport.Read(report),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such report."),
        };
    }
}
