using System.Globalization;
using Academy.Contracts.Curriculum;

namespace Academy.Grading.Reports;

/// <summary>Reads Gradescope's results.json.</summary>
internal static class GradescopeReport
{
    // There is no publishing of marks here: what would wait for it waits for the deadline.
    private static readonly Dictionary<string, TestVisibility> Visibilities = new()
    {
        ["visible"] = TestVisibility.Always,
        ["after_due_date"] = TestVisibility.AfterDeadline,
        ["after_published"] = TestVisibility.AfterDeadline,
        ["hidden"] = TestVisibility.Never,
    };

    private static readonly Dictionary<string, ReportedStatus> Statuses = new()
    {
        ["passed"] = ReportedStatus.Passed,
        ["failed"] = ReportedStatus.Failed,
    };

    /// <exception cref="InvalidReportException">The document is not Gradescope's.</exception>
    public static TestReport Read(ReadOnlyMemory<byte> json) => JsonPart.Read(json, Read);

    private static TestReport Read(JsonPart root)
    {
        var total = root.Optional("score")?.Number();
        var visibility = root.Optional("visibility")?.OneOf(Visibilities) ?? TestVisibility.Always;
        var output = root.Optional("output")?.Text();
        var time = ReportedTime.OfSeconds((double)(root.Optional("execution_time")?.Number() ?? 0), "`execution_time`");
        root.Optional("stdout_visibility")?.OneOf(Visibilities);
        root.Optional("leaderboard")?.Items();
        if (total is null && root.Optional("tests") is null) throw new InvalidReportException("There must be a `score`, or `tests`.");

        var report = new TestReport { Total = total, Notice = visibility == TestVisibility.Always ? output : null };
        var sum = 0m;
        var position = 0;
        foreach (var test in root.Optional("tests")?.Items() ?? []) sum += ReadTest(test.Object(), ++position, visibility, report);
        report.Whole = new ReportedTest(ReportedStatus.Passed) { Score = total ?? sum, Message = output, Duration = time, Visibility = visibility };
        return report;
    }

    /// <summary>Its score.</summary>
    private static decimal ReadTest(JsonPart json, int position, TestVisibility fallback, TestReport report)
    {
        var (score, most) = (json.Optional("score")?.Number(), json.Optional("max_score")?.Number());
        var status = json.Optional("status")?.OneOf(Statuses)
            ?? (score is null || score >= (most ?? 0) ? ReportedStatus.Passed : ReportedStatus.Failed);
        var number = Number(json.Optional("number"));
        foreach (var tag in json.Optional("tags")?.Items() ?? []) tag.Text();
        var name = json.Optional("name")?.Text();
        var test = new ReportedTest(status)
        {
            Score = score,
            MaxScore = most,
            Message = json.Optional("output")?.Text(),
            Visibility = json.Optional("visibility")?.OneOf(Visibilities) ?? fallback,
        };
        report.Add(name ?? number ?? position.ToString(CultureInfo.InvariantCulture), test, number);
        return score ?? 0;
    }

    // A text, such as "2.1"; some tools write a number all the same.
    private static string? Number(JsonPart? part) => part switch
    {
        null => null,
        { IsNumber: true } number => number.Number().ToString(CultureInfo.InvariantCulture),
        { } text => text.Text(),
    };
}
