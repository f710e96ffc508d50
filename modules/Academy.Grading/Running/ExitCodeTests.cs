using Academy.Contracts.Curriculum;
using Academy.Grading.Queue;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>Mode unit, exit codes: each test is a command of the author's; 0 is passed, what it prints is its message.</summary>
internal static class ExitCodeTests
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
        // Fresh files each time: no test can prepare the ground for the next one.
        if (!await workshop.RestoreAsync(test.Files, ct)) return workshop.Obstacle!;

        var result = await workshop.RunAsync(
            new SandboxCommand(test.Run!) { Timeout = TimeSpan.FromSeconds(seconds) }, ct);
        if (Verdicts.Violation(result, plan.Limits, seconds) is { } violation) return violation;
        if (result.ExitCode == 0) return new TestFinding(TestStatus.Passed, FindingReason.None, result.Elapsed);

        return new TestFinding(TestStatus.Failed, FindingReason.TestSays, result.Elapsed) { Detail = ProgramText.Of(result).Trim() };
    }
}
