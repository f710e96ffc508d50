using Academy.Grading.Live;
using Academy.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Queue;

/// <summary>Takes gradings from the queue, several at a time, as long as the site runs.</summary>
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

    private DateTimeOffset _checkedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!await TryAsync(RecoverAsync, stoppingToken)) await feed.WaitForWorkAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stoppingToken)));
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
        if (await scope.ServiceProvider.GetRequiredService<GradingQueue>().TakeAsync(ct) is not { } run) return false;

        await scope.ServiceProvider.GetRequiredService<GradeSubmission>().RunAsync(run, ct);
        return true;
    }

    private async Task RecoverAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var left = await scope.ServiceProvider.GetRequiredService<GradingQueue>().RecoverAsync(ct);
        if (left > 0) log.LogWarning("{Count} gradings were under way when this worker stopped; they are graded again", left);

        // A missing engine is no reason not to start: health says so, and the sweep comes with the next start.
        if (await IsHealthyAsync(ct)) await sandboxes.SweepAsync(ct);
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
