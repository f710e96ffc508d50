using System.Globalization;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>
/// Mode judge: the learner's service runs in one container, and in another the author's tests ask it questions. Only what the
/// tests report counts; the service never sees a file of the author's.
/// </summary>
internal static class JudgeTests
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>What the author's tests may use: enough for a browser.</summary>
    public static GradingLimits Limits(GradingPlan plan) =>
        plan.Limits with { MemoryMb = 768, OutputKb = 1024, Processes = 256, DiskMb = 96 };

    /// <param name="plan">The project's.</param>
    /// <param name="pair">The two containers.</param>
    /// <param name="workshop">The learner's, with the service in it, built.</param>
    /// <param name="bench">The judge's.</param>
    /// <param name="checks">The tests that run nothing.</param>
    /// <param name="record">What is found out.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<GradingReport> RunAsync(
        GradingPlan plan, SandboxPair pair, Workshop workshop, Workshop bench, StaticChecks checks, GradingRecord record, CancellationToken ct)
    {
        if (plan.Build is not null && !await workshop.RestoreAsync(new Dictionary<string, string>(), ct))
            return await record.StopAsync(workshop.Obstacle!);
        if (!await bench.PrepareAuthorsAsync(ct)) throw new InvalidOperationException("The author's files do not fit into the judge's container.");

        var judge = plan.Judge!;
        var (ready, patience) = (TimeSpan.FromSeconds(judge.ReadySeconds), TimeSpan.FromSeconds(plan.Limits.Seconds));
        var service = workshop.StartService(new SandboxCommand(plan.Run) { Timeout = ready + patience + Slack }, ct);

        var state = await pair.WaitUntilReadyAsync(service, judge.Port, judge.ReadyPath, ready, ct);
        if (state != ServiceState.Ready) return await NeverReadyAsync(plan, state, await workshop.StopAsync(service), record);

        var result = await bench.RunAsync(new SandboxCommand(judge.Run) { Timeout = patience }, ct);
        var file = await ReportTests.ReadAsync(plan, result, bench.ReadFileAsync, ct);
        var ended = await workshop.StopAsync(service);
        return await ReportTests.NoteAsync(plan with { Limits = Limits(plan) }, result, file, checks, record, ct, WhyEnded(plan, ended), ProgramText.Of(ended));
    }

    // The first test says why; the others could not run.
    private static async Task<GradingReport> NeverReadyAsync(GradingPlan plan, ServiceState state, SandboxResult ended, GradingRecord record)
    {
        var why = WhyEnded(plan, ended) ?? new TestFinding(
            TestStatus.Failed, state == ServiceState.Mute ? FindingReason.ServiceMute : FindingReason.ServiceSilent, ended.Elapsed)
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"{plan.Judge!.Port}\t{plan.Judge.ReadySeconds}"),
        };
        await record.NoteAsync(why);

        var limit = Verdicts.OfReason(why.Reason);
        return await record.StopAsync(limit == Verdict.Failed ? Verdict.NotReady : limit, ProgramText.Of(ended).Trim());
    }

    /// <summary>Why the service was not there any more; null when it lived until we stopped it.</summary>
    private static TestFinding? WhyEnded(GradingPlan plan, SandboxResult ended) => ended.Ending switch
    {
        SandboxEnding.Stopped => null,
        SandboxEnding.Exited => new TestFinding(TestStatus.Failed, FindingReason.ServiceEnded, ended.Elapsed)
        {
            Detail = ended.ExitCode.ToString(CultureInfo.InvariantCulture),
        },
        _ => Verdicts.Violation(ended, plan.Limits, plan.Limits.Seconds),
    };
}
