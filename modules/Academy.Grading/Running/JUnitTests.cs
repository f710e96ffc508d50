using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Grading.Reports;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>Mode unit, JUnit: one command runs all tests; what its report does not name has failed.</summary>
internal static class JUnitTests
{
    private const string ReportPath = "/report/junit.xml";
    private const int MaxReportBytes = 4 << 20;

    public static async Task<GradingReport> RunAsync(GradingPlan plan, Workshop workshop, GradingRecord record, CancellationToken ct)
    {
        if (plan.Build is not null && !await workshop.RestoreAsync(new Dictionary<string, string>(), ct))
            return await record.StopAsync(Verdict.DiskFull, null);

        var result = await workshop.RunAsync(
            new SandboxCommand(plan.Run) { Timeout = TimeSpan.FromSeconds(plan.Limits.Seconds) }, ct);
        var file = await workshop.ReadFileAsync(ReportPath, MaxReportBytes, ct);
        if (file.State is SandboxFileState.Refused or SandboxFileState.TooLarge)
            return await record.StopAsync(Verdict.InvalidReport, $"{ReportPath}: {file.State}");

        IReadOnlyDictionary<string, ReportedCase> cases = new Dictionary<string, ReportedCase>();
        try
        {
            if (file.State == SandboxFileState.Found) cases = JUnitReport.Read(new MemoryStream(file.Content.ToArray(), writable: false));
        }
        catch (InvalidReportException e)
        {
            return await record.StopAsync(Verdict.InvalidReport, e.Message);
        }

        var missing = Verdicts.Violation(result, plan.Limits, plan.Limits.Seconds)
            ?? new TestFinding(TestStatus.Failed, FindingReason.NotReported, TimeSpan.Zero);
        foreach (var test in plan.Tests)
            await record.NoteAsync(cases.TryGetValue(test.Case!, out var reported) ? FindingOf(reported) : missing);

        // When tests are missing, what the command printed is the only trace of why.
        var allReported = plan.Tests.All(t => cases.ContainsKey(t.Case!));
        return await record.SumUpAsync(allReported ? null : ProgramText.Of(result).Trim());
    }

    private static TestFinding FindingOf(ReportedCase reported) => reported.Passed
        ? new TestFinding(TestStatus.Passed, FindingReason.None, reported.Duration)
        : new TestFinding(TestStatus.Failed, FindingReason.TestSays, reported.Duration) { Detail = reported.Message };
}
