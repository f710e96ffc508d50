namespace Academy.Sandbox;

/// <summary>How a command ended. When it ended, nothing that it started is left.</summary>
/// <param name="ExitCode">128 + the signal's number for a program that a signal ended (137 when the sandbox killed it).</param>
/// <param name="Elapsed">By the clock on the wall.</param>
/// <param name="CpuTime">Of all its processes together.</param>
/// <param name="PeakMemoryBytes">Of its largest process.</param>
public sealed record SandboxResult(
    SandboxEnding Ending,
    int ExitCode,
    SandboxOutput StandardOutput,
    SandboxOutput StandardError,
    TimeSpan Elapsed,
    TimeSpan CpuTime,
    long PeakMemoryBytes)
{
    public bool Succeeded => Ending == SandboxEnding.Exited && ExitCode == 0;
}

/// <summary>Why a command ended. Where one thing leads to another, this is the first of them.</summary>
public enum SandboxEnding
{
    /// <summary>By itself, well or badly: see the exit code.</summary>
    Exited,
    TimedOut,
    OutOfMemory,
    TooManyProcesses,
    OutputTooLarge,
    DiskFull,

    /// <summary>By us, because it was not needed any more: see <see cref="RunningService.StopAsync"/>.</summary>
    Stopped,
}

/// <summary>What a command wrote, as it wrote it: bytes that need not be text.</summary>
/// <param name="IsCut">It wrote more than its limit, and these are the first bytes.</param>
public sealed record SandboxOutput(ReadOnlyMemory<byte> Bytes, bool IsCut);
