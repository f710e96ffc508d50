using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Academy.Repositories.Elsewhere;

/// <summary>Does what is handed in from elsewhere, a few at a time: other sites may be slow.</summary>
internal sealed class MirrorWorker(IServiceScopeFactory scopes, MirrorSignal signal, ILogger<MirrorWorker> log) : BackgroundService
{
    private const int AtOnce = 3;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => LoopAsync(stoppingToken)));

    private async Task LoopAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<MirrorNext>().RunAsync(ct)) continue;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A hand-in from elsewhere could not be done; trying again");
            }

            await signal.WaitAsync(ct);
        }
    }
}
