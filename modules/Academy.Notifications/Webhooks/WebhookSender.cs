using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Academy.Notifications.Webhooks;

/// <summary>Sends what is due, a few at a time: other sites may be slow.</summary>
internal sealed class WebhookSender(IServiceScopeFactory scopes, WebhookSignal signal, ILogger<WebhookSender> log) : BackgroundService
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
                if (await scope.ServiceProvider.GetRequiredService<SendNext>().RunAsync(ct)) continue;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A webhook could not be looked at; trying again");
            }

            await signal.WaitAsync(ct);
        }
    }
}
