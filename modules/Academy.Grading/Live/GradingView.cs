using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Comparing;
using Academy.Grading.Queue;
using Academy.Grading.Workers;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Live;

/// <summary>A grading as its readers see it, with the texts of the release that it was graded with.</summary>
/// <param name="Run">State, verdict, score.</param>
/// <param name="Project">As it was in the attempt's release.</param>
/// <param name="PassMark">Percent.</param>
/// <param name="Position">Place in the queue from 1; null when it is not waiting.</param>
/// <param name="Expected">How long the last gradings of the project took; null when it is not waiting, or too little is known.</param>
/// <param name="Problem">Why nothing is graded at the moment; None when grading works.</param>
/// <param name="Tests">All tests of the project in order, also those that have not run yet, and those that the reader may not see: show <see cref="Shown"/>.</param>
internal sealed record GradingView(
    GradingRun Run, Project Project, int PassMark, int? Position, WaitingTime? Expected, WaitReason Problem, IReadOnlyList<TestView> Tests)
{
    /// <summary>The tests that the reader may see.</summary>
    public IEnumerable<TestView> Shown => Tests.Where(t => !t.IsHidden);

    /// <summary>How many tests are not shown, by when they are.</summary>
    public IEnumerable<(TestVisibility When, int Count)> Hidden =>
        Tests.Where(t => t.IsHidden).GroupBy(t => t.Visibility).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    /// <summary>
    /// What build or tests say of all together, and what is wrong with a report. Where tests are hidden, what the test command
    /// printed may name them.
    /// </summary>
    public string? Notice =>
        Run.Verdict is null or Verdict.PlatformError ? null
        : Run.Verdict is Verdict.BuildFailed or Verdict.InvalidReport or Verdict.NotReady || !Hidden.Any() ? Run.Notice
        : null;

    /// <summary>judge: a report that has nothing to say of all tests leaves the word to the learner's service.</summary>
    public bool NoticeIsOfTheProgram =>
        Run.Verdict == Verdict.NotReady || Project.Grading is { Mode: GradingMode.Judge, Report: ReportFormat.JUnit or ReportFormat.Tap or ReportFormat.Ctrf };

    /// <summary>Why no test could run; empty when they could.</summary>
    public string Obstacle(IStringLocalizer texts) =>
        Tests.FirstOrDefault(t => t.Result is { Status: TestStatus.NotRun, Reason: not FindingReason.NotRun })?.Message(texts) ?? "";

    /// <summary>Points on top of those that could be earned.</summary>
    public decimal BonusPoints => Tests.Where(t => t.Test.IsBonus).Sum(t => t.Result?.Points ?? 0);

    public int PassedTests => Tests.Count(t => t.Result?.Status == TestStatus.Passed);

    public int FinishedTests => Tests.Count(t => t.Result is not null);

    public bool ReachedPassMark => Run.Verdict == Verdict.Passed;
}

/// <param name="Test">What was asked.</param>
/// <param name="Result">How it went; null while it has not run.</param>
internal sealed record TestView(GradedTest Test, TestResult? Result)
{
    /// <summary>The stricter of what the project and the report ask for.</summary>
    public TestVisibility Visibility { get; init; }

    /// <summary>Whether the reader may not see it yet.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Failed gradings that are missing until the hint is shown.</summary>
    public int TriesToHint { get; init; }

    /// <summary>Null when there is none, when it is too early, and when nothing failed.</summary>
    public Text? Hint => Result?.Status == TestStatus.Failed && TriesToHint == 0 ? Test.Hint : null;

    public bool IsPartlyDone => Result is { Status: TestStatus.Failed, Points: > 0 };

    /// <summary>What was expected, where the difference is one of texts.</summary>
    public string? Expected => Result?.Reason switch
    {
        FindingReason.OutputDiffers or FindingReason.WrongExitCode => Test.Expect?.Stdout,
        FindingReason.FileDiffers => Test.Expect?.Files.GetValueOrDefault(Result.Detail ?? ""),
        _ => null,
    };

    /// <summary>Expected beside actual; null when there is nothing to compare.</summary>
    public SideBySide? Comparison =>
        Expected is { } expected && Test.Expect!.Compare != Contracts.Curriculum.Comparison.Contains
            ? SideBySide.Of(expected, Result!.Output ?? "")
            : null;

    /// <summary>Why it did not pass, in the reader's language; empty when it passed.</summary>
    public string Message(IStringLocalizer texts) => Result is null ? "" : FindingTexts.Say(texts, Result, Test);
}
