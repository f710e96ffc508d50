using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;

namespace Academy.Grading.Running;

/// <summary>Notes how each test ended, and sums up.</summary>
internal sealed class GradingRecord(GradingPlan plan, int passMark, Workshop workshop, IGradingObserver observer)
{
    /// <summary>Limits that a submission may run into before the rest of its tests is left out: it would only take time.</summary>
    private const int MaxViolations = 2;

    private readonly List<TestFinding> _findings = [];

    /// <summary>Whether going on makes no sense.</summary>
    public bool HasEnough => _findings.Count(f => IsViolation(f.Reason)) >= MaxViolations;

    /// <summary>Notes the next test, in the plan's order.</summary>
    public async Task NoteAsync(TestFinding finding)
    {
        var position = _findings.Count;
        _findings.Add(finding);
        await observer.TestedAsync(position, plan.Tests[position], finding);
    }

    /// <summary>No test can run, or none can be believed.</summary>
    public async Task<GradingReport> StopAsync(Verdict verdict, string? notice)
    {
        await LeaveOutTheRestAsync(TestFinding.NotRun);
        return Report(verdict, 0, notice);
    }

    /// <summary>No test can run, for this reason.</summary>
    public async Task<GradingReport> StopAsync(TestFinding obstacle)
    {
        await LeaveOutTheRestAsync(obstacle with { Status = TestStatus.NotRun });
        return Report(Verdicts.OfReason(obstacle.Reason), 0, null);
    }

    /// <summary>The verdict of all tests together. What reaches the pass mark has passed, whatever single tests say.</summary>
    /// <param name="notice">See <see cref="GradingReport.Notice"/>.</param>
    /// <param name="total">Points that count in place of those of the reported tests; null: those of the tests.</param>
    /// <param name="limit">A limit that was met beside the tests; null: none.</param>
    public async Task<GradingReport> SumUpAsync(string? notice = null, decimal? total = null, TestFinding? limit = null)
    {
        await LeaveOutTheRestAsync(TestFinding.NotRun);
        var earned = plan.Tests.Zip(_findings, (test, finding) => (test.Case, Points: finding.PointsOf(test.Points))).ToList();
        var score = total is null ? earned.Sum(e => e.Points) : total.Value + earned.Where(e => e.Case is null).Sum(e => e.Points);
        limit ??= _findings.FirstOrDefault(f => IsViolation(f.Reason));
        var verdict = score * 100 >= passMark * MaxScore ? Verdict.Passed
            : limit is not null ? Verdicts.OfReason(limit.Reason)
            : Verdict.Failed;
        return Report(verdict, score, notice);
    }

    private decimal MaxScore => plan.Tests.Where(t => !t.IsBonus).Sum(t => t.Points);

    private async Task LeaveOutTheRestAsync(TestFinding finding)
    {
        while (_findings.Count < plan.Tests.Count) await NoteAsync(finding);
    }

    private GradingReport Report(Verdict verdict, decimal score, string? notice) =>
        new(verdict, score, MaxScore, notice, workshop.CpuTime, workshop.PeakMemoryBytes);

    private static bool IsViolation(FindingReason reason) => Verdicts.OfReason(reason) != Verdict.Failed;
}
