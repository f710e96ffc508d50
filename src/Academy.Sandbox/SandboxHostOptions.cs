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

    /// <summary>
    /// How much memory, in bytes, the sandboxes that stand by may be allowed to use together, if all of them ran; standing by,
    /// each takes some 10 MB. 0: none stands by.
    /// </summary>
    public long WarmMemory { get; init; } = 1 << 30;

    /// <summary>
    /// The engine's runtime for sandboxes, such as "runsc" (gVisor); null: the engine's own choice. When the engine has it not,
    /// no sandbox starts: a weaker one in its place would be a surprise.
    /// </summary>
    public string? Runtime { get; init; }
}
