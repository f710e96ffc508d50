using System.Globalization;

namespace Academy.Sandbox.Supervising;

/// <summary>How a command ended, in the supervisor's words: "exited 0 12400 9500 4096 0 0", times in µs, memory in KiB.</summary>
internal sealed record Report(
    SandboxEnding Ending, int ExitCode, TimeSpan Elapsed, TimeSpan CpuTime, long PeakMemoryBytes, bool OutputIsCut, bool ErrorIsCut)
{
    public static Report Parse(string text)
    {
        if (text.Split(' ') is not [var ending, var code, var elapsed, var cpu, var peak, var outputIsCut, var errorIsCut])
            throw new InvalidDataException("The supervisor's report has not the fields it should have.");

        return new Report(
            EndingOf(ending),
            int.Parse(code, CultureInfo.InvariantCulture),
            TimeSpan.FromMicroseconds(long.Parse(elapsed, CultureInfo.InvariantCulture)),
            TimeSpan.FromMicroseconds(long.Parse(cpu, CultureInfo.InvariantCulture)),
            long.Parse(peak, CultureInfo.InvariantCulture) * 1024,
            outputIsCut == "1",
            errorIsCut == "1");
    }

    public SandboxResult ToResult(Answers answers) => new(
        Ending, ExitCode, new(answers.Output.ToArray(), OutputIsCut), new(answers.Error.ToArray(), ErrorIsCut), Elapsed, CpuTime, PeakMemoryBytes);

    private static SandboxEnding EndingOf(string word) => word switch
    {
        "exited" => SandboxEnding.Exited,
        "time" => SandboxEnding.TimedOut,
        "memory" => SandboxEnding.OutOfMemory,
        "processes" => SandboxEnding.TooManyProcesses,
        "output" => SandboxEnding.OutputTooLarge,
        "disk" => SandboxEnding.DiskFull,
        "stopped" => SandboxEnding.Stopped,
        _ => throw new InvalidDataException($"The supervisor's report has an unknown ending: {word}."),
    };
}
