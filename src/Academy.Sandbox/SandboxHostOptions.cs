namespace Academy.Sandbox;

/// <summary>Which engine to use, and under what name.</summary>
public sealed record SandboxHostOptions
{
    /// <summary>The engine's Unix socket.</summary>
    public string SocketPath { get; init; } = "/var/run/docker.sock";

    /// <summary>Whose sandboxes these are, among all that use the engine.</summary>
    public string Owner { get; init; } = "academy";

    /// <summary>Which of the owner's processes: the same again after a restart, another on each machine or data directory.</summary>
    public required string Instance { get; init; }

    /// <summary>How many sandboxes may stand by, started ahead of time. Each takes some 10 MB of the machine's memory.</summary>
    public int Warm { get; init; } = 4;
}
