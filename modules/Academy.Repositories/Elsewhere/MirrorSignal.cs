using Academy.Kernel.Queues;

namespace Academy.Repositories.Elsewhere;

/// <summary>Wakes the worker of this process as soon as somebody hands in.</summary>
internal sealed class MirrorSignal : WakeUp;
