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
/// <param name="Tests">All tests of the project in order, also those that have not run yet.</param>
internal sealed record GradingView(
    GradingRun Run, Project Project, int PassMark, int? Position, WaitingTime? Expected, WaitReason Problem, IReadOnlyList<TestView> Tests)
{
    public int PassedTests => Tests.Count(t => t.Result?.Status == TestStatus.Passed);

    public int FinishedTests => Tests.Count(t => t.Result is not null);

    public bool ReachedPassMark => Run.Verdict == Verdict.Passed;
}

/// <param name="Test">What was asked.</param>
/// <param name="Result">How it went; null while it has not run.</param>
internal sealed record TestView(GradedTest Test, TestResult? Result)
{
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
