using System.Threading.Channels;

namespace Academy.Evaluations.Booking;

/// <summary>Something changed for those who wait: somebody joined them, or a time opened. The next round need not wait for its minute.</summary>
internal sealed class MatchingSignal
{
    private readonly Channel<bool> _due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _due.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken ct) => await _due.Reader.ReadAsync(ct);
}
