namespace Academy.Grading.Reports;

/// <summary>Reads the Common Test Report Format.</summary>
internal static class CtrfReport
{
    private static readonly Dictionary<string, ReportedStatus> Statuses = new()
    {
        ["passed"] = ReportedStatus.Passed,
        ["failed"] = ReportedStatus.Failed,
        ["skipped"] = ReportedStatus.Skipped,
        ["pending"] = ReportedStatus.Skipped,
        ["other"] = ReportedStatus.Failed,
    };

    private static readonly string[] Counts = ["tests", "passed", "failed", "skipped", "pending", "other"];

    /// <exception cref="InvalidReportException">The document is not CTRF.</exception>
    public static TestReport Read(ReadOnlyMemory<byte> json) => JsonPart.Read(json, Read);

    private static TestReport Read(JsonPart root)
    {
        // Tools older than the version 1 of the format do not write its name.
        if (root.Optional("reportFormat") is { } format && format.Text() != "CTRF")
            throw new InvalidReportException($"`reportFormat` must be CTRF, not {format.Text()}.");
        root.Optional("specVersion")?.Text();
        var results = root.Required("results").Object();
        results.Required("tool").Object().Required("name").Text();
        var summary = results.Required("summary").Object();
        foreach (var count in Counts) summary.Required(count).Whole(0, int.MaxValue);

        var report = new TestReport();
        foreach (var test in results.Required("tests").Items()) ReadTest(test.Object(), report);
        return report;
    }

    private static void ReadTest(JsonPart json, TestReport report)
    {
        var name = json.Required("name").Text();
        var suites = Texts(json.Optional("suite"));
        var test = new ReportedTest(json.Required("status").OneOf(Statuses))
        {
            Message = json.Optional("message")?.Text() ?? json.Optional("trace")?.Text(),
            Output = string.Join('\n', Texts(json.Optional("stdout"))),
            Duration = ReportedTime.OfSeconds((double)(json.Optional("duration")?.Number(1_000_000_000) ?? 0) / 1000, $"`{json.Path}.duration`"),
        };
        report.Add(string.Join(" > ", [.. suites, name]), test, name);
    }

    // Older tools write a suite as one text.
    private static IReadOnlyList<string> Texts(JsonPart? part) => part switch
    {
        null => [],
        { IsArray: true } list => [.. list.Items().Select(item => item.Text())],
        { } text => [text.Text()],
    };
}
