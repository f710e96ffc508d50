using Academy.Contracts;

namespace Academy.Kernel.Outbox;

/// <summary>
/// What a module does when something happened elsewhere. Named <c>When…</c>; may run twice for the same event, so it looks
/// first whether its work is done already. An exception means: try again later.
/// </summary>
public interface IReaction<in TEvent> where TEvent : IEvent
{
    /// <summary>Reacts, in a scope of its own.</summary>
    Task RunAsync(TEvent happened, CancellationToken ct);
}
