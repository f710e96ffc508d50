using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Alerts;
using Academy.Grading.Queue;
using Academy.Grading.Running;
using Academy.Kernel.Data;
using Academy.Sandbox;
using Microsoft.Extensions.Logging;

namespace Academy.Grading.Nightly;

/// <summary>
/// Grades the reference solution of each project of the current release: when one stops passing, an image or a tool has changed
/// under it, and operators hear of it before learners do.
/// </summary>
internal sealed class CheckReferences(
    AcademyDb db, ICurriculum curriculum, Grader grader, RaiseAlert alerts, ILogger<CheckReferences> log)
{
    /// <summary>How often an error of ours is tried again before it says something of the project.</summary>
    private const int Tries = 2;

    /// <exception cref="SandboxUnavailableException">There is no engine here.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return;

        foreach (var project in release.Projects.Values)
        {
            var wrong = await WhatIsWrongAsync(project, release.Rules.PassMark, ct);
            if (wrong is null) await alerts.ClearAsync(AlertKind.ReferenceFailed, project.Slug, ct);
            else await alerts.RaiseAsync(AlertKind.ReferenceFailed, project.Slug, wrong, ct);
            await db.SaveChangesAsync(ct);
        }

        log.LogInformation("Checked the reference solutions of {Count} projects", release.Projects.Count);
    }

    /// <summary>The tests that the solution no longer passes; null when all is well.</summary>
    private async Task<string?> WhatIsWrongAsync(Project project, int passMark, CancellationToken ct)
    {
        var workTree = TarFiles.OfFolders(project.TemplateFolder, project.SolutionFolder);
        for (var left = Tries; ; left--)
        {
            try
            {
                var failures = new Failures();
                var report = await grader.GradeAsync(project.Grading, passMark, workTree, failures, ct);
                if (report.Verdict == Verdict.Passed && failures.Tests.Count == 0) return null;
                return failures.Tests.Count > 0 ? string.Join(", ", failures.Tests) : $"{report.Verdict}: {report.Notice}";
            }
            catch (SandboxUnavailableException e) when (e.Problem is not (SandboxProblem.EngineUnreachable or SandboxProblem.EngineForbidden))
            {
                if (left == 1) return e.Message;
            }
        }
    }

    private sealed class Failures : IGradingObserver
    {
        public List<string> Tests { get; } = [];

        public Task EnterAsync(RunPhase phase) => Task.CompletedTask;

        public Task TestedAsync(int position, GradedTest test, TestFinding finding)
        {
            if (finding.Status != TestStatus.Passed) Tests.Add($"{test.Id} ({finding.Reason})");
            return Task.CompletedTask;
        }
    }
}
