using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;

namespace Academy.Grading.Running;

/// <summary>What came of grading a work tree.</summary>
/// <param name="Verdict">See <see cref="Contracts.Grading.Verdict"/>.</param>
/// <param name="Score">Points earned, those of bonuses too: it may be more than <paramref name="MaxScore"/>.</param>
/// <param name="MaxScore">Points of all tests, without bonuses.</param>
/// <param name="Notice">What the build or the test command says of all tests together; for InvalidReport what is wrong with it; null otherwise.</param>
/// <param name="CpuTime">Of all commands together.</param>
/// <param name="PeakMemoryBytes">Of the largest process.</param>
internal sealed record GradingReport(
    Verdict Verdict, decimal Score, decimal MaxScore, string? Notice, TimeSpan CpuTime, long PeakMemoryBytes);

/// <summary>Told while a work tree is graded.</summary>
internal interface IGradingObserver
{
    Task EnterAsync(RunPhase phase);

    Task TestedAsync(int position, GradedTest test, TestFinding finding);
}
