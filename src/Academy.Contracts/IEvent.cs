namespace Academy.Contracts;

/// <summary>
/// Something that happened, told to whoever cares. Written in the same transaction as the change that it tells of and
/// delivered at least once, in order for each <see cref="Aggregate"/>, so every reaction may run twice.
/// </summary>
public interface IEvent
{
    /// <summary>The thing that the event is about; events with the same key are delivered in the order in which they were published.</summary>
    string Aggregate { get; }
}
