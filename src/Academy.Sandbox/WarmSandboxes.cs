using Microsoft.Extensions.Logging;

namespace Academy.Sandbox;

/// <summary>
/// Sandboxes that were started ahead of time, since starting one takes longer than most programs in it. Of each kind as many
/// stand by as are asked for while they start, within the memory that they may use together; and none stands by for ever.
/// </summary>
internal sealed class WarmSandboxes : IAsyncDisposable
{
    private const int StartsAtOnce = 2; // more would take the processors from those that run

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(10);

    private readonly long _room;
    private readonly Func<SandboxSetup, Task<StandingSandbox>> _start;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly Dictionary<SandboxSetup, Shelf> _shelves = [];
    private int _starting;
    private bool _closed;

    public WarmSandboxes(long room, Func<SandboxSetup, Task<StandingSandbox>> start, TimeProvider clock, ILogger logger)
    {
        (_room, _start, _clock, _logger) = (room, start, clock, logger);
        _timer = clock.CreateTimer(_ => DropUnused(), null, Patience / 10, Patience / 10);
    }

    /// <summary>Starts as many in the background as will be needed soon.</summary>
    public void Prepare(SandboxSetup setup)
    {
        lock (_gate)
        {
            var shelf = ShelfOf(setup);
            shelf.AskedAt = _clock.GetTimestamp();
            Fill(shelf);
        }
    }

    /// <summary>One that stands by or will in a moment; null when there is none, or it failed to start.</summary>
    public async Task<StandingSandbox?> TakeAsync(SandboxSetup setup)
    {
        Task<StandingSandbox?> taken;
        lock (_gate)
        {
            var shelf = ShelfOf(setup);
            shelf.Taken.Enqueue(shelf.AskedAt = _clock.GetTimestamp());
            if (shelf.Waiting.Count == 0)
            {
                shelf.Misses++;
                return null;
            }

            shelf.Hits++;
            taken = shelf.Waiting.Find(w => w.IsCompleted) ?? shelf.Waiting[0];
            shelf.Waiting.Remove(taken);
        }

        return await taken;
    }

    /// <summary>How long one took to start.</summary>
    public void Measured(SandboxSetup setup, TimeSpan startTime)
    {
        lock (_gate) ShelfOf(setup).StartTime = startTime;
    }

    /// <summary>By image; who is running, others know.</summary>
    public IReadOnlyList<SandboxStatus> Status()
    {
        lock (_gate)
        {
            return
            [
                .. _shelves.Values.GroupBy(shelf => shelf.Setup.Image).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new SandboxStatus(
                    group.Key, 0, group.Sum(s => s.Waiting.Count), group.Sum(s => s.Hits), group.Sum(s => s.Misses), group.Max(s => s.StartTime))),
            ];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        List<Task<StandingSandbox?>> all;
        lock (_gate)
        {
            _closed = true;
            all = [.. _shelves.Values.SelectMany(shelf => shelf.TakeOut(0))];
        }

        await DiscardAsync(all);
    }

    private Shelf ShelfOf(SandboxSetup setup)
    {
        var kind = setup.Kind;
        return _shelves.TryGetValue(kind, out var shelf) ? shelf : _shelves[kind] = new Shelf(kind);
    }

    // Under the lock.
    private void Fill(Shelf shelf)
    {
        while (!_closed && shelf.Waiting.Count < Wanted(shelf) && _starting < StartsAtOnce && MakeRoomFor(shelf))
        {
            _starting++;
            shelf.Waiting.Add(StartAsync(shelf));
        }
    }

    // One, and as many as are asked for while two start (Little's law, with room for chance).
    private int Wanted(Shelf shelf)
    {
        if (_clock.GetElapsedTime(shelf.AskedAt) > Patience) return 0;
        while (shelf.Taken.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest) > Lately) shelf.Taken.Dequeue();
        return 1 + (int)Math.Ceiling(2 * shelf.StartTime.TotalSeconds * shelf.Taken.Count / Lately.TotalSeconds);
    }

    // Who has none may take from those that were asked for longest ago; who wants one more takes only what others can spare.
    private bool MakeRoomFor(Shelf shelf)
    {
        if (shelf.Setup.MemoryBytes > _room) return false;

        foreach (var other in _shelves.Values.Where(s => s != shelf).OrderBy(s => s.AskedAt))
        {
            var keep = shelf.Waiting.Count == 0 ? 0 : Wanted(other);
            while (Used + shelf.Setup.MemoryBytes > _room && other.Waiting.Count > keep) _ = DiscardAsync(other.TakeOut(other.Waiting.Count - 1));
        }

        return Used + shelf.Setup.MemoryBytes <= _room;
    }

    private long Used => _shelves.Values.Sum(shelf => shelf.Waiting.Count * shelf.Setup.MemoryBytes);

    // Not under the lock, and not in the caller's time.
    private async Task<StandingSandbox?> StartAsync(Shelf shelf)
    {
        await Task.Yield();
        StandingSandbox? started = null;
        try
        {
            started = await _start(shelf.Setup);
        }
        catch (Exception exception)
        {
            _logger.LogWarning(exception, "No sandbox of {Image} could be prepared", shelf.Setup.Image);
        }

        lock (_gate)
        {
            _starting--;
            // What failed once is tried again when somebody asks for it.
            foreach (var waiting in _shelves.Values.Where(s => started is not null && s.Taken.Count > 0).OrderByDescending(s => s.AskedAt)) Fill(waiting);
        }

        return started;
    }

    private void DropUnused()
    {
        lock (_gate)
        {
            foreach (var shelf in _shelves.Values) _ = DiscardAsync(shelf.TakeOut(Wanted(shelf)));
        }
    }

    private async Task DiscardAsync(List<Task<StandingSandbox?>> unwanted)
    {
        foreach (var starting in unwanted)
        {
            if (await starting is { } sandbox) await sandbox.DisposeAsync();
        }
    }

    private sealed class Shelf(SandboxSetup setup)
    {
        public SandboxSetup Setup => setup;

        public List<Task<StandingSandbox?>> Waiting { get; } = [];

        /// <summary>When one was asked for, lately.</summary>
        public Queue<long> Taken { get; } = [];

        public long AskedAt { get; set; }

        public long Hits { get; set; }

        public long Misses { get; set; }

        public TimeSpan StartTime { get; set; }

        /// <summary>All but so many, the newest first.</summary>
        public List<Task<StandingSandbox?>> TakeOut(int keep)
        {
            if (Waiting.Count <= keep) return [];
            var taken = Waiting[keep..];
            Waiting.RemoveRange(keep, taken.Count);
            return taken;
        }
    }
}
