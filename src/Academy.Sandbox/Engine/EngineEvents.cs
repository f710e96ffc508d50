using Microsoft.Extensions.Logging;

namespace Academy.Sandbox.Engine;

/// <summary>
/// Hears what happens to containers with one label, over one connection, for as long as the process lives. When it breaks, the
/// next one goes on after the last word that was heard; what the engine has forgotten by then is asked of it.
/// </summary>
internal sealed class EngineEvents(
    EngineClient engine, string label, Action<ContainerEvent> heard, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task? _listening;

    /// <summary>Before the first container is made: there is nothing to hear of until then.</summary>
    public void Listen()
    {
        lock (_gate) _listening ??= ListenAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_listening is not null) await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        var last = 0L;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await foreach (var happened in engine.EventsAsync(label, last, ct))
                {
                    if (happened.TimeNano <= last) continue; // told before the connection broke
                    last = happened.TimeNano;
                    heard(happened);
                }
            }
            catch (SandboxUnavailableException exception)
            {
                logger.LogDebug(exception, "The engine's events do not reach us");
            }

            await Task.Delay(Pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>Something that happened to a container.</summary>
/// <param name="Action">oom: the kernel took one of its processes for want of memory. kill: somebody asked for its end. die: it has ended.</param>
/// <param name="Actor">Which container.</param>
/// <param name="TimeNano">In nanoseconds since 1970, by the engine's clock.</param>
internal sealed record ContainerEvent(string Action, ContainerActor Actor, long TimeNano)
{
    public string Name => Actor.Attributes.GetValueOrDefault("name", "");

    /// <summary>Of <c>die</c>.</summary>
    public int ExitCode => int.TryParse(Actor.Attributes.GetValueOrDefault("exitCode"), out var code) ? code : 0;
}

internal sealed record ContainerActor(IReadOnlyDictionary<string, string> Attributes);
