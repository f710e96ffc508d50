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
    private const int Killed = 137;

    // What a supervisor may take beyond a command's own time before the host stops waiting for it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(100);

    // When a container has died, its last words are on their way; and the engine may hear a little later why it did.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastNews = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UnpackTimeout = TimeSpan.FromSeconds(30);
    private static readonly SandboxOutput Nothing = new(default, false);

    private readonly EngineClient _engine;
    private readonly TimeProvider _clock;
    private readonly Action<RunningSandbox> _disposed;
    private readonly ContainerLives _lives = new();
    private TimeSpan _lifetime;
    private long _openedAt;
    private Supervisor? _supervisor;
    private SandboxEnding? _end;

    internal RunningSandbox(EngineClient engine, string name, TimeProvider clock, Action<RunningSandbox> disposed) =>
        (_engine, Name, _clock, _disposed) = (engine, name, clock, disposed);

    internal string Name { get; }

    private TimeSpan LifeLeft => _lifetime - _clock.GetElapsedTime(_openedAt);

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
        var began = _clock.GetTimestamp();
        try
        {
            return await WithSupervisorAsync((s, token) => s.RunAsync(command, input, token), command.Timeout, ct);
        }
        catch (SandboxEndedException ended)
        {
            return new SandboxResult(ended.Ending, Killed, Nothing, Nothing, _clock.GetElapsedTime(began), TimeSpan.Zero, 0);
        }
    }

    /// <summary>
    /// Starts a command that goes on while others work with it. Until it has ended, nothing else runs in this sandbox.
    /// </summary>
    public RunningService StartService(SandboxCommand command, CancellationToken ct) => new(RunAsync(command, ct), StopAsync);

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
    /// brought down the sandbox itself (by using all its memory), it is started again. Only when its lifetime is over does
    /// nothing help: then all that is run is <see cref="SandboxEnding.TimedOut"/>.
    /// </summary>
    /// <exception cref="SandboxUnavailableException" />
    public async Task ResetAsync(CancellationToken ct)
    {
        try
        {
            if (_supervisor is not null) await WithSupervisorAsync((s, token) => s.CleanAsync(token), UnpackTimeout, ct);
        }
        catch (SandboxEndedException)
        {
            // Then it starts anew, below.
        }

        if (_supervisor is not null || LifeLeft < Jitter) return;
        await StartAsync(ct);
        await WithSupervisorAsync(BeginAsync, TimeSpan.Zero, ct);
    }

    /// <summary>Ends it at once; the engine removes what is left in the background (see <see cref="SandboxHost.SettleAsync"/>).</summary>
    public async ValueTask DisposeAsync()
    {
        if (_supervisor is not null) await _supervisor.DisposeAsync();
        _supervisor = null;
        _disposed(this);
    }

    /// <summary>Something happened to its container.</summary>
    internal void Hear(ContainerEvent happened) => _lives.Hear(happened);

    /// <summary>Ends the command that runs, or the waiting for a service.</summary>
    internal async Task StopAsync()
    {
        try
        {
            if (_supervisor is { } current) await current.StopAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // Whoever waits for the command's end finds out why.
        }
    }

    internal async Task<ServiceState> WaitForServiceAsync(int port, string? path, TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            return await WithSupervisorAsync((s, token) => s.WaitForServiceAsync(port, path, timeout, token), timeout, ct);
        }
        catch (SandboxEndedException)
        {
            return ServiceState.Silent;
        }
    }

    internal async Task StartAsync(CancellationToken ct)
    {
        _supervisor = new Supervisor(await _engine.AttachAsync(Name, ct));
        _lives.Begin();
        await _engine.StartAsync(Name, ct);
    }

    /// <summary>Its life begins; throws when it is not there any more.</summary>
    internal async Task OpenAsync(TimeSpan lifetime, CancellationToken ct)
    {
        (_lifetime, _openedAt) = (lifetime, _clock.GetTimestamp());
        await WithSupervisorAsync(BeginAsync, TimeSpan.Zero, ct);
    }

    // Cleaning what is clean is quick, and its answer tells that the supervisor is there.
    private async Task<string> BeginAsync(Supervisor begun, CancellationToken ct)
    {
        await begun.LiveForAsync(LifeLeft, ct);
        return await begun.CleanAsync(ct);
    }

    private async Task<T> WithSupervisorAsync<T>(Func<Supervisor, CancellationToken, Task<T>> work, TimeSpan time, CancellationToken ct)
    {
        if (_supervisor is not { } current) throw new SandboxEndedException(_end ?? throw new ObjectDisposedException(nameof(RunningSandbox)));

        using var patience = new CancellationTokenSource(Shorter(time, LifeLeft) + Grace, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            var working = work(current, either.Token);
            if (await Task.WhenAny(working, _lives.Current.Died) != working) patience.CancelAfter(LastWords);
            return await working;
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidDataException or ObjectDisposedException
            || (exception is OperationCanceledException && !ct.IsCancellationRequested))
        {
            _supervisor = null;
            await current.DisposeAsync();
            _end = await ExplainEndAsync(current, exception, ct);
            throw new SandboxEndedException(_end.Value);
        }
    }

    private static TimeSpan Shorter(TimeSpan time, TimeSpan lifeLeft) =>
        lifeLeft < TimeSpan.Zero ? TimeSpan.Zero : lifeLeft < time ? lifeLeft : time;

    // The supervisor does not leave by itself before its time. Either a program made it (only by using up the memory), or
    // its time is over, or the fault is the engine's or ours.
    private async Task<SandboxEnding> ExplainEndAsync(Supervisor ended, Exception exception, CancellationToken ct)
    {
        var life = _lives.Current;
        if (LifeLeft < Jitter || (exception is OperationCanceledException && !life.Died.IsCompleted))
        {
            await _engine.StopAsync(Name, ct);
            return SandboxEnding.TimedOut;
        }

        if (await RanOutOfMemoryAsync(life, ct)) return SandboxEnding.OutOfMemory;
        throw new SandboxUnavailableException(
            SandboxProblem.EngineFailed, $"The sandbox ended for no reason that we know ({exception.Message}). {ended.Errors}", exception);
    }

    // The engine's events tell it at once. When they do not reach us, it is asked.
    private async Task<bool> RanOutOfMemoryAsync(ContainerLife life, CancellationToken ct)
    {
        if (!await HappensAsync(life.Died, LastWords, ct)) return await AskWhetherOutOfMemoryAsync(ct);

        if (await life.Died == Killed) await HappensAsync(life.Explained, LastNews, ct);
        return life.RanOutOfMemory;
    }

    private async Task<bool> AskWhetherOutOfMemoryAsync(CancellationToken ct)
    {
        var state = await _engine.StopAsync(Name, ct);
        for (var asked = _clock.GetTimestamp(); state is { ExitCode: Killed, OOMKilled: false } && _clock.GetElapsedTime(asked) < LastNews;)
        {
            await Task.Delay(Jitter, _clock, ct);
            state = await _engine.StopAsync(Name, ct);
        }

        return state?.OOMKilled == true;
    }

    private async Task<bool> HappensAsync(Task expected, TimeSpan time, CancellationToken ct)
    {
        await expected.WaitAsync(time, _clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        return expected.IsCompleted;
    }
}
