using System.Globalization;
using System.Text;
using Academy.Contracts.Curriculum;
using Academy.Grading.Comparing;
using Academy.Grading.Queue;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>Mode io: each test runs the program on fresh files; what it did is compared here, where it cannot reach.</summary>
internal static class IoTests
{
    public static async Task<GradingReport> RunAsync(
        GradingPlan plan, Workshop workshop, StaticChecks checks, GradingRecord record, CancellationToken ct)
    {
        foreach (var test in plan.Tests)
        {
            if (record.HasEnough) break;
            await record.NoteAsync(test.Check is null ? await TryAsync(plan, test, workshop, ct) : await checks.TryAsync(test, ct));
        }

        return await record.SumUpAsync();
    }

    private static async Task<TestFinding> TryAsync(GradingPlan plan, GradedTest test, Workshop workshop, CancellationToken ct)
    {
        var seconds = test.Seconds ?? plan.Limits.Seconds;
        if (!await workshop.RestoreAsync(test.Files, ct)) return workshop.Obstacle!;

        var result = await workshop.RunAsync(
            new SandboxCommand([.. test.Run ?? plan.Run, .. test.Args])
            {
                Input = Encoding.UTF8.GetBytes(test.Stdin),
                Timeout = TimeSpan.FromSeconds(seconds),
            },
            ct);
        if (Verdicts.Violation(result, plan.Limits, seconds) is { } violation) return violation;

        var finding = new TestFinding(TestStatus.Failed, FindingReason.None, result.Elapsed)
        {
            Output = ProgramText.Of(result.StandardOutput),
            Errors = ProgramText.Of(result.StandardError),
        };
        return await CompareAsync(test.Expect!, plan.Limits, finding, result.ExitCode, workshop, ct);
    }

    private static async Task<TestFinding> CompareAsync(
        Expectation expected, GradingLimits limits, TestFinding finding, int exitCode, Workshop workshop, CancellationToken ct)
    {
        if (expected.ExitCode is { } code && code != exitCode)
            return finding with { Reason = FindingReason.WrongExitCode, Detail = exitCode.ToString(CultureInfo.InvariantCulture) };
        if (expected.Stdout is { } stdout && !OutputComparison.Matches(stdout, finding.Output ?? "", expected.Compare))
            return finding with { Reason = FindingReason.OutputDiffers };

        foreach (var (path, content) in expected.Files)
        {
            var file = await workshop.ReadFileAsync($"/work/{path}", limits.OutputKb << 10, ct);
            if (file.State == SandboxFileState.TooLarge)
                return finding with { Reason = FindingReason.OutputTooLarge, Detail = limits.OutputKb.ToString(CultureInfo.InvariantCulture) };
            if (file.State != SandboxFileState.Found) return finding with { Reason = FindingReason.FileMissing, Detail = path };

            var written = Encoding.UTF8.GetString(file.Content.Span);
            if (!OutputComparison.Matches(content, written, expected.Compare))
                return finding with { Reason = FindingReason.FileDiffers, Detail = path, Output = written };
        }

        return finding with { Status = TestStatus.Passed };
    }
}
