using System.Diagnostics;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Contracts.Repositories;
using Academy.Grading.Alerts;
using Academy.Grading.Live;
using Academy.Grading.Running;
using Academy.Kernel.Data;
using Academy.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Queue;

/// <summary>Grades one submission that a worker has taken, and tells its verdict.</summary>
internal sealed class GradeSubmission(
    AcademyDb db,
    ICurriculum curriculum,
    IRepositories repositories,
    Grader grader,
    GradingFeed feed,
    GradingHealth health,
    RaiseAlert alerts,
    IOptions<GradingOptions> options,
    TimeProvider clock,
    ILogger<GradeSubmission> log)
{
    public async Task RunAsync(GradingRun run, CancellationToken ct)
    {
        using var activity = GradingMeters.Start(run);
        try
        {
            await GradeAsync(run, ct);
        }
        catch (OvertakenException)
        {
            log.LogWarning("Grading {RunId} was taken over by another worker", run.Id);
        }
        catch (SandboxUnavailableException e) when (e.Problem is SandboxProblem.EngineUnreachable or SandboxProblem.EngineForbidden)
        {
            health.Sandbox = new SandboxHealth(e.Problem, e.Message);
            await GiveBackAsync(run, () => run.PutBack(clock.GetUtcNow()), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            log.LogError(e, "Grading {RunId} failed on our side, try {Try}", run.Id, run.Tries);
            await GiveBackAsync(run, () => run.FailOnOurSide(e.Message, clock.GetUtcNow()), ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // This worker stops in good order, which is nobody's failure: the next one begins it anew.
            await GiveBackAsync(run, () => run.PutBack(clock.GetUtcNow()), CancellationToken.None);
        }
        finally
        {
            feed.Changed(run.Id);
        }
    }

    private async Task GradeAsync(GradingRun run, CancellationToken ct)
    {
        var release = await curriculum.GetAsync(run.ReleaseId, ct);
        var plan = release.Projects[run.ProjectSlug].Grading;
        var observer = new Observer(run, SaveAsync, feed, db, ct);
        GradingReport report;
        try
        {
            var workTree = await repositories.ArchiveAsync(run.AttemptId, run.Commit, (long)options.Value.MaxSubmissionMb << 20, ct);
            report = await grader.GradeAsync(plan, release.Rules.PassMark, workTree, observer, ct);
        }
        catch (InvalidDataException e)
        {
            report = await Grader.RefuseAsync(plan, e.Message, observer);
        }

        var now = clock.GetUtcNow();
        run.Measure(report.CpuTime, report.PeakMemoryBytes);
        run.Finish(report.Verdict, report.Score, report.MaxScore, report.Notice, now);
        // A regrade has no effect before somebody applies it.
        if (run.RegradeId is null) Publish(run, now);
        await SaveAsync(ct);
        GradingMeters.Finished(run);
        log.LogInformation("Graded {RunId}: {Verdict}, {Percent} %", run.Id, run.Verdict, run.Percent);
    }

    private void Publish(GradingRun run, DateTimeOffset now) => db.Publish(
        new GradingFinished(
            run.Id, run.AttemptId, run.LearnerId, run.ProjectSlug, run.ReleaseId, run.Commit,
            run.Verdict!.Value, run.Score, run.MaxScore, now),
        now);

    /// <summary>Leaves the run to a later try, without what this one found.</summary>
    private async Task GiveBackAsync(GradingRun run, Action change, CancellationToken ct)
    {
        foreach (var entry in db.ChangeTracker.Entries<TestResult>().ToList())
            entry.State = entry.State == EntityState.Added
                ? EntityState.Detached
                : EntityState.Deleted;
        change();
        if (run.State == RunState.Finished) await alerts.GradingFailedAsync(run, ct);
        await db.SaveOrRefuseAsync(Refusals.Overtaken, ct);
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        if ((await db.SaveOrRefuseAsync(Refusals.Overtaken, ct)).IsRefused) throw new OvertakenException();
    }

    private sealed class Observer(
        GradingRun run, Func<CancellationToken, Task> save, GradingFeed feed, AcademyDb db, CancellationToken ct) : IGradingObserver
    {
        public async Task EnterAsync(RunPhase phase)
        {
            run.Enter(phase);
            await save(ct);
            feed.Changed(run.Id);
        }

        public async Task TestedAsync(int position, GradedTest test, TestFinding finding)
        {
            run.CountTest();
            db.Add(new TestResult(run.Id, position, test.Id, test.Points, finding));
            await save(ct);
            feed.Changed(run.Id);
        }
    }

    /// <summary>Another worker has the run now: what this one finds does not count.</summary>
    private sealed class OvertakenException : Exception;
}
