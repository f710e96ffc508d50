using System.Globalization;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>Translates how a command ended into findings and verdicts.</summary>
internal static class Verdicts
{
    /// <summary>A build that ran into a limit is told as that limit; every other way to fail is a failed build.</summary>
    public static Verdict OfBuild(SandboxResult result) =>
        result.Ending == SandboxEnding.Exited ? Verdict.BuildFailed : OfReason(ReasonOf(result.Ending));

    public static Verdict OfReason(FindingReason reason) => reason switch
    {
        FindingReason.TimedOut => Verdict.TimedOut,
        FindingReason.OutOfMemory => Verdict.OutOfMemory,
        FindingReason.TooManyProcesses => Verdict.TooManyProcesses,
        FindingReason.OutputTooLarge => Verdict.OutputTooLarge,
        FindingReason.DiskFull => Verdict.DiskFull,
        _ => Verdict.Failed,
    };

    /// <summary>The finding for a command that ran into a limit; null when it ended by itself.</summary>
    public static TestFinding? Violation(SandboxResult result, GradingLimits limits, double seconds)
    {
        if (result.Ending is SandboxEnding.Exited or SandboxEnding.Stopped) return null;

        var reason = ReasonOf(result.Ending);
        return new TestFinding(TestStatus.Failed, reason, result.Elapsed)
        {
            Detail = LimitOf(reason, limits, seconds).ToString(CultureInfo.InvariantCulture),
            Output = ProgramText.Of(result.StandardOutput),
            OutputIsCut = result.StandardOutput.IsCut || result.StandardError.IsCut,
            Errors = ProgramText.Of(result.StandardError),
        };
    }

    /// <summary>The finding for files that could not be put in place: most often there is not room enough for them.</summary>
    public static TestFinding Obstacle(SandboxResult result, GradingLimits limits) =>
        result.Ending == SandboxEnding.Exited && !SaysNoRoom(result)
            ? new(TestStatus.Failed, FindingReason.FilesRefused, result.Elapsed) { Detail = ProgramText.Of(result.StandardError).Trim() }
            : new(TestStatus.Failed, FindingReason.DiskFull, result.Elapsed) { Detail = limits.DiskMb.ToString(CultureInfo.InvariantCulture) };

    // The words of the C library for ENOSPC; images speak no other language.
    private static bool SaysNoRoom(SandboxResult result) =>
        ProgramText.Of(result.StandardError).Contains("No space left on device", StringComparison.Ordinal);

    private static FindingReason ReasonOf(SandboxEnding ending) => ending switch
    {
        SandboxEnding.TimedOut => FindingReason.TimedOut,
        SandboxEnding.OutOfMemory => FindingReason.OutOfMemory,
        SandboxEnding.TooManyProcesses => FindingReason.TooManyProcesses,
        SandboxEnding.OutputTooLarge => FindingReason.OutputTooLarge,
        SandboxEnding.DiskFull => FindingReason.DiskFull,
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "Not a limit."),
    };

    private static double LimitOf(FindingReason reason, GradingLimits limits, double seconds) => reason switch
    {
        FindingReason.TimedOut => seconds,
        FindingReason.OutOfMemory => limits.MemoryMb,
        FindingReason.TooManyProcesses => limits.Processes,
        FindingReason.OutputTooLarge => limits.OutputKb,
        _ => limits.DiskMb,
    };
}
