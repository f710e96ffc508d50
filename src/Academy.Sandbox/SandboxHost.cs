using System.Collections.Concurrent;
using Academy.Sandbox.Engine;
using Microsoft.Extensions.Logging;

namespace Academy.Sandbox;

/// <summary>
/// Starts sandboxes on a Docker engine, and sees to it that none is left over. One for the whole process; any number of
/// threads may use it.
/// </summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private const string OwnerLabel = "academy.owner";
    private const string InstanceLabel = "academy.instance";
    private const string ProcessLabel = "academy.process";

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    // Another process needs moments to notice that its sandbox has ended, and nothing outlives a day.
    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(1);

    private readonly SandboxHostOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly EngineClient _engine;
    private readonly EngineEvents _events;
    private readonly OwnImages _images;
    private readonly WarmSandboxes _warm;
    private readonly ITimer _sweeping;
    private readonly string _process;
    private readonly ConcurrentDictionary<string, RunningSandbox> _running = new();
    private readonly ConcurrentDictionary<string, string> _handedOut = new();
    private readonly ConcurrentDictionary<string, Task> _removals = new();

    public SandboxHost(SandboxHostOptions options, TimeProvider clock, ILogger<SandboxHost> logger)
    {
        (_options, _clock, _logger) = (options, clock, logger);
        _process = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        _engine = new EngineClient(options.SocketPath);
        _events = new EngineEvents(_engine, $"{ProcessLabel}={_process}", Tell, clock, logger);
        _images = new OwnImages(_engine);
        _warm = new WarmSandboxes(options.WarmMemory, CreateAsync, clock, logger);
        _sweeping = clock.CreateTimer(_ => _ = SweepQuietlyAsync(), null, SweepEvery, SweepEvery);
    }

    /// <summary>What runs and what stands by, image by image.</summary>
    public IReadOnlyList<SandboxStatus> Status
    {
        get
        {
            var running = _handedOut.Values.CountBy(image => image).ToDictionary();
            return [.. _warm.Status().Select(status => status with { Running = running.GetValueOrDefault(status.Image) })];
        }
    }

    private Dictionary<string, string> Labels => new()
    {
        [OwnerLabel] = _options.Owner,
        [InstanceLabel] = _options.Instance,
        [ProcessLabel] = _process,
    };

    /// <summary>
    /// A fresh sandbox: one that stands by, if <see cref="SandboxHostOptions.WarmMemory"/> allows it. The next of the same kind
    /// is started in the background.
    /// </summary>
    /// <exception cref="SandboxUnavailableException">There is no engine, no such image, or the engine failed.</exception>
    public async Task<RunningSandbox> StartAsync(SandboxSpec spec, CancellationToken ct) =>
        (await StartAsync(new SandboxSetup(spec, null), ct)).Sandbox;

    /// <summary>The same, for two sandboxes on one private network.</summary>
    /// <exception cref="SandboxUnavailableException">There is no engine, no such image, or the engine failed.</exception>
    public async Task<SandboxPair> StartPairAsync(SandboxSpec service, SandboxSpec judge, CancellationToken ct)
    {
        var (first, second) = await StartAsync(new SandboxSetup(service, judge), ct);
        return new SandboxPair(first, second!);
    }

    /// <summary>Starts a sandbox in the background, for whoever knows that one will be needed in a moment.</summary>
    public void Prepare(SandboxSpec spec) => _warm.Prepare(new SandboxSetup(spec, null));

    /// <summary>The same, for two sandboxes on one private network.</summary>
    public void PreparePair(SandboxSpec service, SandboxSpec judge) => _warm.Prepare(new SandboxSetup(service, judge));

    /// <summary>Whether sandboxes can be started now. Never throws for what is wrong with the engine.</summary>
    /// <param name="image">Whether this image is there, too.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SandboxHealth> CheckAsync(string? image, CancellationToken ct)
    {
        try
        {
            await _engine.PingAsync(ct);
            if (image is not null && await _engine.ImageIdAsync(image, ct) is null) throw OwnImages.Missing(image);
            if (_options.Runtime is { } runtime && !(await _engine.RuntimesAsync(ct)).Contains(runtime))
                return new(SandboxProblem.RuntimeMissing, $"Docker has no runtime \"{runtime}\", which the settings ask for: add it to Docker's daemon.json, or take it out of the settings.");

            return SandboxHealth.Good;
        }
        catch (SandboxUnavailableException exception)
        {
            return new SandboxHealth(exception.Problem, exception.Message);
        }
    }

    /// <summary>
    /// Removes what processes of this owner have left that are not there any more. They cannot have left anything running: with
    /// its connection to the host, a sandbox loses its life. Happens every minute, too.
    /// </summary>
    /// <returns>How many.</returns>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var swept = 0;
        foreach (var container in await _engine.ListAsync([$"{OwnerLabel}={_options.Owner}"], ct))
        {
            if (!await IsOrphanAsync(container, ct)) continue;
            await _engine.RemoveAsync(container.Name, ct);
            swept++;
        }

        return swept;
    }

    /// <summary>Waits until the engine has removed every sandbox that was disposed of.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        while (!_removals.IsEmpty) await Task.WhenAll(_removals.Values).WaitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _sweeping.DisposeAsync();
        await _warm.DisposeAsync();
        foreach (var sandbox in _running.Values) await sandbox.DisposeAsync();
        await SettleAsync(CancellationToken.None);
        await _events.DisposeAsync();
        _images.Dispose();
        _engine.Dispose();
    }

    private void Tell(ContainerEvent happened)
    {
        if (_running.TryGetValue(happened.Name, out var sandbox)) sandbox.Hear(happened);
    }

    private async Task SweepQuietlyAsync()
    {
        try
        {
            if (await SweepAsync(CancellationToken.None) is > 0 and var count) _logger.LogInformation("Swept up {Count} sandboxes that nobody uses", count);
        }
        catch (Exception exception) when (exception is SandboxUnavailableException or ObjectDisposedException)
        {
            _logger.LogDebug(exception, "No sweep this time");
        }
    }

    private async Task<bool> IsOrphanAsync(ListedContainer container, CancellationToken ct)
    {
        if (container.Labels.GetValueOrDefault(ProcessLabel) == _process)
            return !_running.ContainsKey(container.Name) && !_removals.ContainsKey(container.Name);

        var now = _clock.GetUtcNow();
        var created = DateTimeOffset.FromUnixTimeSeconds(container.Created);
        if (container.State == "running") return created < now - LongAgo;
        if (container.Labels.GetValueOrDefault(InstanceLabel) == _options.Instance) return true; // we are its next life

        return created < now - Notice && await _engine.EndedAtAsync(container.Name, ct) < now - Notice;
    }

    private async Task<StandingSandbox> StartAsync(SandboxSetup setup, CancellationToken ct)
    {
        var standing = await TakeWarmAsync(setup, ct) ?? await OpenAsync(await CreateAsync(setup), setup, ct);
        _handedOut[standing.Sandbox.Name] = setup.Image;
        _warm.Prepare(setup);
        return standing;
    }

    // One that stood by may have gone with an engine that was restarted since.
    private async Task<StandingSandbox?> TakeWarmAsync(SandboxSetup setup, CancellationToken ct)
    {
        if (await _warm.TakeAsync(setup) is not { } standing) return null;
        try
        {
            return await OpenAsync(standing, setup, ct);
        }
        catch (Exception exception) when (exception is SandboxUnavailableException or SandboxEndedException)
        {
            _logger.LogInformation(exception, "The sandbox {Name} did not keep", standing.Sandbox.Name);
            return null;
        }
    }

    private static async Task<StandingSandbox> OpenAsync(StandingSandbox standing, SandboxSetup setup, CancellationToken ct)
    {
        try
        {
            await standing.OpenAsync(setup, ct);
            return standing;
        }
        catch
        {
            await standing.DisposeAsync();
            throw;
        }
    }

    // Not to be cancelled: what is made half could not be removed.
    private async Task<StandingSandbox> CreateAsync(SandboxSetup setup)
    {
        var began = _clock.GetTimestamp();
        var sandbox = await CreateAsync(setup.Spec, neighbour: null);
        try
        {
            var judge = setup.Judge is null ? null : await CreateAsync(setup.Judge, sandbox.Name);
            _warm.Measured(setup, _clock.GetElapsedTime(began));
            return new StandingSandbox(sandbox, judge);
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    private async Task<RunningSandbox> CreateAsync(SandboxSpec spec, string? neighbour)
    {
        var image = await _images.FindAsync(spec.Image, CancellationToken.None);
        var name = $"academy-{Guid.CreateVersion7(_clock.GetUtcNow()):N}";
        _events.Listen();
        var sandbox = _running[name] = new RunningSandbox(_engine, name, _clock, ended => Remove(ended.Name));
        try
        {
            await _engine.CreateAsync(name, ContainerSettings.For(spec, image, _options.Runtime, neighbour, Labels));
            await sandbox.StartAsync(CancellationToken.None);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    private void Remove(string name)
    {
        var done = new TaskCompletionSource();
        if (!_running.ContainsKey(name) || !_removals.TryAdd(name, done.Task)) return;

        _running.TryRemove(name, out _); // only now: a sweep finds it in one of the two
        _handedOut.TryRemove(name, out _);
        _ = RemoveAsync(name, done);
    }

    private async Task RemoveAsync(string name, TaskCompletionSource done)
    {
        try
        {
            await _engine.RemoveAsync(name, CancellationToken.None);
        }
        catch (Exception exception)
        {
            _logger.LogWarning(exception, "The sandbox {Name} could not be removed; the next sweep will try again", name);
        }
        finally
        {
            _removals.TryRemove(name, out _);
            done.SetResult();
        }
    }
}
