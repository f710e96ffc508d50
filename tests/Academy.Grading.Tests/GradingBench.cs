using System.Formats.Tar;
using System.Text;
using Academy.Contracts.Curriculum;
using Academy.Grading.Queue;
using Academy.Grading.Running;
using Academy.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace Academy.Grading.Tests;

/// <summary>Grades files in the real sandbox, without site or database.</summary>
public sealed class GradingBench : IAsyncLifetime
{
    private readonly SandboxHost _sandboxes = new(
        new SandboxHostOptions { Owner = "academy-tests", Instance = $"grading-{Guid.CreateVersion7():N}" },
        TimeProvider.System,
        NullLogger<SandboxHost>.Instance);

    private IReadOnlySet<string> _stores = new HashSet<string>();

    internal Grader Grader => new(_sandboxes);

    public async Task InitializeAsync() => _stores = await EngineStores.NamesAsync();

    public async Task DisposeAsync() => await _sandboxes.DisposeAsync();

    /// <summary>Beside the sandboxes that stand by, the engine has none of ours; and no volume or network more than before.</summary>
    internal async Task NothingIsLeftAsync()
    {
        await _sandboxes.SettleAsync(CancellationToken.None);
        _sandboxes.Status.Sum(status => status.Running).ShouldBe(0);
        (await _sandboxes.SweepAsync(CancellationToken.None)).ShouldBe(0);
        (await EngineStores.NamesAsync()).Except(_stores).ShouldBeEmpty();
    }

    internal Task<Graded> GradeAsync(GradingPlan plan, params (string Path, string Content)[] files) => GradeAsync(plan, Tar(files));

    internal async Task<Graded> GradeAsync(GradingPlan plan, byte[] workTree)
    {
        var notes = new Notes();
        var report = await Grader.GradeAsync(plan, passMark: 80, workTree, notes, CancellationToken.None);
        return new Graded(report, notes.Findings, notes.Phases);
    }

    public static byte[] Tar(params (string Path, string Content)[] files)
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (path, content) in files)
                writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
        }

        return archive.ToArray();
    }

    private sealed class Notes : IGradingObserver
    {
        public List<TestFinding> Findings { get; } = [];

        public List<RunPhase> Phases { get; } = [];

        public Task EnterAsync(RunPhase phase)
        {
            Phases.Add(phase);
            return Task.CompletedTask;
        }

        public Task TestedAsync(int position, GradedTest test, TestFinding finding)
        {
            position.ShouldBe(Findings.Count);
            Findings.Add(finding);
            return Task.CompletedTask;
        }
    }
}

internal sealed record Graded(GradingReport Report, IReadOnlyList<TestFinding> Findings, IReadOnlyList<RunPhase> Phases);
