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
    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(1);

    private readonly SandboxHostOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly EngineClient _engine;
    private readonly WarmSandboxes _warm;
    private readonly ConcurrentDictionary<string, RunningSandbox> _running = new();
    private readonly ConcurrentDictionary<string, Task> _removals = new();

    public SandboxHost(SandboxHostOptions options, TimeProvider clock, ILogger<SandboxHost> logger)
    {
        (_options, _clock, _logger) = (options, clock, logger);
        _engine = new EngineClient(options.SocketPath);
        _warm = new WarmSandboxes(options.Warm, CreateAsync, clock, logger);
    }

    private Dictionary<string, string> Labels => new()
    {
        [OwnerLabel] = _options.Owner,
        [InstanceLabel] = _options.Instance,
    };

    /// <summary>
    /// A fresh sandbox. When <see cref="SandboxHostOptions.Warm"/> allows it, the next one of the same kind is started in the
    /// background, and will be at hand at once.
    /// </summary>
    /// <exception cref="SandboxUnavailableException">There is no engine, no such image, or the engine failed.</exception>
    public async Task<RunningSandbox> StartAsync(SandboxSpec spec, CancellationToken ct)
    {
        var sandbox = await TakeWarmAsync(spec, ct) ?? await OpenAsync(await CreateAsync(spec), spec, ct);
        _warm.Prepare(spec);
        return sandbox;
    }

    /// <summary>Starts a sandbox in the background, for whoever knows that one will be needed in a moment.</summary>
    public void Prepare(SandboxSpec spec) => _warm.Prepare(spec);

    /// <summary>Whether sandboxes can be started now. Never throws for what is wrong with the engine.</summary>
    /// <param name="image">Whether this image is there, too.</param>
    public async Task<SandboxHealth> CheckAsync(string? image, CancellationToken ct)
    {
        try
        {
            await _engine.PingAsync(ct);
            return image is null || await _engine.HasImageAsync(image, ct)
                ? SandboxHealth.Good
                : new SandboxHealth(SandboxProblem.ImageMissing, $"The image {image} is not there: \"./academy images\" builds the grading images.");
        }
        catch (SandboxUnavailableException exception)
        {
            return new SandboxHealth(exception.Problem, exception.Message);
        }
    }

    /// <summary>
    /// Removes what an earlier process of the same owner and instance has left, as after a power cut; and what any other
    /// instance of the owner has left that ended long ago and never came back for it.
    /// </summary>
    /// <returns>How many.</returns>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var orphans = (await _engine.ListAsync([$"{OwnerLabel}={_options.Owner}"], ct)).Where(IsOrphan).ToList();
        foreach (var orphan in orphans) await _engine.RemoveAsync(orphan.Name, ct);
        return orphans.Count;
    }

    /// <summary>Waits until the engine has removed every sandbox that was disposed of.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        while (!_removals.IsEmpty) await Task.WhenAll(_removals.Values).WaitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _warm.DisposeAsync();
        foreach (var sandbox in _running.Values) await sandbox.DisposeAsync();
        await SettleAsync(CancellationToken.None);
        _engine.Dispose();
    }

    private bool IsOrphan(ListedContainer container)
    {
        if (container.Labels.GetValueOrDefault(InstanceLabel) == _options.Instance)
            return !_running.ContainsKey(container.Name) && !_removals.ContainsKey(container.Name);

        return container.State != "running" && DateTimeOffset.FromUnixTimeSeconds(container.Created) < _clock.GetUtcNow() - LongAgo;
    }

    // One that stood by may have gone with an engine that was restarted since.
    private async Task<RunningSandbox?> TakeWarmAsync(SandboxSpec spec, CancellationToken ct)
    {
        if (await _warm.TakeAsync(spec) is not { } sandbox) return null;
        try
        {
            return await OpenAsync(sandbox, spec, ct);
        }
        catch (SandboxUnavailableException exception)
        {
            _logger.LogInformation(exception, "The sandbox {Name} did not keep", sandbox.Name);
            return null;
        }
    }

    private static async Task<RunningSandbox> OpenAsync(RunningSandbox sandbox, SandboxSpec spec, CancellationToken ct)
    {
        try
        {
            await sandbox.OpenAsync(spec.Lifetime, ct);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    // Not to be cancelled: what is made half could not be removed.
    private async Task<RunningSandbox> CreateAsync(SandboxSpec spec)
    {
        var name = $"academy-{Guid.CreateVersion7(_clock.GetUtcNow()):N}";
        var sandbox = _running[name] = new RunningSandbox(_engine, name, _clock, ended => Remove(ended.Name));
        try
        {
            await _engine.CreateAsync(name, ContainerSettings.For(spec, Labels));
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
        if (!_running.TryRemove(name, out _)) return;
        var done = new TaskCompletionSource();
        _removals[name] = done.Task;
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
