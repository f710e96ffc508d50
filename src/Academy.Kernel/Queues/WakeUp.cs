using System.Threading.Channels;

namespace Academy.Kernel.Queues;

/// <summary>
/// Wakes whoever waits in this process for something to do; each queue has one of its own kind. What it does not tell of
/// (another process, a retry that falls due) is found by looking now and then.
/// </summary>
public abstract class WakeUp
{
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Never blocks; several calls before anybody looks count as one.</summary>
    public void Wake() => _wakeUps.Writer.TryWrite(true);

    /// <summary>Waits for a wake-up, at most <paramref name="longest"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            await _wakeUps.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time to look by ourselves.
        }
    }
}
