namespace Academy.Contracts.Curriculum;

/// <summary>How a submission of a project is graded; docs/content.md says what each part means to an author.</summary>
/// <param name="Mode">Who compares, and where.</param>
/// <param name="Image">Name of a grading image without its prefix: "python".</param>
/// <param name="Build">Runs once before the tests; null when nothing is built.</param>
/// <param name="Run">io: the learner's program. unit with a JUnit report: the author's test command. Empty when each test has its own.</param>
/// <param name="Report">unit only: where the results come from.</param>
/// <param name="Limits">What a submission may use.</param>
/// <param name="FilesFolder">Absolute path of the author's files, laid over the learner's; null when there are none.</param>
/// <param name="Tests">In the order in which they run and are shown.</param>
public sealed record GradingPlan(
    GradingMode Mode,
    string Image,
    IReadOnlyList<string>? Build,
    IReadOnlyList<string> Run,
    ReportFormat Report,
    GradingLimits Limits,
    string? FilesFolder,
    IReadOnlyList<GradedTest> Tests);

/// <summary>From most to least tamper-proof.</summary>
public enum GradingMode
{
    /// <summary>The program runs in the sandbox; its output is compared outside.</summary>
    Io,

    /// <summary>The author's tests load the learner's code in one container.</summary>
    Unit,
}

/// <summary>How the author's tests tell their results.</summary>
public enum ReportFormat
{
    /// <summary>One command writes JUnit XML to /report/junit.xml.</summary>
    JUnit,

    /// <summary>Each test is a command; 0 is passed.</summary>
    ExitCode,
}

/// <param name="Seconds">Wall time of one test (io, exitCode) or of the whole test command (junit).</param>
/// <param name="BuildSeconds">Wall time of the build.</param>
/// <param name="MemoryMb">Memory of the container, in MiB.</param>
/// <param name="OutputKb">What one command may print, in KiB.</param>
/// <param name="Processes">Processes and threads at one time.</param>
/// <param name="DiskMb">Size of the work folder, in MiB.</param>
public sealed record GradingLimits(double Seconds, double BuildSeconds, int MemoryMb, int OutputKb, int Processes, int DiskMb);

/// <summary>One test of a project.</summary>
/// <param name="Id">Unique in the project; stays when the name changes.</param>
/// <param name="Name">What the learner reads.</param>
/// <param name="Points">Earned when the test passes; more than 0.</param>
/// <param name="Hint">Shown when the test fails.</param>
/// <param name="Run">In place of the plan's command.</param>
/// <param name="Args">io: added to the command.</param>
/// <param name="Stdin">io: standard input.</param>
/// <param name="Files">io: files written before the program runs, by path relative to the work folder.</param>
/// <param name="Seconds">In place of the plan's limit.</param>
/// <param name="Expect">io: what is compared; null in other modes.</param>
/// <param name="Case">junit: classname, a dot, name.</param>
public sealed record GradedTest(
    string Id,
    Text Name,
    decimal Points,
    Text? Hint,
    IReadOnlyList<string>? Run,
    IReadOnlyList<string> Args,
    string Stdin,
    IReadOnlyDictionary<string, string> Files,
    double? Seconds,
    Expectation? Expect,
    string? Case);

/// <param name="Stdout">Expected standard output; null: not looked at.</param>
/// <param name="Compare">How output and files are compared.</param>
/// <param name="ExitCode">Expected exit code; null: any.</param>
/// <param name="Files">Content of files that the program must have written.</param>
public sealed record Expectation(string? Stdout, Comparison Compare, int? ExitCode, IReadOnlyDictionary<string, string> Files);

/// <summary>How two texts are compared.</summary>
public enum Comparison
{
    /// <summary>Spaces at line ends and empty lines at the end do not count.</summary>
    Lines,

    /// <summary>Byte for byte.</summary>
    Exact,

    /// <summary>The expected text stands somewhere in the output.</summary>
    Contains,
}
