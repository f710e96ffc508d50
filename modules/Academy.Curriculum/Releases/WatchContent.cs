using System.Threading.Channels;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Curriculum.Releases;

/// <summary>Looks at the content again when a file changes, and follows the other processes of the same academy.</summary>
internal sealed class WatchContent(
    IServiceScopeFactory scopes, IOptions<ContentOptions> content, IOptions<DemoOptions> demo, IOptions<DatabaseOptions> database,
    ReleaseFolders folders, ILogger<WatchContent> log) : BackgroundService
{
    // An editor writes several files, git checks hundreds out: one look when they are quiet.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    // Something that never stops writing does not keep the rest from being seen.
    private const int MostLooks = 12;

    private static readonly TimeSpan FollowEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Other processes may make a release.</summary>
    private bool IsShared => database.Value.Provider == DatabaseProvider.PostgreSql;

    /// <summary>A worker has no other way to its release, and its jobs begin when all services have started.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsShared) await RunAsync<FollowRelease>(follow => follow.RunAsync(cancellationToken), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        folders.Tidy(Abandoned);
        return Task.WhenAll(WatchAsync(stoppingToken), FollowAsync(stoppingToken));
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        var folder = content.Value.Folder();
        if (!(content.Value.Watch ?? demo.Value.Enabled) || !Directory.Exists(folder)) return;

        using var watcher = TryWatch(folder);
        while (await _changes.Reader.WaitToReadAsync(ct))
        {
            for (var looks = 0; looks < MostLooks && _changes.Reader.TryRead(out _); looks++) await Task.Delay(Quiet, ct);
            await RunAsync<PublishContent>(publish => publish.RunAsync(ct), ct);
        }
    }

    private FileSystemWatcher? TryWatch(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Deleted += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException e)
        {
            // A machine has only so many watches to give.
            log.LogWarning(e, "{Folder} cannot be watched: use the button on the content page", folder);
            return null;
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        if (!IsShared) return;
        using var timer = new PeriodicTimer(FollowEvery);
        while (await timer.WaitForNextTickAsync(ct)) await RunAsync<FollowRelease>(follow => follow.RunAsync(ct), ct);
    }

    private async Task RunAsync<T>(Func<T, Task> use, CancellationToken ct) where T : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await use(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "Looking at the content failed; it is tried again at the next change");
        }
    }
}
