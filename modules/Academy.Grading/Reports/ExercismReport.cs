using System.Globalization;

namespace Academy.Grading.Reports;

/// <summary>Reads Exercism's results.json, versions 1 to 3.</summary>
internal static class ExercismReport
{
    private const int MaxMessage = 65_535;
    private const int MaxOutput = 500;

    private enum Status
    {
        Pass,
        Fail,

        /// <summary>Of the whole: no test ran. Of a test: it ended badly.</summary>
        Error,
    }

    private static readonly Dictionary<string, Status> Statuses = new()
    {
        ["pass"] = Status.Pass,
        ["fail"] = Status.Fail,
        ["error"] = Status.Error,
    };

    /// <exception cref="InvalidReportException">The document is not Exercism's.</exception>
    public static TestReport Read(ReadOnlyMemory<byte> json) => JsonPart.Read(json, Read);

    private static TestReport Read(JsonPart root)
    {
        var version = root.Optional("version")?.Whole(1, 3) ?? 1;
        var status = root.Required("status").OneOf(Statuses);
        var needsMessage = status == Status.Error || (version == 1 && status == Status.Fail);
        var (message, isCut) = Cut(needsMessage ? root.Required("message") : root.Optional("message"), MaxMessage);

        var report = new TestReport { NothingRan = status == Status.Error, Notice = status == Status.Error ? message : null };
        var allPassed = status == Status.Pass;
        if (version > 1 && status != Status.Error)
        {
            foreach (var test in root.Required("tests").Items()) allPassed &= ReadTest(test.Object(), version, report);
            if (report.Count == 0) throw new InvalidReportException("`tests` is empty: when no test ran, `status` is error.");
        }

        report.Whole = new ReportedTest(allPassed ? ReportedStatus.Passed : ReportedStatus.Failed) { Message = message, IsCut = isCut };
        return report;
    }

    /// <summary>Whether it passed.</summary>
    private static bool ReadTest(JsonPart json, int version, TestReport report)
    {
        var passed = json.Required("status").OneOf(Statuses) == Status.Pass;
        var (message, messageIsCut) = Cut(passed ? json.Optional("message") : json.Required("message"), MaxMessage);
        var (output, outputIsCut) = Cut(json.Optional("output"), MaxOutput);
        json.Optional("test_code")?.Text();
        if (version >= 3) json.Optional("task_id")?.Whole(0, int.MaxValue);
        report.Add(json.Required("name").Text(), new ReportedTest(passed ? ReportedStatus.Passed : ReportedStatus.Failed)
        {
            Message = message,
            Output = output,
            IsCut = messageIsCut || outputIsCut,
        });
        return passed;
    }

    /// <summary>What stands there, up to the format's limit, in characters as people count them.</summary>
    private static (string? Text, bool IsCut) Cut(JsonPart? part, int most)
    {
        if (part?.Text() is not { } text) return (null, false);
        if (text.Length <= most) return (text, false);

        var characters = new StringInfo(text);
        return characters.LengthInTextElements <= most ? (text, false) : (characters.SubstringByTextElements(0, most), true);
    }
}
