using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Kernel.Typesetting;

/// <summary>
/// One long-lived Node process, asked one thing at a time over its standard input and output. Started when needed, stopped when
/// idle, killed and started again when it is slow. It has no environment and bounded memory.
/// </summary>
internal sealed class TypesetterProcess(IOptions<TypesetterOptions> options, TimeProvider clock, ILogger<TypesetterProcess> log)
    : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MostWaiting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenFailedStarts = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private Process? _node;
    private volatile int _processId;
    private ITimer? _idle;
    private long? _startFailedAt;
    private bool _disposed;

    /// <summary>For whoever wants to look at it from outside; null when it was not started yet, or was stopped.</summary>
    // A number of its own: the process itself may be disposed while somebody looks.
    public int? ProcessId => _processId is var id and not 0 ? id : null;

    /// <summary>The answer's HTML, not checked yet.</summary>
    public async Task<TypesetterAnswer> AskAsync(TypesetterRequest request, CancellationToken ct)
    {
        if (!await _turn.WaitAsync(MostWaiting, ct)) return TypesetterAnswer.Unavailable;
        // A question that was asked is waited for, even if nobody wants the answer any more: the next answer is for the next question.
        return await ExchangeAsync(request).WaitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _disposed = true;
        _idle?.Dispose();
        Stop();
        _turn.Release();
    }

    private async Task<TypesetterAnswer> ExchangeAsync(TypesetterRequest request)
    {
        try
        {
            if (!await EnsureStartedAsync()) return TypesetterAnswer.Unavailable;
            await _node!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request, JsonSerializerOptions.Web));
            await _node.StandardInput.FlushAsync();
            var answer = await ReadAsync(options.Value.Timeout);
            if (answer?.Error is { } error) log.LogDebug("Not typeset: {Error}", error);
            return answer ?? Abandon(request);
        }
        catch (IOException)
        {
            // It died between two questions.
            return Abandon(request);
        }
        finally
        {
            var idle = _idle ??= clock.CreateTimer(_ => StopWhenIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _turn.Release();
            // After the turn is free: one that rings before would find it taken, and ring no more.
            idle.Change(options.Value.Idle, Timeout.InfiniteTimeSpan);
        }
    }

    private TypesetterAnswer Abandon(TypesetterRequest request)
    {
        log.LogWarning("Typesetting a {Kind} of {Length} characters was given up; Node is started again", request.Kind, request.Text.Length);
        Stop();
        return TypesetterAnswer.Failed;
    }

    private async Task<bool> EnsureStartedAsync()
    {
        if (_disposed) return false;
        if (_node is { HasExited: false }) return true;
        Stop();
        if (_startFailedAt is { } failed && clock.GetElapsedTime(failed) < BetweenFailedStarts) return false;

        var (program, folder) = (options.Value.Program(), options.Value.Folder());
        if (program is not null && folder is not null)
        {
            Start(program, folder);
            if (await ReadAsync(StartTimeout) is { Ready: true })
            {
                _startFailedAt = null;
                return true;
            }
        }

        if (_startFailedAt is null)
            log.LogWarning("Code, formulas and diagrams are shown as plain text: Node did not start ({Program}, {Folder}). Run npm ci in tools/typesetter", program, folder);
        _startFailedAt = clock.GetTimestamp();
        Stop();
        return false;
    }

    private void Start(string program, string folder)
    {
        var start = new ProcessStartInfo(program)
        {
            ArgumentList = { "--max-old-space-size=192", "--disallow-code-generation-from-strings", Path.Combine(folder, "typesetter.mjs") },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        _node = Process.Start(start)!;
        _processId = _node.Id;
        _node.ErrorDataReceived += (_, line) => log.LogDebug("Node: {Line}", line.Data);
        _node.BeginErrorReadLine();
    }

    /// <returns>Null when it took too long, or when the process ended.</returns>
    private async Task<TypesetterAnswer?> ReadAsync(TimeSpan timeout)
    {
        using var time = new CancellationTokenSource(timeout);
        try
        {
            var line = await _node!.StandardOutput.ReadLineAsync(time.Token);
            return line is null ? null : JsonSerializer.Deserialize<TypesetterAnswer>(line, JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or JsonException)
        {
            return null;
        }
    }

    private void StopWhenIdle()
    {
        if (!_turn.Wait(TimeSpan.Zero)) return;
        try
        {
            Stop();
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Stop()
    {
        if (_node is null) return;
        try
        {
            _node.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }

        _node.Dispose();
        _node = null;
        _processId = 0;
    }
}

/// <param name="Kind">code, math or diagram.</param>
/// <param name="Text">What is typeset.</param>
/// <param name="Language">Of code.</param>
/// <param name="Display">A formula on a line of its own.</param>
internal sealed record TypesetterRequest(string Kind, string Text, string? Language = null, bool Display = false);

/// <summary>A line that Node wrote, or why there is none.</summary>
internal sealed record TypesetterAnswer(bool Ready = false, string? Html = null, string? Error = null)
{
    /// <summary>There is no Node, or others have asked for too much: another time it may work.</summary>
    public static TypesetterAnswer Unavailable { get; } = new();

    /// <summary>This very text took too long or ended the process.</summary>
    public static TypesetterAnswer Failed { get; } = new(Error: "given up");
}
