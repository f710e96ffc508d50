using System.Net.Sockets;
using Academy.Sandbox.Engine;
using Academy.Sandbox.Supervising;

namespace Academy.Sandbox;

/// <summary>
/// A container that is used once: one grading's commands run in it one after another, and each leaves no process behind.
/// Not for two threads at once. After an exception (cancellation, too) nothing is left to do but to dispose of it.
/// </summary>
public sealed class RunningSandbox : IAsyncDisposable
{
    // What a supervisor may take beyond a command's own time before the host stops waiting for it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UnpackTimeout = TimeSpan.FromSeconds(30);

    private readonly EngineClient engine;
    private readonly SandboxSpec spec;
    private readonly TimeProvider clock;
    private readonly Action<RunningSandbox> disposed;
    private long startedAt;
    private Supervisor? supervisor;

    internal RunningSandbox(EngineClient engine, SandboxSpec spec, string name, TimeProvider clock, Action<RunningSandbox> disposed) =>
        (this.engine, this.spec, Name, this.clock, this.disposed) = (engine, spec, name, clock, disposed);

    internal string Name { get; }

    private TimeSpan LifeLeft => spec.Lifetime - clock.GetElapsedTime(startedAt);

    /// <summary>
    /// Unpacks an archive over what is in the directory. Whatever the archive brings, a directory, too, replaces what stands
    /// in its place, a link, too.
    /// </summary>
    /// <param name="tar">Uncompressed. Let it name its directories: only then is none of them left to be a link.</param>
    /// <returns>How tar ended: <see cref="SandboxEnding.DiskFull"/> when there is not room enough.</returns>
    /// <exception cref="SandboxUnavailableException" />
    public Task<SandboxResult> UnpackAsync(Stream tar, string directory, CancellationToken ct) =>
        RunAsync(
            new SandboxCommand("tar", "--extract", "--file=-", "--recursive-unlink", "--no-same-owner", "--warning=no-unknown-keyword")
            {
                Directory = directory,
                Timeout = UnpackTimeout,
            },
            tar,
            ct);

    /// <summary>Runs a command to its end, or to the limit that it meets first.</summary>
    /// <exception cref="SandboxUnavailableException" />
    public Task<SandboxResult> RunAsync(SandboxCommand command, CancellationToken ct) =>
        RunAsync(command, new MemoryStream(command.Input.ToArray(), writable: false), ct);

    /// <summary>The same, with a standard input that need not fit in memory; <see cref="SandboxCommand.Input"/> is not looked at.</summary>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<SandboxResult> RunAsync(SandboxCommand command, Stream input, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        try
        {
            return await WithSupervisorAsync((s, token) => s.RunAsync(command, input, token), command.Timeout, ct);
        }
        catch (SandboxEndedException ended)
        {
            return new SandboxResult(ended.Ending, 137, Nothing, Nothing, clock.GetElapsedTime(began), TimeSpan.Zero, 0);
        }
    }

    /// <summary>Reads a file that a command has left. Never follows a link, never waits for a FIFO or a device.</summary>
    /// <param name="path">Absolute, without "..".</param>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<SandboxFile> ReadFileAsync(string path, int maxBytes, CancellationToken ct)
    {
        if (!path.StartsWith('/') || path.Split('/').Contains(".."))
            throw new ArgumentException($"\"{path}\" is not an absolute path without \"..\".", nameof(path));

        try
        {
            return await WithSupervisorAsync((s, token) => s.ReadAsync(path, maxBytes, token), TimeSpan.Zero, ct);
        }
        catch (SandboxEndedException)
        {
            return new SandboxFile(SandboxFileState.Missing, default);
        }
    }

    /// <summary>
    /// Makes the sandbox as it was at first: every directory that a program could write in is empty, and if a program has
    /// brought down the sandbox itself (by using all its memory), it is started again.
    /// </summary>
    /// <exception cref="SandboxUnavailableException" />
    public async Task ResetAsync(CancellationToken ct)
    {
        try
        {
            if (supervisor is not null) await WithSupervisorAsync((s, token) => s.CleanAsync(token), UnpackTimeout, ct);
        }
        catch (SandboxEndedException)
        {
            // Then it starts anew.
        }

        if (supervisor is null) await StartAsync(ct);
    }

    /// <summary>Ends it at once; the engine removes what is left in the background (see <see cref="SandboxHost.SettleAsync"/>).</summary>
    public async ValueTask DisposeAsync()
    {
        if (supervisor is not null) await supervisor.DisposeAsync();
        supervisor = null;
        disposed(this);
    }

    internal async Task StartAsync(CancellationToken ct)
    {
        if (startedAt == 0) startedAt = clock.GetTimestamp();
        var attached = await engine.AttachAsync(Name, ct);
        supervisor = new Supervisor(attached);
        await engine.StartAsync(Name, ct);
        await supervisor.LiveForAsync(LifeLeft, ct);
    }

    private static SandboxOutput Nothing => new(default, false);

    private async Task<T> WithSupervisorAsync<T>(Func<Supervisor, CancellationToken, Task<T>> work, TimeSpan time, CancellationToken ct)
    {
        var current = supervisor ?? throw new InvalidOperationException("The sandbox has ended. ResetAsync starts it again.");
        using var patience = new CancellationTokenSource(time + Grace, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await work(current, either.Token);
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidDataException or ObjectDisposedException
            || (exception is OperationCanceledException && !ct.IsCancellationRequested))
        {
            supervisor = null;
            await current.DisposeAsync();
            throw await ExplainEndAsync(current, exception, ct);
        }
    }

    // The supervisor does not leave by itself before its time. Either a program made it (only by using up the memory), or
    // its time is over, or the fault is the engine's or ours.
    private async Task<Exception> ExplainEndAsync(Supervisor ended, Exception exception, CancellationToken ct)
    {
        var state = await engine.StopAsync(Name, ct);
        if (state?.OOMKilled == true) return new SandboxEndedException(SandboxEnding.OutOfMemory);
        if (exception is OperationCanceledException || LifeLeft < Jitter) return new SandboxEndedException(SandboxEnding.TimedOut);

        return new SandboxUnavailableException(
            SandboxProblem.EngineFailed, $"The sandbox ended for no reason that we know ({exception.Message}). {ended.Errors}", exception);
    }
}
