using Academy.Kernel.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Academy.Notifications.Webhooks;

/// <summary>Sends what is due, a few at a time: other sites may be slow.</summary>
internal sealed class WebhookSender(IServiceScopeFactory scopes, WebhookSignal signal, TimeProvider clock, ILogger<WebhookSender> log)
    : QueueWorker<SendNext>(scopes, signal, TimeSpan.FromSeconds(5), clock, log);
