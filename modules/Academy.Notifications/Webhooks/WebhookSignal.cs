using System.Threading.Channels;

namespace Academy.Notifications.Webhooks;

/// <summary>Wakes the senders of this process as soon as there is something to send.</summary>
internal sealed class WebhookSignal
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wakeUps.Writer.TryWrite(true);

    /// <summary>Waits; not for ever, since another try may be due.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            await _wakeUps.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time to look by ourselves.
        }
    }
}
