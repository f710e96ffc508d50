using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>Grades a work tree by a project's plan, in a sandbox of its own. Knows nothing of learners, queues or databases.</summary>
internal sealed class Grader(SandboxHost sandboxes)
{
    private static readonly TimeSpan Overhead = TimeSpan.FromSeconds(30);

    /// <param name="plan">The project's.</param>
    /// <param name="passMark">Percent of the points from which the verdict is Passed.</param>
    /// <param name="workTree">The learner's files, as a tar archive.</param>
    /// <param name="observer">Told of each test as it ends.</param>
    /// <exception cref="SandboxUnavailableException">Nothing can be said of the work: the fault is ours.</exception>
    public async Task<GradingReport> GradeAsync(
        GradingPlan plan, int passMark, byte[] workTree, IGradingObserver observer, CancellationToken ct)
    {
        await observer.EnterAsync(RunPhase.Preparing);
        await using var sandbox = await sandboxes.StartAsync(SpecFor(plan), ct);
        var workshop = new Workshop(sandbox, plan.Limits, workTree, plan.FilesFolder);
        var record = new GradingRecord(plan, passMark, workshop, observer);

        if (!await workshop.PrepareAsync(ct)) return await record.StopAsync(Verdict.DiskFull, null);

        if (plan.Build is { } build)
        {
            await observer.EnterAsync(RunPhase.Building);
            var built = await workshop.BuildAsync(build, ct);
            if (!built.Succeeded) return await record.StopAsync(Verdicts.OfBuild(built), ProgramText.Of(built));
        }

        await observer.EnterAsync(RunPhase.Testing);
        return plan switch
        {
            { Mode: GradingMode.Io } => await IoTests.RunAsync(plan, workshop, record, ct),
            { Report: ReportFormat.JUnit } => await JUnitTests.RunAsync(plan, workshop, record, ct),
            _ => await ExitCodeTests.RunAsync(plan, workshop, record, ct),
        };
    }

    /// <summary>Ours have a short name; an author's own has its whole one.</summary>
    private static string ImageOf(string name) => name.AsSpan().ContainsAny('/', ':') ? name : $"academy/{name}";

    private static SandboxSpec SpecFor(GradingPlan plan) => new(ImageOf(plan.Image))
    {
        MemoryBytes = (long)plan.Limits.MemoryMb << 20,
        Processes = plan.Limits.Processes,
        DiskBytes = (long)plan.Limits.DiskMb << 20,
        Lifetime = Overhead
            + TimeSpan.FromSeconds(plan.Build is null ? 0 : plan.Limits.BuildSeconds)
            + TimeSpan.FromSeconds(plan.Limits.Seconds + plan.Tests.Sum(t => t.Seconds ?? plan.Limits.Seconds)),
    };
}
