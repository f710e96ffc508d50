using System.Security.Claims;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Live;

/// <summary>What of a grading its reader may see by now: hidden tests, and hints that come after some failures.</summary>
internal sealed class Disclosure(AcademyDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<TestView>> OfAsync(
        GradingRun run, AttemptInfo attempt, Project project, IReadOnlyDictionary<string, TestResult> results,
        ClaimsPrincipal reader, CancellationToken ct)
    {
        var failures = await FailuresAsync(run, project, results, ct);
        var tests = project.Grading.Tests
            .Select(test => (Test: test, Result: results.GetValueOrDefault(test.Id)))
            .Select(t => (t.Test, t.Result, Visibility: Stricter(t.Test.Visibility, t.Result?.Visibility ?? TestVisibility.Always)))
            .ToList();
        var asked = tests.Select(t => t.Visibility).Where(v => v is TestVisibility.AfterPassing or TestVisibility.AfterDeadline).ToHashSet();
        var hasPassed = asked.Contains(TestVisibility.AfterPassing) && await HasPassedAsync(run, ct);
        var isOver = attempt.DeadlineAt <= clock.GetUtcNow();
        var teaches = reader.Has(Role.Trainer) && !attempt.Has(reader.Id());

        return
        [
            .. tests.Select(t => new TestView(t.Test, t.Result)
            {
                Visibility = t.Visibility,
                IsHidden = !teaches && t.Visibility switch
                {
                    TestVisibility.Always => false,
                    TestVisibility.AfterPassing => !hasPassed,
                    TestVisibility.AfterDeadline => !isOver,
                    _ => true,
                },
                TriesToHint = teaches ? 0 : Math.Max(0, t.Test.HintAfter - failures.GetValueOrDefault(t.Test.Id, 1)),
            }),
        ];
    }

    private static TestVisibility Stricter(TestVisibility one, TestVisibility other) => one > other ? one : other;

    private Task<bool> HasPassedAsync(GradingRun run, CancellationToken ct) =>
        db.Set<GradingRun>().AnyAsync(r => r.AttemptId == run.AttemptId && r.RegradeId == null && r.Verdict == Verdict.Passed, ct);

    /// <summary>In how many gradings of the attempt, up to this one, each test has failed. One is certain, and not counted.</summary>
    private async Task<IReadOnlyDictionary<string, int>> FailuresAsync(
        GradingRun run, Project project, IReadOnlyDictionary<string, TestResult> results, CancellationToken ct)
    {
        var waiting = project.Grading.Tests
            .Where(t => t.HintAfter > 1 && results.GetValueOrDefault(t.Id)?.Status == TestStatus.Failed)
            .Select(t => t.Id)
            .ToList();
        if (waiting.Count == 0) return new Dictionary<string, int>();

        return await db.Set<TestResult>()
            .Where(t => waiting.Contains(t.TestId) && t.Status == TestStatus.Failed)
            .Where(t => db.Set<GradingRun>().Any(r =>
                r.Id == t.RunId && r.AttemptId == run.AttemptId && r.RegradeId == null && r.QueuedAt <= run.QueuedAt))
            .GroupBy(t => t.TestId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }
}
