using System.Text;
using Academy.Contracts.Curriculum;
using Academy.Grading.Reports;
using Academy.Testing;

namespace Academy.Grading.Tests.Reports;

/// <summary>Reports for tests: those in Data/ were written by the tools that they are named after.</summary>
internal static class Report
{
    public static readonly ReportFormat[] Formats = [.. Enum.GetValues<ReportFormat>().Where(f => f != ReportFormat.ExitCode)];

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(TestPaths.Root, "tests", "Academy.Grading.Tests", "Reports", "Data", file));

    public static TestReport Read(ReportFormat format, string text) => ReportReader.Read(format, Encoding.UTF8.GetBytes(text));

    public static TestReport ReadFile(ReportFormat format, string file) => ReportReader.Read(format, Bytes(file));

    public static ReportedTest Test(this TestReport report, string name) => report.Find(name).ShouldNotBeNull(name);

    public static void ShouldBeInvalid(ReportFormat format, string text, string reason) =>
        Should.Throw<InvalidReportException>(() => Read(format, text)).Message.ShouldStartWith(reason);
}
