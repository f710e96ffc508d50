using Microsoft.Extensions.Logging;

namespace Academy.Sandbox;

/// <summary>
/// Sandboxes that were started ahead of time, since starting one takes longer than most programs in it. The ones that were
/// asked for longest ago make room for new ones, and none stands by for ever.
/// </summary>
internal sealed class WarmSandboxes : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly int _room;
    private readonly Func<SandboxSpec, Task<RunningSandbox>> _start;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private bool _closed;

    public WarmSandboxes(int room, Func<SandboxSpec, Task<RunningSandbox>> start, TimeProvider clock, ILogger logger)
    {
        (_room, _start, _clock, _logger) = (room, start, clock, logger);
        _timer = clock.CreateTimer(_ => _ = DiscardAsync(TakeOut(e => clock.GetElapsedTime(e.Since) > Patience)), null, Patience / 4, Patience / 4);
    }

    /// <summary>Starts one in the background, unless one like it stands by already.</summary>
    public void Prepare(SandboxSpec spec)
    {
        List<Entry> tooMany = [];
        lock (_gate)
        {
            if (_closed || _room == 0 || _entries.Exists(e => e.Spec == spec.Kind)) return;

            _entries.Add(new Entry(spec.Kind, StartAsync(spec.Kind), _clock.GetTimestamp()));
            while (_entries.Count > _room)
            {
                tooMany.Add(_entries[0]);
                _entries.RemoveAt(0);
            }
        }

        _ = DiscardAsync(tooMany);
    }

    /// <summary>One that stands by or will in a moment; null when there is none, or it failed to start.</summary>
    public async Task<RunningSandbox?> TakeAsync(SandboxSpec spec)
    {
        Entry? entry;
        lock (_gate)
        {
            entry = _entries.Find(e => e.Spec == spec.Kind);
            if (entry is not null) _entries.Remove(entry);
        }

        return entry is null ? null : await entry.Sandbox;
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        lock (_gate) _closed = true;
        await DiscardAsync(TakeOut(_ => true));
    }

    // Not under the lock, and not in the caller's time.
    private async Task<RunningSandbox?> StartAsync(SandboxSpec spec)
    {
        await Task.Yield();
        try
        {
            return await _start(spec);
        }
        catch (Exception exception)
        {
            _logger.LogWarning(exception, "No sandbox of {Image} could be prepared", spec.Image);
            return null;
        }
    }

    private List<Entry> TakeOut(Predicate<Entry> which)
    {
        lock (_gate)
        {
            var taken = _entries.FindAll(which);
            _entries.RemoveAll(which);
            return taken;
        }
    }

    private static async Task DiscardAsync(List<Entry> unwanted)
    {
        foreach (var entry in unwanted)
        {
            if (await entry.Sandbox is { } sandbox) await sandbox.DisposeAsync();
        }
    }

    private sealed record Entry(SandboxSpec Spec, Task<RunningSandbox?> Sandbox, long Since);
}
