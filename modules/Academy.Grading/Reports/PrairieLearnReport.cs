namespace Academy.Grading.Reports;

/// <summary>Reads PrairieLearn's results.json.</summary>
internal static class PrairieLearnReport
{
    /// <exception cref="InvalidReportException">The document is not PrairieLearn's.</exception>
    public static TestReport Read(ReadOnlyMemory<byte> json) => JsonPart.Read(json, Read);

    private static TestReport Read(JsonPart root)
    {
        var gradable = root.Optional("gradable")?.Bool() ?? true;
        var errors = Texts(root.Optional("format_errors"));
        var (message, output) = (root.Optional("message")?.Text(), root.Optional("output")?.Text());
        root.Optional("images")?.Items();
        var tests = root.Optional("tests")?.Items() ?? [];
        var score = gradable && tests.Count == 0 ? root.Required("score").Number(1) : root.Optional("score")?.Number(1);

        string?[] said = [.. errors, message, output];
        var report = new TestReport { NothingRan = !gradable, Notice = string.Join('\n', said.Where(s => !string.IsNullOrWhiteSpace(s))) };
        var (sum, most) = (0m, 0m);
        foreach (var test in tests)
        {
            var (points, maxPoints) = ReadTest(test.Object(), report);
            (sum, most) = (sum + points, most + maxPoints);
        }

        var share = !gradable ? 0 : score ?? (most == 0 ? 0 : Math.Min(1, sum / most));
        report.Whole = new ReportedTest(share == 1 ? ReportedStatus.Passed : ReportedStatus.Failed)
        {
            Score = share,
            MaxScore = 1,
            Message = message,
            Output = output,
        };
        return report;
    }

    private static (decimal Points, decimal MaxPoints) ReadTest(JsonPart json, TestReport report)
    {
        // What says nothing of its points is worth one.
        var most = json.Optional("max_points")?.Number() ?? 1;
        var points = json.Optional("points")?.Number() ?? 0;
        json.Optional("description")?.Text();
        json.Optional("images")?.Items();
        report.Add(json.Required("name").Text(), new ReportedTest(points >= most ? ReportedStatus.Passed : ReportedStatus.Failed)
        {
            Score = points,
            MaxScore = most,
            Message = json.Optional("message")?.Text(),
            Output = json.Optional("output")?.Text(),
        });
        return (points, most);
    }

    private static IReadOnlyList<string> Texts(JsonPart? part) => part switch
    {
        null => [],
        { IsArray: true } list => [.. list.Items().Select(item => item.Text())],
        { } text => [text.Text()],
    };
}
