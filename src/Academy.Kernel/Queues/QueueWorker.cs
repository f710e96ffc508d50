using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Academy.Kernel.Queues;

/// <summary>A use case that takes the next thing from a queue and does it.</summary>
public interface ITakeNext
{
    /// <returns>False when there is nothing to do.</returns>
    Task<bool> RunAsync(CancellationToken ct);
}

/// <summary>Does what is due, a few things at once, until nothing is; then waits.</summary>
/// <param name="scopes">Each thing is done in a scope of its own.</param>
/// <param name="wakeUp">Tells of new things.</param>
/// <param name="longest">After so much time it looks unasked.</param>
/// <param name="clock">Of this waiting.</param>
/// <param name="log">Where what fails is told; it is tried again.</param>
public abstract class QueueWorker<TNext>(
    IServiceScopeFactory scopes, WakeUp wakeUp, TimeSpan longest, TimeProvider clock, ILogger log) : BackgroundService
    where TNext : ITakeNext
{
    private const int AtOnce = 3;

    /// <inheritdoc />
    protected sealed override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => LoopAsync(stoppingToken)));

    private async Task LoopAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<TNext>().RunAsync(ct)) continue;
            }
            // Also of what gave up waiting by itself: only the end of the process ends the loop.
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogError(e, "{UseCase} failed; trying again", typeof(TNext).Name);
            }

            await wakeUp.WaitAsync(longest, clock, ct);
        }
    }
}
