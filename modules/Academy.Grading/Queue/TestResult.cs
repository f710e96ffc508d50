using System.Text;
using Academy.Contracts.Curriculum;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Grading.Queue;

/// <summary>How one test ended. Its name, hint and expectation stay in the release.</summary>
internal sealed class TestResult
{
    /// <summary>Longest text that is kept of what a program printed; more is cut and said to be cut.</summary>
    public const int MaxText = 16_000;

    private TestResult()
    {
    }

    public TestResult(Guid runId, int position, string testId, decimal maxPoints, TestFinding finding)
    {
        (RunId, Position, TestId, MaxPoints) = (runId, position, testId, maxPoints);
        (Status, Reason, Detail, DurationMs) = (finding.Status, finding.Reason, Cut(finding.Detail), (int)finding.Duration.TotalMilliseconds);
        (Output, Errors) = (Cut(finding.Output), Cut(finding.Errors));
        OutputIsCut = finding.OutputIsCut || finding.Output?.Length > MaxText || finding.Errors?.Length > MaxText || finding.Detail?.Length > MaxText;
        Points = finding.PointsOf(maxPoints);
        Visibility = finding.Visibility;
    }

    public Guid RunId { get; private set; }

    /// <summary>From 0, in the order of the project's tests.</summary>
    public int Position { get; private set; }

    public string TestId { get; private set; } = "";

    public TestStatus Status { get; private set; }

    public FindingReason Reason { get; private set; }

    /// <summary>What the reason's sentence needs: a file's name, an exit code, the author's message.</summary>
    public string? Detail { get; private set; }

    /// <summary>What the program printed, or the content of the file that differs.</summary>
    public string? Output { get; private set; }

    public bool OutputIsCut { get; private set; }

    /// <summary>What the program printed on standard error.</summary>
    public string? Errors { get; private set; }

    /// <summary>Earned: some formats of reports give a part of them to a test that did not quite pass.</summary>
    public decimal Points { get; private set; }

    public decimal MaxPoints { get; private set; }

    public int DurationMs { get; private set; }

    /// <summary>What the report of the tests asks for; the stricter of this and the project's own counts.</summary>
    public TestVisibility Visibility { get; private set; }

    public static void Map(EntityTypeBuilder<TestResult> entity)
    {
        entity.HasKey(t => new { t.RunId, t.Position });
        entity.HasOne<GradingRun>().WithMany().HasForeignKey(t => t.RunId).OnDelete(DeleteBehavior.Cascade);
        entity.Property(t => t.TestId).HasMaxLength(200);
    }

    /// <summary>As much of a foreign text as is kept, without what no database takes: NUL, and halves of surrogate pairs.</summary>
    public static string? Cut(string? text)
    {
        if (text is null) return null;

        text = text.Replace('\0', '\uFFFD');
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        if (text.Length <= MaxText) return text;
        return char.IsHighSurrogate(text[MaxText - 1]) ? text[..(MaxText - 1)] : text[..MaxText];
    }
}

internal enum TestStatus
{
    Passed,
    Failed,

    /// <summary>Left out because the work before it went wrong.</summary>
    NotRun,

    /// <summary>Left out by the author's tests.</summary>
    Skipped,
}

/// <summary>Why a test did not pass, as a code whose sentence is told in the reader's language.</summary>
internal enum FindingReason
{
    None,
    OutputDiffers,
    WrongExitCode,
    FileMissing,
    FileDiffers,

    /// <summary>The author's test says why, in its own words.</summary>
    TestSays,
    TimedOut,
    OutOfMemory,
    TooManyProcesses,
    OutputTooLarge,
    DiskFull,

    /// <summary>The test command ended without telling how this test went.</summary>
    NotReported,
    NotRun,

    /// <summary>The author's tests left it out.</summary>
    Skipped,

    /// <summary>The learner's files could not be put into the sandbox, for another reason than room.</summary>
    FilesRefused,

    /// <summary>Static checks: a file that is asked for is not there; a name that is called, or a module that is used, is forbidden.</summary>
    FileRequired,
    CallForbidden,
    ModuleForbidden,

    /// <summary>The author's command that checks the norm is not content; it says why.</summary>
    NormBroken,

    /// <summary>judge: nothing listened on the service's port in time.</summary>
    ServiceSilent,

    /// <summary>judge: something listened there and gave no answer in time.</summary>
    ServiceMute,

    /// <summary>judge: the service ended by itself.</summary>
    ServiceEnded,
}

/// <summary>What the grader found out about one test.</summary>
internal sealed record TestFinding(TestStatus Status, FindingReason Reason, TimeSpan Duration)
{
    public static TestFinding NotRun { get; } = new(TestStatus.NotRun, FindingReason.NotRun, TimeSpan.Zero);

    public string? Detail { get; init; }

    public string? Output { get; init; }

    public bool OutputIsCut { get; init; }

    public string? Errors { get; init; }

    /// <summary>Points that are earned; null: all or none, by the status.</summary>
    public decimal? Points { get; init; }

    public TestVisibility Visibility { get; init; }

    /// <summary>What is earned of <paramref name="most"/>: never more.</summary>
    public decimal PointsOf(decimal most) => Math.Min(most, Points ?? (Status == TestStatus.Passed ? most : 0));
}
