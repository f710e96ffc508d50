namespace Academy.Contracts.Curriculum;

/// <summary>How a submission of a project is graded; docs/content.md says what each part means to an author.</summary>
/// <param name="Mode">Who compares, and where.</param>
/// <param name="Image">Name of a grading image without its prefix ("python"), or the whole name of an author's own image, with a "/" or ":" in it.</param>
/// <param name="Build">Runs once before the tests; null when nothing is built.</param>
/// <param name="Run">io: the learner's program. judge: the learner's service. unit with a report: the author's test command. Empty when each test has its own.</param>
/// <param name="Report">unit and judge: where the results come from.</param>
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
    IReadOnlyList<GradedTest> Tests)
{
    /// <summary>judge only: the second container, in which the author's tests run; null in other modes.</summary>
    public JudgePlan? Judge { get; init; }

    /// <summary>In place of a path in <see cref="ReportFile"/>: the test command prints its report (judge and TAP only).</summary>
    public const string PrintedReport = "stdout";

    /// <summary>Absolute path, in the container of the tests, of the report that they write; or <see cref="PrintedReport"/>.</summary>
    public string ReportFile { get; init; } = "/report/junit.xml";

    /// <summary>The name in <see cref="GradedTest.Case"/> that stands for the report as a whole, where its format has one result for all.</summary>
    public const string WholeReport = "*";
}

/// <summary>The container of the author's tests. It shares one private network with the learner's service, and nothing else.</summary>
/// <param name="Image">Its image, named as <see cref="GradingPlan.Image"/>.</param>
/// <param name="Run">The author's test command; the author's files are in its work folder.</param>
/// <param name="Port">Where the learner's service has to answer, on 127.0.0.1 of the shared network.</param>
/// <param name="ReadyPath">The service is ready when this path answers over HTTP, with whatever status; null: when the port takes a connection.</param>
/// <param name="ReadySeconds">How long the service may take to be ready.</param>
public sealed record JudgePlan(string Image, IReadOnlyList<string> Run, int Port, string? ReadyPath, double ReadySeconds);

/// <summary>From most to least tamper-proof.</summary>
public enum GradingMode
{
    /// <summary>The program runs in the sandbox; its output is compared outside.</summary>
    Io,

    /// <summary>The learner's service runs in one container, the author's tests in a second one that only it can reach.</summary>
    Judge,

    /// <summary>The author's tests load the learner's code in one container.</summary>
    Unit,
}

/// <summary>How the author's tests tell their results.</summary>
public enum ReportFormat
{
    /// <summary>JUnit XML.</summary>
    JUnit,

    /// <summary>Test Anything Protocol 13 or 14.</summary>
    Tap,

    /// <summary>Common Test Report Format.</summary>
    Ctrf,

    /// <summary>Exercism's results.json, versions 1 to 3.</summary>
    Exercism,

    /// <summary>Gradescope's results.json.</summary>
    Gradescope,

    /// <summary>PrairieLearn's results.json.</summary>
    PrairieLearn,

    /// <summary>Each test is a command; 0 is passed.</summary>
    ExitCode,
}

/// <param name="Seconds">Wall time of one test (io, exitCode) or of the whole test command (a report).</param>
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
/// <param name="Case">unit and judge with a report: the test's name there, as docs/content.md says for each format; null for static checks.</param>
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
    string? Case)
{
    /// <summary>Its points come on top: they count as earned, and not as points that could be earned.</summary>
    public bool IsBonus { get; init; }

    /// <summary>When the learner may see how it went.</summary>
    public TestVisibility Visibility { get; init; }

    /// <summary>Gradings of the attempt in which this test must have failed before its hint is shown; 0: at once.</summary>
    public int HintAfter { get; init; }

    /// <summary>What the learner reads when it fails, in place of what the tests' report says.</summary>
    public Text? Message { get; init; }

    /// <summary>What is looked at instead of running anything; null for tests that run.</summary>
    public StaticCheck? Check { get; init; }
}

/// <summary>When a learner may see how a test went; its points always count.</summary>
public enum TestVisibility
{
    Always,

    /// <summary>Once the attempt has a passing grading.</summary>
    AfterPassing,

    /// <summary>Once the attempt's deadline is over; never when it has none.</summary>
    AfterDeadline,

    Never,
}

/// <summary>A test that reads the learner's files. It keeps honest people honest: what a program does when it runs, it cannot know.</summary>
/// <param name="RequiredFiles">Paths that must be files, each relative to the work folder.</param>
/// <param name="ForbiddenCalls">Names that must not be called.</param>
/// <param name="ForbiddenModules">Modules that must not be imported, included or required.</param>
/// <param name="In">Which files are read: patterns such as "*.py" or "src/**/*.js"; empty: all.</param>
/// <param name="Norm">The author's command that checks the code norm; 0 is passed. Null: no norm.</param>
public sealed record StaticCheck(
    IReadOnlyList<string> RequiredFiles,
    IReadOnlyList<string> ForbiddenCalls,
    IReadOnlyList<string> ForbiddenModules,
    IReadOnlyList<string> In,
    IReadOnlyList<string>? Norm);

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
