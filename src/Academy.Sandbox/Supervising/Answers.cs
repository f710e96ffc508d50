namespace Academy.Sandbox.Supervising;

/// <summary>Collects what a command writes. The supervisor holds the limit; the host does not take its word for it.</summary>
internal sealed class Answers(int limit)
{
    public MemoryStream Output { get; } = new();
    public MemoryStream Error { get; } = new();

    public void Add(byte type, ReadOnlySpan<byte> bytes)
    {
        var stream = type switch
        {
            Frame.Output => Output,
            Frame.Error => Error,
            _ => throw new InvalidDataException("The supervisor sent an unknown frame."),
        };
        if (stream.Length + bytes.Length > limit) throw new InvalidDataException("The supervisor sent more than was asked for.");
        stream.Write(bytes);
    }
}
