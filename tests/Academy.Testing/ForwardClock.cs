namespace Academy.Testing;

/// <summary>The clock on the wall, set forward: for a running site, whose people and jobs need time to go on.</summary>
public sealed class ForwardClock : TimeProvider
{
    private long _aheadTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);

    /// <summary>Sets it forward to a moment.</summary>
    public void GoTo(DateTimeOffset moment) => Advance(moment - GetUtcNow());
}
