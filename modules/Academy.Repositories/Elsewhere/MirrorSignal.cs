using System.Threading.Channels;

namespace Academy.Repositories.Elsewhere;

/// <summary>Wakes the worker of this process as soon as somebody hands in.</summary>
internal sealed class MirrorSignal
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wakeUps.Writer.TryWrite(true);

    /// <summary>Waits; not for ever, since another process may have been asked, or killed.</summary>
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
