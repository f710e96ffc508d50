using Microsoft.Extensions.Logging;

namespace Academy.Sandbox;

/// <summary>
/// Sandboxes that were started ahead of time, since starting one takes longer than most programs in it. The ones that were
/// asked for longest ago make room for new ones, and none stands by for ever.
/// </summary>
internal sealed class WarmSandboxes : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly int room;
    private readonly Func<SandboxSpec, Task<RunningSandbox>> start;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private bool closed;

    public WarmSandboxes(int room, Func<SandboxSpec, Task<RunningSandbox>> start, TimeProvider clock, ILogger logger)
    {
        (this.room, this.start, this.clock, this.logger) = (room, start, clock, logger);
        timer = clock.CreateTimer(_ => _ = DiscardAsync(TakeOut(e => clock.GetElapsedTime(e.Since) > Patience)), null, Patience / 4, Patience / 4);
    }

    /// <summary>Starts one in the background, unless one like it stands by already.</summary>
    public void Prepare(SandboxSpec spec)
    {
        List<Entry> tooMany = [];
        lock (gate)
        {
            if (closed || room == 0 || entries.Exists(e => e.Spec == spec.Kind)) return;

            entries.Add(new Entry(spec.Kind, StartAsync(spec.Kind), clock.GetTimestamp()));
            while (entries.Count > room)
            {
                tooMany.Add(entries[0]);
                entries.RemoveAt(0);
            }
        }

        _ = DiscardAsync(tooMany);
    }

    /// <summary>One that stands by or will in a moment; null when there is none, or it failed to start.</summary>
    public async Task<RunningSandbox?> TakeAsync(SandboxSpec spec)
    {
        Entry? entry;
        lock (gate)
        {
            entry = entries.Find(e => e.Spec == spec.Kind);
            if (entry is not null) entries.Remove(entry);
        }

        return entry is null ? null : await entry.Sandbox;
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        lock (gate) closed = true;
        await DiscardAsync(TakeOut(_ => true));
    }

    // Not under the lock, and not in the caller's time.
    private async Task<RunningSandbox?> StartAsync(SandboxSpec spec)
    {
        await Task.Yield();
        try
        {
            return await start(spec);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "No sandbox of {Image} could be prepared", spec.Image);
            return null;
        }
    }

    private List<Entry> TakeOut(Predicate<Entry> which)
    {
        lock (gate)
        {
            var taken = entries.FindAll(which);
            entries.RemoveAll(which);
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
