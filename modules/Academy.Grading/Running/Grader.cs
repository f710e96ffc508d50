using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>Grades a work tree by a project's plan, in a sandbox of its own. Knows nothing of learners, queues or databases.</summary>
internal sealed class Grader(SandboxHost sandboxes)
{
    private static readonly TimeSpan Overhead = TimeSpan.FromSeconds(30);

    /// <summary>Starts what a grading by this plan will need in a moment, in the background.</summary>
    public void Prepare(GradingPlan plan)
    {
        if (plan.Mode == GradingMode.Judge) sandboxes.PreparePair(SpecFor(plan), JudgeSpecFor(plan));
        else sandboxes.Prepare(SpecFor(plan));
    }

    /// <param name="plan">The project's.</param>
    /// <param name="passMark">Percent of the points from which the verdict is Passed.</param>
    /// <param name="workTree">The learner's files, as a tar archive.</param>
    /// <param name="observer">Told of each test as it ends.</param>
    /// <exception cref="SandboxUnavailableException">Nothing can be said of the work: the fault is ours.</exception>
    public async Task<GradingReport> GradeAsync(
        GradingPlan plan, int passMark, byte[] workTree, IGradingObserver observer, CancellationToken ct)
    {
        await observer.EnterAsync(RunPhase.Preparing);
        if (plan.Mode == GradingMode.Judge) return await JudgeAsync(plan, passMark, workTree, observer, ct);

        await using var sandbox = await sandboxes.StartAsync(SpecFor(plan), ct);
        var workshop = new Workshop(sandbox, plan.Limits, workTree, plan.FilesFolder);
        var record = new GradingRecord(plan, passMark, workshop, observer);
        var checks = new StaticChecks(workshop, plan, workTree);

        if (!await workshop.PrepareAsync(ct)) return await record.StopAsync(workshop.Obstacle!);

        if (await BuildAsync(plan, workshop, record, observer, ct) is { } failed) return failed;

        await observer.EnterAsync(RunPhase.Testing);
        return plan switch
        {
            { Mode: GradingMode.Io } => await IoTests.RunAsync(plan, workshop, checks, record, ct),
            { Report: ReportFormat.ExitCode } => await ExitCodeTests.RunAsync(plan, workshop, checks, record, ct),
            _ => await ReportTests.RunAsync(plan, workshop, checks, record, ct),
        };
    }

    /// <summary>The work cannot even be handed to a sandbox: it is too large, or has names that no disk takes.</summary>
    public static async Task<GradingReport> RefuseAsync(GradingPlan plan, string reason, IGradingObserver observer)
    {
        var refused = new TestFinding(TestStatus.NotRun, FindingReason.FilesRefused, TimeSpan.Zero) { Detail = reason };
        foreach (var (position, test) in plan.Tests.Index()) await observer.TestedAsync(position, test, refused);
        return new GradingReport(Verdict.Failed, 0, plan.Tests.Where(t => !t.IsBonus).Sum(t => t.Points), null, TimeSpan.Zero, 0);
    }

    private async Task<GradingReport> JudgeAsync(
        GradingPlan plan, int passMark, byte[] workTree, IGradingObserver observer, CancellationToken ct)
    {
        await using var pair = await sandboxes.StartPairAsync(SpecFor(plan), JudgeSpecFor(plan), ct);
        var workshop = new Workshop(pair.Service, plan.Limits, workTree, authorFolder: null);
        var bench = new Workshop(pair.Judge, JudgeTests.Limits(plan), workTree, plan.FilesFolder);
        var record = new GradingRecord(plan, passMark, workshop, observer);

        if (!await workshop.PrepareAsync(ct)) return await record.StopAsync(workshop.Obstacle!);
        if (await BuildAsync(plan, workshop, record, observer, ct) is { } failed) return failed;

        await observer.EnterAsync(RunPhase.Testing);
        return await JudgeTests.RunAsync(plan, pair, workshop, bench, new StaticChecks(bench, plan, workTree), record, ct);
    }

    private static async Task<GradingReport?> BuildAsync(
        GradingPlan plan, Workshop workshop, GradingRecord record, IGradingObserver observer, CancellationToken ct)
    {
        if (plan.Build is not { } build) return null;

        await observer.EnterAsync(RunPhase.Building);
        var built = await workshop.BuildAsync(build, ct);
        return built.Succeeded ? null : await record.StopAsync(Verdicts.OfBuild(built), ProgramText.Of(built));
    }

    /// <summary>Ours have a short name; an author's own has its whole one.</summary>
    private static string ImageOf(string name) => name.AsSpan().ContainsAny('/', ':') ? name : $"academy/{name}";

    internal static SandboxSpec SpecFor(GradingPlan plan) => SpecFor(plan, plan.Image, plan.Limits);

    private static SandboxSpec JudgeSpecFor(GradingPlan plan) => SpecFor(plan, plan.Judge!.Image, JudgeTests.Limits(plan));

    internal static SandboxSpec SpecFor(GradingPlan plan, string image, GradingLimits limits) => new(ImageOf(image))
    {
        MemoryBytes = (long)limits.MemoryMb << 20,
        Processes = limits.Processes,
        DiskBytes = (long)limits.DiskMb << 20,
        Lifetime = Overhead
            + TimeSpan.FromSeconds(plan.Build is null ? 0 : plan.Limits.BuildSeconds)
            + TimeSpan.FromSeconds(plan.Judge?.ReadySeconds ?? 0)
            + TimeSpan.FromSeconds(plan.Limits.Seconds + plan.Tests.Sum(t => t.Seconds ?? plan.Limits.Seconds)),
    };
}
