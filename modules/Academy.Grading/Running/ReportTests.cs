using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Grading.Reports;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>One command runs all tests and writes a report; what the report does not name has failed.</summary>
internal static class ReportTests
{
    /// <summary>Mode unit: the author's tests load the learner's code.</summary>
    public static async Task<GradingReport> RunAsync(
        GradingPlan plan, Workshop workshop, StaticChecks checks, GradingRecord record, CancellationToken ct)
    {
        if (plan.Build is not null && !await workshop.RestoreAsync(new Dictionary<string, string>(), ct))
            return await record.StopAsync(workshop.Obstacle!);

        var result = await workshop.RunAsync(
            new SandboxCommand(plan.Run) { Timeout = TimeSpan.FromSeconds(plan.Limits.Seconds) }, ct);
        var file = await ReadAsync(plan, result, workshop.ReadFileAsync, ct);
        return await NoteAsync(plan, result, file, checks, record, ct);
    }

    /// <summary>The report that the test command has left, or printed.</summary>
    public static async Task<SandboxFile> ReadAsync(
        GradingPlan plan, SandboxResult result, Func<string, int, CancellationToken, Task<SandboxFile>> read, CancellationToken ct) =>
        plan.ReportFile == GradingPlan.PrintedReport
            ? new SandboxFile(SandboxFileState.Found, result.StandardOutput.Bytes)
            : await read(plan.ReportFile, ReportReader.MaxBytes(plan.Report), ct);

    /// <summary>Notes what the report says of each test of the plan, and sums up.</summary>
    /// <param name="plan">The project's.</param>
    /// <param name="result">How the test command ended.</param>
    /// <param name="file">The report.</param>
    /// <param name="checks">The tests that run nothing.</param>
    /// <param name="record">What is found out.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="culprit">judge: why the service was not there any more; null: it was.</param>
    /// <param name="printed">judge: what the service printed, for whoever has to find out why a test fails.</param>
    public static async Task<GradingReport> NoteAsync(
        GradingPlan plan, SandboxResult result, SandboxFile file, StaticChecks checks, GradingRecord record, CancellationToken ct,
        TestFinding? culprit = null, string? printed = null)
    {
        var violation = culprit ?? Verdicts.Violation(result, plan.Limits, plan.Limits.Seconds);
        TestReport report;
        try
        {
            report = Read(plan, file);
        }
        catch (InvalidReportException e) when (violation is null)
        {
            return await record.StopAsync(Verdict.InvalidReport, e.Message);
        }
        catch (InvalidReportException)
        {
            // Whoever is stopped in the middle of writing leaves half a report.
            report = new TestReport();
        }

        var missing = violation
            ?? (report.NothingRan ? TestFinding.NotRun : new TestFinding(TestStatus.Failed, FindingReason.NotReported, TimeSpan.Zero));
        var reported = 0m;
        var (allReported, allPassed) = (true, true);
        foreach (var test in plan.Tests)
        {
            if (test.Check is not null)
            {
                await record.NoteAsync(await checks.TryAsync(test, ct));
                continue;
            }

            var found = report.Find(test.Case!);
            await record.NoteAsync(found is null ? missing : FindingOf(found, test.Points));
            allPassed = allPassed && found?.Status == ReportedStatus.Passed;
            if (found is null) allReported = false;
            else reported += test.Points;
        }

        // When tests are missing, what the command printed is the only trace of why.
        var notice = !string.IsNullOrWhiteSpace(report.Notice) ? report.Notice : allReported ? "" : ProgramText.Of(result).Trim();
        if (!allPassed && !string.IsNullOrWhiteSpace(printed)) notice = $"{notice}\n\n{printed}".Trim();
        return await record.SumUpAsync(
            notice == "" ? null : notice,
            report.Total is { } total ? Math.Min(total, reported) : null,
            culprit is not null && Verdicts.OfReason(culprit.Reason) != Verdict.Failed ? culprit : null);
    }

    private static TestReport Read(GradingPlan plan, SandboxFile file) => file.State switch
    {
        SandboxFileState.Found => ReportReader.Read(plan.Report, file.Content),
        SandboxFileState.Missing => new TestReport(),
        SandboxFileState.TooLarge => throw new InvalidReportException($"{plan.ReportFile} has more than {ReportReader.MaxBytes(plan.Report) >> 10} kB."),
        _ => throw new InvalidReportException($"{plan.ReportFile} is not a plain file: a link, a folder, a FIFO or a device stands there."),
    };

    private static TestFinding FindingOf(ReportedTest reported, decimal points)
    {
        var (status, reason) = reported.Status switch
        {
            ReportedStatus.Passed => (TestStatus.Passed, FindingReason.None),
            ReportedStatus.Skipped => (TestStatus.Skipped, FindingReason.Skipped),
            _ => (TestStatus.Failed, FindingReason.TestSays),
        };
        return new TestFinding(status, reason, reported.Duration)
        {
            Detail = reported.Message,
            Output = string.IsNullOrWhiteSpace(reported.Output) ? null : reported.Output,
            OutputIsCut = reported.IsCut,
            Points = reported.PointsOf(points),
            Visibility = reported.Visibility,
        };
    }
}
