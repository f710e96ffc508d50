using Academy.Kernel.Queues;

namespace Academy.Notifications.Webhooks;

/// <summary>Wakes the senders of this process as soon as there is something to send.</summary>
internal sealed class WebhookSignal : WakeUp;
