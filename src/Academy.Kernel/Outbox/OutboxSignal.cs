using Academy.Kernel.Queues;

namespace Academy.Kernel.Outbox;

/// <summary>Wakes the dispatcher of this process as soon as something was published.</summary>
public sealed class OutboxSignal : WakeUp;
