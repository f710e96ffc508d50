namespace Academy.Sandbox;

/// <summary>A file read from a sandbox; <see cref="Content"/> is empty unless it <see cref="SandboxFileState.Found"/>.</summary>
public sealed record SandboxFile(SandboxFileState State, ReadOnlyMemory<byte> Content);

public enum SandboxFileState
{
    Found,
    Missing,

    /// <summary>Not a regular file reached through real directories: a link, a directory, a FIFO, a device, or unreadable.</summary>
    Refused,

    /// <summary>Larger than was asked for.</summary>
    TooLarge,
}
