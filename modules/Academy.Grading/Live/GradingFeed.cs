using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Academy.Grading.Live;

/// <summary>
/// Tells those who watch a grading that something changed, and idle workers that there is work. Within this process at once;
/// whoever waits also looks by itself every second, for what other processes change.
/// </summary>
internal sealed class GradingFeed(TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Watcher, Guid> _watchers = new();
    private readonly Channel<bool> _work = NewChannel(64);

    /// <summary>Something of this grading was saved.</summary>
    public void Changed(Guid runId)
    {
        foreach (var (watcher, watched) in _watchers)
        {
            if (watched == runId) watcher.Wake();
        }
    }

    /// <summary>There is something in the queue.</summary>
    public void Queued() => _work.Writer.TryWrite(true);

    /// <summary>Ends when there may be work.</summary>
    public Task WaitForWorkAsync(CancellationToken ct) => WaitAsync(_work.Reader, ct);

    /// <summary>Watches one grading until disposed.</summary>
    public Watcher Watch(Guid runId)
    {
        var watcher = new Watcher(this);
        _watchers[watcher] = runId;
        return watcher;
    }

    private static Channel<bool> NewChannel(int capacity) =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    private async Task WaitAsync(ChannelReader<bool> reader, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            await reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time to look at the database.
        }
    }

    internal sealed class Watcher(GradingFeed feed) : IDisposable
    {
        private readonly Channel<bool> _changes = NewChannel(1);

        public void Wake() => _changes.Writer.TryWrite(true);

        /// <summary>Ends when something may have changed.</summary>
        public Task WaitAsync(CancellationToken ct) => feed.WaitAsync(_changes.Reader, ct);

        public void Dispose() => feed._watchers.TryRemove(this, out _);
    }
}
