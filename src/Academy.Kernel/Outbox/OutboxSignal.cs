using System.Threading.Channels;

namespace Academy.Kernel.Outbox;

/// <summary>Wakes the dispatcher of this process as soon as something was published.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Never blocks; several calls before the dispatcher looks count as one.</summary>
    public void Wake() => _wakeUps.Writer.TryWrite(true);

    /// <summary>Waits for a wake-up, at most <paramref name="longest"/>.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            await _wakeUps.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time to look by ourselves: another process may have published, or a retry is due.
        }
    }
}
