using Academy.Kernel.Queues;

namespace Academy.Evaluations.Booking;

/// <summary>Something changed for those who wait: somebody joined them, or a time opened. The next round need not wait for its minute.</summary>
internal sealed class MatchingSignal : WakeUp;
