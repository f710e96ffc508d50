using Academy.Contracts.Curriculum;
using Academy.Grading.Queue;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>The sandbox with the work in it: puts the files in place, builds them, and measures all that runs.</summary>
internal sealed class Workshop(RunningSandbox sandbox, GradingLimits limits, byte[] workTree, string? authorFolder)
{
    private readonly byte[]? _authorFiles = authorFolder is null ? null : TarFiles.OfFolder(authorFolder);
    private byte[]? _built;
    private bool _isFresh;

    public TimeSpan CpuTime { get; private set; }

    public long PeakMemoryBytes { get; private set; }

    /// <summary>Why the files could not be put in place, the last time that they could not.</summary>
    public TestFinding? Obstacle { get; private set; }

    /// <summary>
    /// Lays the author's files over the learner's, and again over what was built: a build may have run the learner's code.
    /// False when that is not possible: <see cref="Obstacle"/> says why.
    /// </summary>
    public async Task<bool> PrepareAsync(CancellationToken ct) =>
        _isFresh = await PutAsync(_built ?? workTree, ct) && (_authorFiles is null || await PutAsync(_authorFiles, ct));

    /// <summary>The author's files alone, in a fresh sandbox: the judge's tests have nothing of the learner's beside them.</summary>
    public async Task<bool> PrepareAuthorsAsync(CancellationToken ct)
    {
        _isFresh = false;
        await sandbox.ResetAsync(ct);
        return _authorFiles is null || await PutAsync(_authorFiles, ct);
    }

    /// <summary>Builds once. What was built is kept outside, so that no test can change what the next one starts from.</summary>
    public async Task<SandboxResult> BuildAsync(IReadOnlyList<string> command, CancellationToken ct)
    {
        var built = await RunAsync(new SandboxCommand(command) { Timeout = TimeSpan.FromSeconds(limits.BuildSeconds) }, ct);
        if (!built.Succeeded) return built;

        var packed = await sandbox.RunAsync(
            new SandboxCommand("tar", "--create", "--file=-", ".") { OutputLimit = (limits.DiskMb << 20) + (1 << 20) }, ct);
        _built = packed.StandardOutput.Bytes.ToArray();
        return packed.Succeeded ? built : packed;
    }

    /// <summary>Everything as it was before the first test, with this test's own files.</summary>
    public async Task<bool> RestoreAsync(IReadOnlyDictionary<string, string> files, CancellationToken ct)
    {
        // The first test finds everything as it was put there, when nothing has run.
        if (!_isFresh)
        {
            await sandbox.ResetAsync(ct);
            if (!await PrepareAsync(ct)) return false;
        }

        _isFresh = false; // whoever restores runs something next
        return files.Count == 0 || await PutAsync(TarFiles.Of(files), ct);
    }

    /// <summary>Runs a command and counts what it used.</summary>
    public async Task<SandboxResult> RunAsync(SandboxCommand command, CancellationToken ct)
    {
        _isFresh = false;
        return Count(await sandbox.RunAsync(command with { OutputLimit = limits.OutputKb << 10 }, ct));
    }

    /// <summary>Starts what the learner's program offers to others.</summary>
    public RunningService StartService(SandboxCommand command, CancellationToken ct)
    {
        _isFresh = false;
        return sandbox.StartService(command with { OutputLimit = limits.OutputKb << 10 }, ct);
    }

    /// <summary>Ends it, and counts what it used.</summary>
    public async Task<SandboxResult> StopAsync(RunningService service) => Count(await service.StopAsync());

    /// <summary>Reads what a command has left behind.</summary>
    public Task<SandboxFile> ReadFileAsync(string path, int maxBytes, CancellationToken ct) => sandbox.ReadFileAsync(path, maxBytes, ct);

    private SandboxResult Count(SandboxResult result)
    {
        CpuTime += result.CpuTime;
        PeakMemoryBytes = Math.Max(PeakMemoryBytes, result.PeakMemoryBytes);
        return result;
    }

    private async Task<bool> PutAsync(byte[] tar, CancellationToken ct)
    {
        // A commit without files makes an archive without bytes, which tar takes for a damaged one.
        if (tar.Length == 0) return true;

        var result = await sandbox.UnpackAsync(new MemoryStream(tar, writable: false), "/work", ct);
        if (!result.Succeeded) Obstacle = Verdicts.Obstacle(result, limits);
        return result.Succeeded;
    }
}
