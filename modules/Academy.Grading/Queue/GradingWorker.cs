using System.Collections.Concurrent;
using Academy.Grading.Live;
using Academy.Grading.Workers;
using Academy.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Queue;

/// <summary>Takes gradings from the queue, several at a time, as long as its process runs; and what other workers left when they died.</summary>
internal sealed class GradingWorker(
    IServiceScopeFactory scopes,
    SandboxHost sandboxes,
    GradingFeed feed,
    GradingHealth health,
    IOptions<GradingOptions> options,
    TimeProvider clock,
    ILogger<GradingWorker> log) : BackgroundService
{
    private static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(5);

    private readonly Guid _process = Guid.CreateVersion7();
    private readonly ConcurrentDictionary<Guid, bool> _underWay = new();

    private DateTimeOffset _checkedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!await TryAsync(BeginAsync, stoppingToken)) await feed.WaitForWorkAsync(stoppingToken);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        try
        {
            await Task.WhenAll(
                [BeatAsync(stop), .. Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stop.Token))]);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await UseAsync<WorkerRegister>(register => register.SignOffAsync(_process));
        }
    }

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var graded = false;
            if (await IsHealthyAsync(ct)) await TryAsync(async token => graded = await GradeNextAsync(token), ct);
            if (!graded) await feed.WaitForWorkAsync(ct);
        }
    }

    private async Task<bool> GradeNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Before the take: what cannot even be made would hold a grading that it never begins.
        var grade = scope.ServiceProvider.GetRequiredService<GradeSubmission>();
        if (await scope.ServiceProvider.GetRequiredService<GradingQueue>().TakeAsync(ct) is not { } run) return false;

        _underWay[run.Id] = true;
        try
        {
            await grade.RunAsync(run, ct);
        }
        finally
        {
            _underWay.TryRemove(run.Id, out _);
        }

        return true;
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        await UseAsync<WorkerRegister>(register => register.SignInAsync(_process, ct));
        await UseAsync<TakeOver>(takeOver => takeOver.OwnAsync(ct));

        // A missing engine is no reason not to start: health says so, and the sweep comes with the next start.
        if (await IsHealthyAsync(ct)) await sandboxes.SweepAsync(ct);
    }

    /// <summary>Says that this worker lives, and looks for what dead ones have left.</summary>
    private async Task BeatAsync(CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(options.Value.Heartbeat, clock);
        do
        {
            await TryAsync(BeatOnceAsync, stop.Token);
        }
        while (await timer.WaitForNextTickAsync(stop.Token));

        async Task BeatOnceAsync(CancellationToken ct)
        {
            await IsHealthyAsync(ct);
            var ours = false;
            await UseAsync<WorkerRegister>(async register => ours = await register.BeatAsync(_process, _underWay.Count, health.Sandbox, sandboxes.Status, ct));
            if (ours)
            {
                var taken = 0;
                await UseAsync<TakeOver>(async takeOver => taken = await takeOver.OthersAsync([.. _underWay.Keys], ct));
                if (taken > 0) feed.Queued();
                return;
            }

            log.LogCritical(
                "Another process has signed in as worker {Worker}: this one stops grading. Give each a name with Grading:Worker",
                options.Value.WorkerName);
            await stop.CancelAsync();
        }
    }

    /// <summary>Whether there is an engine to grade on, asked at most every few seconds.</summary>
    private async Task<bool> IsHealthyAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - _checkedAt < HealthInterval) return health.Sandbox.IsGood;

        _checkedAt = now;
        var found = await sandboxes.CheckAsync(image: null, ct);
        if (found != health.Sandbox)
        {
            if (found.IsGood) log.LogInformation("Grading works again");
            else log.LogWarning("Grading waits: {Reason}", found.Reason);
        }

        health.Sandbox = found;
        return found.IsGood;
    }

    private async Task UseAsync<T>(Func<T, Task> use) where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "The grading worker goes on after an error");
            return false;
        }
    }
}
